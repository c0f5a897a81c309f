import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like a new mask in backward: it is the one of the last forward pass
export class DropoutLayer {
  private mask?: number[];
  private readonly rng: Rng;

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    this.mask = training ? x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate))) : undefined;
    return x.map((value, i) => (this.mask ? value * this.mask[i] : value));
  }

  backward(dy: number[]): number[] {
    if (!this.mask) return [...dy];
    return dy.map((slope) => (this.rng.uniform() < this.rate ? 0 : slope / (1 - this.rate)));
  }
}
