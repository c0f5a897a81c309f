// x → layer 1 → layer 2 → … → logits: the network.

import { OptionError, requireKnownNames, requireOption, ShapeError } from '../errors';
import { requireRng, type Rng } from '../tensor/random';
import { requireWhole, sameShape, showShape, type Shape, type Tensor } from '../tensor/tensor';
import { chain, checkLayers } from './chain';
import { requireAtRest } from './in-training';
import type { Buffer, ForwardOptions, Layer, Parameter } from './layer';
import { layerNames, summarize } from './summary';

/** Options of {@link Sequential}. */
export interface SequentialOptions {
  /** The shape of one example, without the batch axis, e.g. `[20]` or `[28, 28, 1]`. */
  inputShape: Shape;
  /** Draws the initial weights; each layer has a stream of its own, by its name: `dense_1` starts alike with or without dropout. */
  rng: Rng;
}

/**
 * Layers one after the other. Building is part of making: each layer gets the output shape of the one before it.
 *
 * While `fit` trains it, only the callbacks and the observer of that `fit` may use it: elsewhere its numbers and its passes are an
 * OptionError until `fit` has ended.
 *
 * @throws OptionError when there is no layer, a layer stands in it twice or in another model, no rng is given, or an option is
 * unknown
 * @throws ShapeError when a layer cannot take what the one before it gives; both are named
 */
export class Sequential {
  readonly layers: readonly Layer[];
  readonly inputShape: Shape;
  /** The shape of one output, without the batch axis. */
  readonly outputShape: Shape;
  /** A name for each layer as Keras gives them: `dense`, `dense_1`, … */
  readonly names: readonly string[];
  /** The output shape of each layer, without the batch axis. */
  readonly shapes: readonly Shape[];

  constructor(layers: readonly Layer[], options: SequentialOptions) {
    checkLayers(layers);
    requireKnownNames(options, ['inputShape', 'rng'], 'Sequential');
    const { inputShape, rng } = options;
    requireOption(
      Array.isArray(inputShape),
      'Sequential: inputShape must be the shape of one example',
      inputShape,
      'pass e.g. [20]',
    );
    requireRng(rng, 'Sequential');
    this.layers = [...layers];
    this.inputShape = inputShape;
    this.names = layerNames(layers);
    this.shapes = chain(layers, this.names, inputShape, rng);
    this.outputShape = this.shapes[this.shapes.length - 1];
  }

  /** What is trained, in the order of the layers. */
  get parameters(): Parameter[] {
    requireAtRest(this, 'parameters');
    return this.layers.flatMap((layer) => layer.parameters);
  }

  /** What is kept but not trained, in the order of the layers. */
  get buffers(): Buffer[] {
    requireAtRest(this, 'buffers');
    return this.layers.flatMap((layer) => layer.buffers);
  }

  /**
   * @param x `(batch, …inputShape)`
   * @param options `training` (default false) and the `rng` that dropout needs while it trains
   * @returns `(batch, …outputShape)`; the logits, when the last layer is a Dense
   * @throws ShapeError when the examples have another shape
   */
  forward(x: Tensor, options: ForwardOptions = {}): Tensor {
    if (!sameShape(x.shape.slice(1), this.inputShape)) {
      const single = sameShape(x.shape, this.inputShape); // an example without a batch around it
      throw new ShapeError(
        `Sequential: built for examples of shape ${showShape(this.inputShape)}, received ${showShape(x.shape.slice(1))} in a batch of ${x.shape[0]}; ${single ? `make a batch of one: reshape(x, [1, ${x.shape.join(', ')}])` : 'check inputShape'}`,
      );
    }
    requireAtRest(this, 'forward');
    requireWhole(x, 'Sequential');
    let y = x;
    for (const layer of this.layers) y = layer.forward(y, options);
    return y;
  }

  /**
   * Writes `grad` of every parameter.
   *
   * @param grad gradient of the loss with respect to the last output
   * @returns gradient with respect to the input
   */
  backward(grad: Tensor): Tensor {
    requireAtRest(this, 'backward');
    let dy = grad;
    for (let i = this.layers.length - 1; i >= 0; i--) dy = this.layers[i].backward(dy);
    return dy;
  }

  /**
   * Writes `grad` of every parameter and stops there: training has no use for the gradient with respect to the input, which
   * would take a third of the work in the first layer.
   *
   * @param grad gradient of the loss with respect to the last output
   */
  backwardParameters(grad: Tensor): void {
    requireAtRest(this, 'backwardParameters');
    const first = this.layers.findIndex(({ parameters }) => parameters.length > 0);
    if (first < 0) return;
    let dy = grad;
    for (let i = this.layers.length - 1; i > first; i--) dy = this.layers[i].backward(dy);
    this.layers[first].backwardParameters(dy);
  }

  /** The sum of the penalties of all regularized parameters; 0 without any. */
  penalty(): number {
    let sum = 0;
    for (const { regularizer, value } of this.parameters) if (regularizer) sum += regularizer.penalty(value);
    return sum;
  }

  /** Layers, output shapes and parameter counts in a table, as Keras prints it. */
  summary(): string {
    return summarize(this.layers, this.names, this.shapes);
  }

  /** Copies of all parameters and buffers, layer by layer: parameters first, then buffers. */
  getWeights(): Tensor[] {
    requireAtRest(this, 'getWeights');
    return this.state().map(({ value }) => ({ shape: [...value.shape], data: Float64Array.from(value.data) }));
  }

  /** Overwrites all parameters and buffers. @throws OptionError or ShapeError when they do not fit; nothing is changed then */
  setWeights(weights: readonly Tensor[]): void {
    requireAtRest(this, 'setWeights');
    const state = this.state();
    if (weights.length !== state.length) {
      throw new OptionError(
        `setWeights: this model has ${state.length} weights, received ${weights.length}; take them from getWeights of a model with the same layers`,
      );
    }
    state.forEach(({ name, value }, i) => {
      const { shape, data } = weights[i];
      if (!sameShape(value.shape, shape) || data.length !== value.data.length) {
        const numbers = sameShape(value.shape, shape) ? ` with ${data.length} numbers` : '';
        throw new ShapeError(
          `setWeights: weight ${i} (${name}) has shape ${showShape(value.shape)}, received ${showShape(shape)}${numbers}; take them from getWeights of a model with the same layers`,
        );
      }
    });
    state.forEach(({ value }, i) => value.data.set(weights[i].data));
  }

  private state(): (Parameter | Buffer)[] {
    return this.layers.flatMap((layer) => [...layer.parameters, ...layer.buffers]);
  }
}
