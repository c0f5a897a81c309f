// rng → the first weights: small enough to keep signals in bounds, unlike enough to learn different things.

import type { Rng } from '../tensor/random';

/**
 * Draws one initial weight.
 *
 * @param fanIn inputs that one unit sees
 * @param fanOut units that one input reaches
 */
export type Initializer = (fanIn: number, fanOut: number, rng: Rng) => number;

/** Normal with variance `2 / fanIn`, for layers before a ReLU (He et al. 2015). */
export const heNormal: Initializer = (fanIn, _fanOut, rng) => Math.sqrt(2 / fanIn) * rng.normal();

/** Uniform in ±√(6 / fanIn): the variance of {@link heNormal} (He et al. 2015). */
export const heUniform: Initializer = (fanIn, _fanOut, rng) => Math.sqrt(6 / fanIn) * (2 * rng.uniform() - 1);

/** Normal with variance `2 / (fanIn + fanOut)`, also called Xavier (Glorot and Bengio 2010). */
export const glorotNormal: Initializer = (fanIn, fanOut, rng) => Math.sqrt(2 / (fanIn + fanOut)) * rng.normal();

/** Uniform in ±√(6 / (fanIn + fanOut)), also called Xavier (Glorot and Bengio 2010); the default of Keras. */
export const glorotUniform: Initializer = (fanIn, fanOut, rng) =>
  Math.sqrt(6 / (fanIn + fanOut)) * (2 * rng.uniform() - 1);
