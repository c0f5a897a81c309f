// prediction, target → how wrong, and in which direction.

import type { Tensor } from '../tensor/tensor';

/** What a prediction is compared with: class indices, one a row, or a tensor in the shape of the prediction. */
export type Target = Int32Array | Tensor;

/** A loss: a mean over the batch. Its gradient is the only place where the batch size divides. */
export interface Loss {
  readonly name: string;
  /** Whether its predictions are logits, one a class, so that accuracy is defined. */
  readonly classifies: boolean;
  /** The mean loss of a batch. */
  value(prediction: Tensor, target: Target): number;
  /**
   * The derivative of {@link value} with respect to `prediction`, in its shape. Made during a training step, it is overwritten
   * by the next: a loss copies what it keeps.
   */
  gradient(prediction: Tensor, target: Target): Tensor;
}
