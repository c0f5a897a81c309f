// layer → is its backward pass the derivative of its forward pass?

import type { Layer } from '../layers/layer';
import type { Rng } from '../tensor/random';
import { empty, tensor, type Tensor } from '../tensor/tensor';

/** What {@link checkGradients} finds, for the input and for each parameter. */
export interface GradientCheck {
  /** The largest relative error of all; below 1e-7 in float64 unless a kink lies within one step. */
  maxRelativeError: number;
  /** Relative error of each gradient by name: `x`, `kernel`, `bias`, … */
  errors: Record<string, number>;
}

/** Options of {@link checkGradients}. */
export interface GradientCheckOptions {
  /** Step of the difference quotient (default 1e-5): smaller steps drown in rounding, larger ones in curvature. */
  h?: number;
  /** Whether the layer is checked in training mode (default false). Random layers draw the same numbers at each pass. */
  training?: boolean;
}

/**
 * Compares `backward` with central difference quotients `(f(x + h) - f(x - h)) / 2h` of the scalar `f = Σ r · y`, where `r`
 * are random weights: a plain sum would hide errors that cancel. The error of a gradient `a` against a quotient `n` is
 * `‖a - n‖ / (‖a‖ + ‖n‖)` (as in the notes of Stanford's CS231n).
 *
 * A layer with a kink (ReLU, max pooling) is not differentiable there: choose inputs farther than `h` from it. The penalty
 * of a regularizer is not part of `backward`, so it is not part of this check.
 *
 * @param layer a layer that is built; its parameters come back unchanged
 * @param x inputs `(batch, …input shape)`
 * @param rng draws `r`, and the masks of random layers
 */
export function checkGradients(
  layer: Pick<Layer, 'forward' | 'backward' | 'parameters'>,
  x: Tensor,
  rng: Rng,
  { h = 1e-5, training = false }: GradientCheckOptions = {},
): GradientCheck {
  const input = tensor(x.shape, x.data);
  const forward = () => layer.forward(input, { training, rng: rng.split('masks') }); // the same masks at each pass
  const weights = rng.split('weights');
  const y = forward();
  const r = empty(y.shape);
  for (let i = 0; i < r.data.length; i++) r.data[i] = weights.normal();

  const dx = Float64Array.from(layer.backward(r).data);
  const analytic: Record<string, Float64Array> = { x: dx };
  for (const { name, grad } of layer.parameters) analytic[name] = Float64Array.from(grad.data);

  const errors: Record<string, number> = {};
  for (const { name, value } of [{ name: 'x', value: input }, ...layer.parameters]) {
    errors[name] = relativeError(analytic[name], differenceQuotients(value.data, h, () => dot(r.data, forward().data)));
  }
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

/** `‖a - n‖ / (‖a‖ + ‖n‖)`, and 0 when both are zero. */
function relativeError(a: Float64Array, n: Float64Array): number {
  const norm = (v: Float64Array) => Math.sqrt(dot(v, v));
  const difference = norm(a.map((value, i) => value - n[i]));
  return difference === 0 ? 0 : difference / (norm(a) + norm(n));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
