import { createRng } from 'holdout';

// Task 1: wrong, looks like nothing scaled up: that is the original dropout, not the inverted one
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => Number(u >= rate));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 2: wrong, looks like the mask applied twice
export const dropoutBackward = (dy: number[], mask: number[]) => dy.map((slope, i) => slope * mask[i] ** 2);

// Task 3: wrong, looks like scaled by rate instead of 1 - rate
export const evaluateDropout = (x: number[], rate: number, kind: 'inverted' | 'original') => x.map((value) => (kind === 'original' ? value * rate : value));

// Task 4: wrong, looks like the same mask in every pass: the generator is made once, not in forward
export class DropoutLayer {
  private mask?: number[];

  constructor(
    private readonly rate: number,
    private readonly seed: number,
  ) {}

  forward(x: number[], training: boolean): number[] {
    const rng = createRng(this.seed);
    if (!training) {
      this.mask = undefined;
      return [...x];
    }
    this.mask = x.map(() => (rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate)));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
