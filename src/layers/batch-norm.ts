// x → BatchNorm → γ·(x - mean)/σ + β: every channel with the same centre and spread in each batch.

import { isFraction, OptionError, requireKnownNames, requireOption, ShapeError } from '../errors';
import type { Rng } from '../tensor/random';
import { empty, requireWhole, showShape, zeros, type Shape, type Tensor } from '../tensor/tensor';
import { Layer, type Buffer, type ForwardOptions, type Parameter } from './layer';

/** Options of {@link BatchNorm}. */
export interface BatchNormOptions {
  /** How much of the moving statistics is kept at each training step, in [0, 1) (default 0.99). */
  momentum?: number;
  /** Added to the variance (default 0.001). */
  epsilon?: number;
}

/**
 * Batch normalization (Ioffe and Szegedy 2015) over the last axis, with the conventions of Keras: in training the mean and
 * the variance of the batch (divided by n) are used and mixed into the moving ones, `moving = momentum · moving +
 * (1 - momentum) · batch`; in evaluation the moving ones are used. PyTorch calls `1 - momentum` momentum and mixes in the
 * variance divided by n - 1.
 *
 * The variance of a single number is 0, whatever the number: a channel that gets one number in a training batch would learn
 * nothing from it, and its moving variance would shrink. So a training batch of one example is an error, as in PyTorch, unless
 * the example is an image with several places.
 *
 * @throws OptionError when an option is unknown or out of its range; in training, when a batch has one number a channel
 */
export class BatchNorm extends Layer {
  override readonly type = 'BatchNorm';
  readonly momentum: number;
  readonly epsilon: number;
  private gamma?: Parameter;
  private beta?: Parameter;
  private movingMean?: Buffer;
  private movingVariance?: Buffer;
  private last?: { xHat: Tensor; deviation: Tensor; training: boolean };

  constructor(options: BatchNormOptions = {}) {
    super();
    requireKnownNames(options, ['momentum', 'epsilon'], 'BatchNorm');
    const { momentum = 0.99, epsilon = 1e-3 } = options;
    requireOption(isFraction(momentum), 'BatchNorm: momentum must be in [0, 1)', momentum, 'pass e.g. 0.99');
    requireOption(
      Number.isFinite(epsilon) && epsilon > 0,
      'BatchNorm: epsilon must be a number above 0',
      epsilon,
      'pass e.g. 0.001',
    );
    this.momentum = momentum;
    this.epsilon = epsilon;
  }

  override build(inputShape: Shape, _rng?: Rng): Shape {
    const channels = inputShape[inputShape.length - 1];
    if (channels === undefined)
      throw new ShapeError('BatchNorm: one example must have at least one axis, received none; check inputShape');
    const filled = (value: number) => {
      const t = zeros([channels]);
      t.data.fill(value);
      return t;
    };
    this.gamma = { name: 'gamma', value: filled(1), grad: filled(0), decay: false };
    this.beta = { name: 'beta', value: filled(0), grad: filled(0), decay: false };
    this.movingMean = { name: 'movingMean', value: filled(0) };
    this.movingVariance = { name: 'movingVariance', value: filled(1) };
    this.parameters = [this.gamma, this.beta];
    this.buffers = [this.movingMean, this.movingVariance];
    return inputShape;
  }

  override forward(x: Tensor, { training = false }: ForwardOptions = {}): Tensor {
    const gamma = this.need(this.gamma, 'build').value.data; // (channels)
    const beta = this.need(this.beta, 'build').value.data; // (channels)
    const channels = gamma.length;
    if (x.shape[x.shape.length - 1] !== channels) {
      throw new ShapeError(
        `BatchNorm: built for ${channels} channels, received ${showShape(x.shape)}; give as many as inputShape says`,
      );
    }
    requireWhole(x, 'BatchNorm');
    if (training && x.data.length === 0)
      throw new OptionError('BatchNorm: a batch must have at least one row, received an empty batch; leave it out');
    if (training && x.data.length === channels) {
      throw new OptionError(
        `BatchNorm: a training batch must have at least two numbers a channel, received one, in a batch of shape ${showShape(x.shape)}; train on more examples at once`,
      );
    }
    const [mean, variance] = training
      ? this.batchStatistics(x, channels)
      : [this.movingMean!.value.data, this.movingVariance!.value.data];
    const deviation = empty([channels]); // (channels)
    const sigma = deviation.data;
    for (let c = 0; c < channels; c++) sigma[c] = Math.sqrt(variance[c] + this.epsilon);
    const xHat = empty(x.shape); // as x
    const y = empty(x.shape); // as x
    for (let row = 0; row < x.data.length; row += channels) {
      for (let c = 0; c < channels; c++) {
        xHat.data[row + c] = (x.data[row + c] - mean[c]) / sigma[c];
        y.data[row + c] = gamma[c] * xHat.data[row + c] + beta[c];
      }
    }
    this.last = { xHat, deviation, training };
    return y;
  }

  override backward(dy: Tensor): Tensor {
    const { xHat, deviation, training } = this.need(this.last, 'forward');
    this.needGradient(dy, xHat.shape);
    const sigma = deviation.data;
    const gamma = this.need(this.gamma, 'build').value.data; // (channels)
    const dGamma = this.gamma!.grad.data.fill(0); // (channels)
    const dBeta = this.beta!.grad.data.fill(0); // (channels)
    const channels = gamma.length;
    const n = dy.data.length / channels;
    for (let row = 0; row < dy.data.length; row += channels) {
      for (let c = 0; c < channels; c++) {
        dGamma[c] += dy.data[row + c] * xHat.data[row + c];
        dBeta[c] += dy.data[row + c];
      }
    }
    const dx = empty(dy.shape); // as x
    for (let row = 0; row < dy.data.length; row += channels) {
      for (let c = 0; c < channels; c++) {
        // In training the batch's mean and variance depend on x too; they take these two terms off.
        const own = training
          ? dy.data[row + c] - dBeta[c] / n - (xHat.data[row + c] * dGamma[c]) / n
          : dy.data[row + c];
        dx.data[row + c] = (gamma[c] / sigma[c]) * own;
      }
    }
    return dx;
  }

  override config(): Record<string, unknown> {
    return { momentum: this.momentum, epsilon: this.epsilon };
  }

  /** Mean and variance of each channel over the batch, mixed into the moving ones. */
  private batchStatistics(x: Tensor, channels: number): [mean: Float64Array, variance: Float64Array] {
    const n = x.data.length / channels;
    const mean = empty([channels]).data.fill(0);
    const variance = empty([channels]).data.fill(0);
    for (let row = 0; row < x.data.length; row += channels)
      for (let c = 0; c < channels; c++) mean[c] += x.data[row + c];
    for (let c = 0; c < channels; c++) mean[c] /= n;
    for (let row = 0; row < x.data.length; row += channels) {
      for (let c = 0; c < channels; c++) variance[c] += (x.data[row + c] - mean[c]) * (x.data[row + c] - mean[c]);
    }
    for (let c = 0; c < channels; c++) variance[c] /= n;
    const mix = (moving: Float64Array, batch: Float64Array) => {
      for (let c = 0; c < channels; c++) moving[c] = this.momentum * moving[c] + (1 - this.momentum) * batch[c];
    };
    mix(this.movingMean!.value.data, mean);
    mix(this.movingVariance!.value.data, variance);
    return [mean, variance];
  }
}
