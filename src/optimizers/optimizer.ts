// value, grad → a new value: what every optimizer can do with parameters.

import { isFraction, requireOption } from '../errors';
import type { Parameter } from '../layers/layer';
import { loops } from '../tensor/loops';
import { empty, type Tensor } from '../tensor/tensor';

/**
 * Changes parameters in place. It keeps its state for each Parameter object and counts its steps once for all of them.
 * What is computed during a step is overwritten by the next: an optimizer makes what it remembers with `zeros`, or copies.
 */
export interface Optimizer {
  readonly name: string;
  /** One step with the gradients that stand in `parameters`. */
  step(parameters: readonly Parameter[]): void;
  /** What it remembers of these parameters, made of zeros where it is missing; `fit` moves it into fast memory. */
  state(parameters: readonly Parameter[]): Tensor[];
}

/** The gradient of data loss plus penalty. `grad` itself is left as `backward` wrote it. */
export function totalGradient({ value, grad, regularizer }: Parameter): Tensor {
  if (!regularizer) return grad;
  const dPenalty = regularizer.gradient(value);
  const total = empty(value.shape);
  if (loops.current.plus?.(grad.data, dPenalty.data, total.data)) return total; // the same, compiled
  for (let i = 0; i < total.data.length; i++) total.data[i] = grad.data[i] + dPenalty.data[i];
  return total;
}

/**
 * What an optimizer remembers: `count` tensors for each Parameter object, zeros at first. The key is the object itself,
 * which lives as long as its layer; a key made from its array would be lost when the array is replaced.
 */
export class ParameterState {
  private readonly tensors = new Map<Parameter, Tensor[]>();

  constructor(private readonly count: number) {}

  of(parameter: Parameter): Tensor[] {
    let state = this.tensors.get(parameter);
    if (!state) {
      const { shape, data } = parameter.value;
      state = Array.from({ length: this.count }, () => ({ shape, data: new Float64Array(data.length) }));
      this.tensors.set(parameter, state);
    }
    return state;
  }

  has(parameter: Parameter): boolean {
    return this.tensors.has(parameter);
  }

  /** Whether it remembers nothing yet. */
  get isEmpty(): boolean {
    return this.tensors.size === 0;
  }

  ofAll(parameters: readonly Parameter[]): Tensor[] {
    return parameters.flatMap((parameter) => this.of(parameter));
  }
}

/** Checks the numbers that optimizers share. @throws OptionError */
export const check = {
  learningRate(rate: number, who: string): void {
    requireOption(
      Number.isFinite(rate) && rate > 0,
      `${who}: learningRate must be a number above 0`,
      rate,
      'pass e.g. 0.001',
    );
  },
  fraction(value: number, name: string, who: string, example: number): void {
    requireOption(isFraction(value), `${who}: ${name} must be in [0, 1)`, value, `pass e.g. ${example}`);
  },
  notNegative(value: number, name: string, who: string, example: number): void {
    requireOption(
      Number.isFinite(value) && value >= 0,
      `${who}: ${name} must be a number of at least 0`,
      value,
      `pass e.g. ${example}`,
    );
  },
};
