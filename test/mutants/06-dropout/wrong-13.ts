// Right numbers, written into the caller's arrays: the contract says that they stay as they are.
import { createRng } from 'holdout';

// Task 1: wrong
export function dropoutForward(x: number[], random: number[], rate: number) {
  random.forEach((u, i) => (random[i] = u < rate ? 0 : 1 / (1 - rate)));
  return { y: x.map((value, i) => value * random[i]), mask: random };
}

// Task 2: wrong
export function dropoutBackward(dy: number[], mask: number[]): number[] {
  dy.forEach((slope, i) => (dy[i] = slope * mask[i]));
  return dy;
}

// Task 3: wrong
export function evaluateDropout(x: number[], rate: number, kind: string): number[] {
  if (kind === 'original') x.forEach((value, i) => (x[i] = value * (1 - rate)));
  return x;
}

// Task 4: wrong
export class DropoutLayer {
  private readonly rng;
  private mask?: number[];
  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }
  forward(x: number[], training: boolean): number[] {
    this.mask = training ? x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate))) : undefined;
    this.mask?.forEach((scale, i) => (x[i] *= scale));
    return x;
  }
  backward(dy: number[]): number[] {
    return dy.map((slope, i) => slope * (this.mask ? this.mask[i] : 1));
  }
}
