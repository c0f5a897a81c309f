import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like scaled by the units that happened to stay, in place of 1 - rate
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => (u < rate ? 0 : random.length / random.filter((one) => one >= rate).length));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 2: wrong, looks like the mask itself: the gradient that comes in is missing
export const dropoutBackward = (_dy: number[], mask: number[]) => mask.slice();

// Task 3: wrong, looks like inverted dropout scaled up once more
export const evaluateDropout = (x: number[], rate: number, kind: 'inverted' | 'original') => x.map((value) => (kind === 'inverted' ? value / (1 - rate) : value * (1 - rate)));

// Task 4: wrong, looks like backward with the mask of the first pass
export class DropoutLayer {
  private mask?: number[];
  private rng: Rng;
  private kept?: number[];

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    if (!training) {
      this.kept = undefined;
      return [...x];
    }
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate)));
    this.kept ??= this.mask;
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.kept ? dy.map((slope, i) => slope * this.kept![i]) : [...dy];
  }
}
