import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like scaled down by 1 - rate where it divides
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => (u < rate ? 0 : 1 - rate));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 2: wrong, looks like divided by the mask, and by 0 where a unit was dropped
export const dropoutBackward = (dy: number[], mask: number[]) => dy.map((slope, i) => slope / mask[i]);

// Task 4: wrong, looks like scaled by rate instead of 1 - rate
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
      this.mask = undefined;
      return [...x];
    }
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / this.rate));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
