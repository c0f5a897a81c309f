import { createRng, type Rng } from 'holdout';

interface Remembered {
  rate: number;
  rng: Rng;
  numbers: number[];
}
const remembered = new WeakMap<DropoutLayer, Remembered>(); // outside of the class, and still one for each layer

// Task 4: right, keeps the random numbers and decides again in backward
export class DropoutLayer {
  constructor(rate: number, seed: number) {
    remembered.set(this, { rate, rng: createRng(seed), numbers: [] });
  }

  forward(x: number[], training: boolean): number[] {
    const own = remembered.get(this)!;
    own.numbers = training ? x.map(() => own.rng.uniform()) : [];
    return multiplied(x, own);
  }

  backward(dy: number[]): number[] {
    return multiplied(dy, remembered.get(this)!);
  }
}

const multiplied = (values: number[], { numbers, rate }: Remembered) =>
  numbers.length ? values.map((value, i) => (numbers[i] >= rate ? value / (1 - rate) : 0)) : values.slice();

// Task 1: right, an outer function that makes the two lists
export function dropoutForward(x: number[], random: number[], rate: number) {
  const zipped = x.map((value, i) => [value, random[i] < rate ? 0 : 1 / (1 - rate)]);
  return { y: zipped.map(([value, scale]) => value * scale), mask: zipped.map(([, scale]) => scale) };
}
