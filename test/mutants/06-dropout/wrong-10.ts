import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like nothing scaled up in training
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
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
