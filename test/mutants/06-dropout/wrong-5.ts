import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like a mask of zeros and ones: it has to hold the scale as well, backward needs it
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => (u < rate ? 0 : 1 / (1 - rate)));
  return { y: x.map((value, i) => value * mask[i]), mask: mask.map(Math.sign) };
}

// Task 2: wrong, looks like a gradient for the dropped units only
export const dropoutBackward = (dy: number[], mask: number[]) => dy.map((slope, i) => (mask[i] === 0 ? slope : 0));

// Task 3: wrong, looks like the two kinds exchanged
export const evaluateDropout = (x: number[], rate: number, kind: 'inverted' | 'original') => x.map((value) => (kind === 'inverted' ? value * (1 - rate) : value));

// Task 4: wrong, looks like backward without the mask
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
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate)));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return [...dy];
  }
}
