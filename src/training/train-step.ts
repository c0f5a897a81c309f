// batch → forward, loss, backward, step: what training is. All of fit repeats this.

import type { Sequential } from '../layers/sequential';
import type { Loss, Target } from '../losses/loss';
import type { Optimizer } from '../optimizers/optimizer';
import type { Rng } from '../tensor/random';
import type { Tensor } from '../tensor/tensor';

/** What is trained, and how. */
export interface Training {
  model: Sequential;
  loss: Loss;
  optimizer: Optimizer;
  /** Draws the dropout masks. */
  rng: Rng;
}

/** Examples that are trained on in one step. */
export interface Batch {
  /** `(batch, …inputShape)` */
  x: Tensor;
  /** Class indices `(batch)`, or a tensor of targets with a row for each example. */
  target: Target;
}

/**
 * One step of training on one batch. When the loss is not finite, the weights stay as they are.
 *
 * @returns the mean loss of the batch, before the step
 */
export function trainStep({ model, loss, optimizer, rng }: Training, { x, target }: Batch): number {
  const prediction = model.forward(x, { training: true, rng }); // (batch, …outputShape)
  const value = loss.value(prediction, target);
  if (!Number.isFinite(value)) return value;
  model.backwardParameters(loss.gradient(prediction, target));
  optimizer.step(model.parameters);
  return value;
}
