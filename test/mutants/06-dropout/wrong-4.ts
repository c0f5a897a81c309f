import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like the wrong units dropped: those at or above the rate
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => (u < rate ? 1 / (1 - rate) : 0));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 2: wrong, looks like divided by the mask
export const dropoutBackward = (dy: number[], mask: number[]) => dy.map((slope, i) => (mask[i] === 0 ? 0 : slope / mask[i]));

// Task 3: wrong, looks like divided by 1 - rate where it multiplies
export const evaluateDropout = (x: number[], rate: number, kind: 'inverted' | 'original') => x.map((value) => (kind === 'original' ? value / (1 - rate) : value));

// Task 4: wrong, looks like a mask of an earlier pass in backward after evaluation
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
      return [...x];
    }
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate)));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
