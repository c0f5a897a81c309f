// x → Dense → x·w + b: every unit sees every input.

import { requireKnownNames, requireOption, ShapeError } from '../errors';
import type { Regularizer } from '../regularizers/regularizer';
import { loops } from '../tensor/loops';
import { matmul } from '../tensor/matmul';
import type { Rng } from '../tensor/random';
import { matrixShape, showShape, zeros, type Matrix, type Shape, type Tensor } from '../tensor/tensor';
import { heNormal, type Initializer } from './initializers';
import { Layer, type Parameter } from './layer';

/** Options of {@link Dense}. */
export interface DenseOptions {
  /** The penalty on the kernel (default none). The bias is never regularized. */
  kernelRegularizer?: Regularizer;
  /** Whether to add a bias (default true). */
  useBias?: boolean;
  /** Draws the initial kernel (default {@link heNormal}); the bias starts at 0. */
  initializer?: Initializer;
}

/** Checks the options that Dense and Conv2D share. @throws OptionError; `who` opens the message */
export function checkKernelOptions({ kernelRegularizer, useBias, initializer }: DenseOptions, who: string): void {
  requireOption(
    kernelRegularizer === undefined || typeof kernelRegularizer?.gradient === 'function',
    `${who}: kernelRegularizer must be a regularizer`,
    kernelRegularizer,
    'pass e.g. l2(0.001)',
  );
  requireOption(
    useBias === undefined || typeof useBias === 'boolean',
    `${who}: useBias must be true or false`,
    useBias,
    'leave it out for true',
  );
  requireOption(
    initializer === undefined || typeof initializer === 'function',
    `${who}: initializer must be a function`,
    initializer,
    'pass e.g. glorotUniform',
  );
}

/** What to do about an option that there is not: in Keras, `activation` is one of a Dense and of a Conv2D. */
export const noActivation = 'check the spelling; an activation is a layer of its own, e.g. new ReLU()';

/**
 * A fully connected layer: `y = x·w + b` with the kernel `w` of shape `(inputs, units)` and the bias `b` of `(units)`.
 * It has no activation: ReLU is a layer of its own.
 *
 * @param units how many numbers come out, at least 1: `(batch, inputs)` becomes `(batch, units)`
 * @throws OptionError when `units` is not a whole number of at least 1, or an option is unknown
 */
export class Dense extends Layer {
  override readonly type = 'Dense';
  private kernel?: Parameter;
  private bias?: Parameter;
  private x?: Tensor;

  constructor(
    readonly units: number,
    private readonly options: DenseOptions = {},
  ) {
    super();
    requireKnownNames(options, ['kernelRegularizer', 'useBias', 'initializer'], 'Dense', noActivation);
    checkKernelOptions(options, 'Dense');
    requireOption(
      Number.isInteger(units) && units >= 1,
      'Dense: units must be a whole number of at least 1',
      units,
      'pass e.g. 64',
    );
  }

  override build(inputShape: Shape, rng: Rng): Shape {
    if (inputShape.length !== 1) {
      throw new ShapeError(
        `Dense: one example must be a row of numbers, received shape ${showShape(inputShape)}; put a Flatten before it`,
      );
    }
    const [inputs] = inputShape;
    const { kernelRegularizer: regularizer, useBias = true, initializer = heNormal } = this.options;
    this.kernel = {
      name: 'kernel',
      value: zeros([inputs, this.units]),
      grad: zeros([inputs, this.units]),
      regularizer,
    };
    const w = this.kernel.value.data;
    for (let i = 0; i < w.length; i++) w[i] = initializer(inputs, this.units, rng);
    if (useBias) this.bias = { name: 'bias', value: zeros([this.units]), grad: zeros([this.units]), decay: false };
    this.parameters = this.bias ? [this.kernel, this.bias] : [this.kernel];
    return [this.units];
  }

  override forward(x: Tensor): Matrix {
    const { value: w } = this.need(this.kernel, 'build'); // (inputs, units)
    const [, inputs] = matrixShape(x, 'Dense');
    if (inputs !== w.shape[0]) {
      throw new ShapeError(
        `Dense: built for ${w.shape[0]} inputs, received ${showShape(x.shape)}; give as many columns as inputShape says`,
      );
    }
    this.x = x; // (batch, inputs)
    const y = matmul(x, w); // (batch, units)
    if (this.bias) addToRows(y, this.bias.value);
    return y;
  }

  override backward(dy: Tensor): Matrix {
    const { value: w } = this.need(this.kernel, 'build');
    this.backwardParameters(dy);
    return matmul(dy, w, { transposeB: true }); // (batch, inputs)
  }

  override backwardParameters(dy: Tensor): void {
    const { grad: dw } = this.need(this.kernel, 'build');
    const x = this.need(this.x, 'forward');
    matmul(x, dy, { transposeA: true, into: dw }); // (inputs, units)
    if (this.bias) sumRows(dy, this.bias.grad); // (units)
  }

  override config(): Record<string, unknown> {
    const { kernelRegularizer, useBias = true } = this.options;
    return { units: this.units, useBias, kernelRegularizer: kernelRegularizer?.config };
  }
}

/** y ← y + b, on every row. */
export function addToRows(y: Matrix, b: Tensor): void {
  if (loops.current.addToRows?.(y.data, b.data)) return; // the same, compiled
  const [rows, units] = y.shape;
  for (let i = 0; i < rows; i++) for (let j = 0; j < units; j++) y.data[i * units + j] += b.data[j];
}

/** db ← the sum of the rows of dy. */
export function sumRows(dy: Tensor, db: Tensor): void {
  if (loops.current.sumRows?.(dy.data, db.data)) return; // the same, compiled
  const [rows, units] = matrixShape(dy, 'Dense');
  db.data.fill(0);
  for (let i = 0; i < rows; i++) for (let j = 0; j < units; j++) db.data[j] += dy.data[i * units + j];
}
