import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like one random number for all units
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
    const scale = this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate);
    this.mask = x.map(() => scale);
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
