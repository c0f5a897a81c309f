// layers, inputShape → shapes: each layer is built for what the one before it gives. Called by Sequential.

import { OptionError, requireOption, ShapeError } from '../errors';
import type { Rng } from '../tensor/random';
import type { Shape } from '../tensor/tensor';
import type { Layer } from './layer';

/** Layers that belong to a model. */
const taken = new WeakSet<Layer>();

/** Checks that there are layers, each of them new. @throws OptionError */
export function checkLayers(layers: readonly Layer[]): void {
  requireOption(Array.isArray(layers), 'Sequential: layers must be an array', layers, 'put them into [ and ]');
  for (const layer of layers) {
    const made = typeof layer?.build === 'function' && typeof layer.type === 'string';
    requireOption(made, 'Sequential: each layer must be made with new', layer, 'write e.g. new ReLU() for ReLU');
  }
  if (layers.length === 0) {
    throw new OptionError('Sequential: there must be at least one layer, received none; pass e.g. [new Dense(2)]');
  }
  if (new Set(layers).size < layers.length) {
    throw new OptionError(
      'Sequential: each layer must stand in it once, received the same layer twice; make a new one',
    );
  }
  if (layers.some((layer) => taken.has(layer))) {
    throw new OptionError(
      'Sequential: a layer can belong to one model only, received a layer of another model; create a new layer, since sharing would draw its weights again',
    );
  }
}

/**
 * Builds the layers one after the other; each draws from a stream of its own, by its name.
 *
 * @returns the output shape of each layer, without the batch axis
 * @throws ShapeError when a layer cannot take what the one before it gives; both are named
 */
export function chain(layers: readonly Layer[], names: readonly string[], inputShape: Shape, rng: Rng): Shape[] {
  const shapes: Shape[] = [];
  layers.forEach((layer, i) => {
    const before = i === 0 ? 'the input' : `layer ${i} (${names[i - 1]})`;
    try {
      shapes.push(layer.build(shapes[i - 1] ?? inputShape, rng.split(`layer ${names[i]}`)));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      throw new ShapeError(`Sequential: layer ${i + 1} (${names[i]}) cannot follow ${before}: ${error.message}`);
    }
  });
  layers.forEach((layer) => taken.add(layer));
  return shapes;
}
