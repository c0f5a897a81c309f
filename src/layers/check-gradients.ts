// layer → numerical gradients → relative errors: a wrong backward pass has large ones.

import { requireKnownNames, requireOption, ShapeError } from '../errors';
import type { Layer } from './layer';
import { requireRng, type Rng } from '../tensor/random';
import { empty, sameShape, showShape, tensor, type Tensor } from '../tensor/tensor';

/** What {@link checkGradients} finds, for the input and for each parameter. */
export interface GradientCheck {
  /** The largest relative error of all; below 1e-7 in float64 unless a kink lies within one step. */
  maxRelativeError: number;
  /** Relative error of each gradient by name: `x`, `kernel`, `bias`, …; in a network the second kernel is `kernel_1`. */
  errors: Record<string, number>;
}

/** Options of {@link checkGradients}. */
export interface GradientCheckOptions {
  /** Step of the difference quotient (default 1e-5): smaller steps drown in rounding, larger ones in curvature. */
  h?: number;
  /** Whether the layer is checked in training mode (default false). Random layers draw the same numbers at each pass. */
  training?: boolean;
}

/** What can be checked: a layer, a whole Sequential, or anything that works like them. */
export type Differentiable = Pick<Layer, 'forward' | 'backward' | 'parameters'> & Partial<Pick<Layer, 'buffers'>>;

/**
 * Compares `backward` with central difference quotients `(f(x + h) - f(x - h)) / 2h` of the scalar `f = Σ r · y`, where `r`
 * are random weights: a plain sum would hide errors that cancel. The error of a gradient `a` against a quotient `n` is
 * `‖a - n‖ / (‖a‖ + ‖n‖)`, one number for a tensor (the notes of Stanford's CS231n divide entry by entry), and 0 where both
 * are smaller than the rounding of `f`, as for a bias in front of a BatchNorm, whose true gradient is 0.
 *
 * A layer with a kink (ReLU, max pooling) is not differentiable there: choose inputs farther than `h` from it. The penalty
 * of a regularizer is not part of `backward`, so it is not part of this check.
 *
 * @param layer a layer that is built; its parameters and buffers come back unchanged
 * @param x inputs `(batch, …input shape)`
 * @param rng draws `r`, and the masks of random layers
 * @throws ShapeError when a gradient has not the shape of what it belongs to
 * @throws OptionError when h is not above 0, or there is no rng
 */
export function checkGradients(
  layer: Differentiable,
  x: Tensor,
  rng: Rng,
  options: GradientCheckOptions = {},
): GradientCheck {
  requireKnownNames(options, ['h', 'training'], 'checkGradients');
  const { h = 1e-5, training = false } = options;
  requireOption(Number.isFinite(h) && h > 0, 'checkGradients: h must be a number above 0', h, 'leave it out for 1e-5');
  requireRng(rng, 'checkGradients');
  const input = tensor(x.shape, x.data);
  const buffers = (layer.buffers ?? []).map(({ value }) => ({ value, before: value.data.slice() }));
  const forward = () => layer.forward(input, { training, rng: rng.split('masks') }); // the same masks at each pass
  const weights = rng.split('weights');
  const first = forward();
  const y = tensor(first.shape, first.data);
  const r = empty(y.shape);
  for (let i = 0; i < r.data.length; i++) r.data[i] = weights.normal();

  const dx = layer.backward(r);
  const names = numbered(['x', ...layer.parameters.map(({ name }) => name)]);
  const values = [input, ...layer.parameters.map(({ value }) => value)];
  const gradients = [dx, ...layer.parameters.map(({ grad }) => grad)].map((gradient, i) =>
    copyOf(gradient, values[i], names[i]),
  );

  const f = () => dot(r.data, forward().data);
  const rounding = (100 * Number.EPSILON * norm(r.data) * norm(y.data)) / h;
  const errors: Record<string, number> = {};
  values.forEach(
    ({ data }, i) => (errors[names[i]] = relativeError(gradients[i], differenceQuotients(data, h, f), rounding)),
  );
  for (const { value, before } of buffers) value.data.set(before);
  return { maxRelativeError: Math.max(...Object.values(errors)), errors };
}

/** The central difference quotient of `f` in each of `values`, which are put back afterwards. */
function differenceQuotients(values: Float64Array, h: number, f: () => number): Float64Array {
  return values.map((value, i) => {
    values[i] = value + h;
    const above = f();
    values[i] = value - h;
    const below = f();
    values[i] = value;
    return (above - below) / (2 * h);
  });
}

/** `‖a - n‖ / (‖a‖ + ‖n‖)`, and 0 when both are no more than rounding. */
function relativeError(a: Float64Array, n: Float64Array, rounding: number): number {
  const size = norm(a) + norm(n);
  return size <= rounding ? 0 : norm(a.map((value, i) => value - n[i])) / size;
}

/** The numbers of a gradient, which the next pass may overwrite. */
function copyOf(gradient: Tensor, of: Tensor, name: string): Float64Array {
  if (sameShape(gradient.shape, of.shape)) return gradient.data.slice();
  throw new ShapeError(
    `checkGradients: the gradient of ${name} must have its shape ${showShape(of.shape)}, received ${showShape(gradient.shape)}; look for a transpose or a sum in backward`,
  );
}

/** Names with `_1`, `_2` … behind those that came before. */
function numbered(names: readonly string[]): string[] {
  return names.map((name, i) => {
    const earlier = names.slice(0, i).filter((other) => other === name).length;
    return earlier ? `${name}_${earlier}` : name;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
