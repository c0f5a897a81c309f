// x → Layer → y: what every layer promises to Sequential and to the optimizers.

import { OptionError, ShapeError } from '../errors';
import type { Regularizer } from '../regularizers/regularizer';
import type { Rng } from '../tensor/random';
import { showShape, sizeOf, type Shape, type Tensor } from '../tensor/tensor';

/** Numbers that training changes. `backward` writes `grad`: the gradient of the data loss, without any penalty. */
export interface Parameter {
  /** Its name within the layer: `kernel`, `bias`, … */
  readonly name: string;
  /**
   * The numbers, e.g. `(inputs, units)`. Optimizers change them in place. While `fit` runs, `value.data` is another array than
   * before and after, in the memory of the kernel: read it again in each pass, and keep copies only.
   */
  readonly value: Tensor;
  /** As `value`: overwritten by each backward pass. */
  readonly grad: Tensor;
  /** The penalty on this parameter; the optimizer applies it. */
  readonly regularizer?: Regularizer;
  /** Whether decoupled weight decay (AdamW) acts on it (default true); layers set it to false for biases. */
  readonly decay?: boolean;
}

/** Numbers that belong to a layer but are not trained, e.g. the moving mean of BatchNorm. */
export interface Buffer {
  readonly name: string;
  readonly value: Tensor;
}

/** Options of `forward`. */
export interface ForwardOptions {
  /** Whether this pass trains: dropout drops, batch normalization uses the batch (default false: evaluation). */
  training?: boolean;
  /** Needed by layers that draw random numbers while they train. */
  rng?: Rng;
}

/**
 * A step of the network. `build` fixes its sizes, `forward` computes y from x and remembers what `backward` needs,
 * `backward` turns the gradient of the loss with respect to y into the one with respect to x, and writes `grad` of its
 * parameters on the way. The gradient is a sum over the rows it is given: the loss has divided by the batch size already.
 *
 * Tensors that are made during a training step are overwritten by the next one: copy what is kept for longer.
 */
export abstract class Layer {
  /** The kind of layer, as `summary()` prints it. */
  abstract readonly type: string;
  /** What is trained; empty before `build`. */
  parameters: readonly Parameter[] = [];
  /** What is kept but not trained; empty before `build`. */
  buffers: readonly Buffer[] = [];

  /**
   * Makes the parameters.
   *
   * @param inputShape the shape of one example, without the batch axis
   * @param rng draws the initial weights
   * @returns the shape of one output
   * @throws ShapeError when the layer cannot take this shape
   */
  abstract build(inputShape: Shape, rng: Rng): Shape;

  /** @param x `(batch, …input shape)` @returns `(batch, …output shape)` */
  abstract forward(x: Tensor, options?: ForwardOptions): Tensor;

  /** @param dy gradient with respect to the last output @returns gradient with respect to the last input */
  abstract backward(dy: Tensor): Tensor;

  /**
   * The part of `backward` that writes `grad` of the parameters. While a network trains, its first layer needs no more: there
   * is nothing before it that could be changed.
   */
  backwardParameters(dy: Tensor): void {
    this.backward(dy);
  }

  /** The options that make this layer again, as plain data for `saveModel`. */
  abstract config(): Record<string, unknown>;

  /** Checks that there is a number in `dy` for each output: one too few would be NaN. @throws ShapeError */
  protected needGradient(dy: Tensor, output: Shape): void {
    if (dy.data.length === sizeOf(output)) return;
    throw new ShapeError(
      `${this.type}: dy must have a number for each output of the last forward pass, received ${showShape(dy.shape)} for ${showShape(output)}; pass the gradient with respect to that output`,
    );
  }

  /** What a method needs that another call makes. @throws OptionError that says which call is missing */
  protected need<T>(value: T | undefined, call: 'build' | 'forward'): T {
    if (value !== undefined) return value;
    throw new OptionError(
      call === 'build'
        ? `${this.type}: a layer must be built before it is used, received no input shape; put it into a Sequential or call build(inputShape, rng)`
        : `${this.type}: backward needs the numbers of a forward pass, received none; call forward first`,
    );
  }
}
