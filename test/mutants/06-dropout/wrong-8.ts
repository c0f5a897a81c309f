import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like a unit dropped whose number equals the rate
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => (u > rate ? 1 / (1 - rate) : 0));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 4: wrong, looks like the rate taken for the keep probability: it agrees only at 0.5
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
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 1 / this.rate : 0));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
