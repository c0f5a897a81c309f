import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like scaled by rate instead of 1 - rate
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => (u < rate ? 0 : 1 / rate));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 2: wrong, looks like no mask: a dropped unit gets a gradient as well
export const dropoutBackward = (dy: number[], _mask: number[]) => dy.slice();

// Task 3: wrong, looks like always scaled: inverted dropout has scaled in training already
export const evaluateDropout = (x: number[], rate: number, _kind: string) => x.map((value) => value * (1 - rate));

// Task 4: wrong, looks like units dropped in evaluation too
export class DropoutLayer {
  private mask?: number[];
  private rng: Rng;

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    if (!training) {
      // the same as in training
    }
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate)));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
