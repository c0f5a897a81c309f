import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like backward without the scale: what is kept was divided by 1 - rate
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
    return dy.map((slope, i) => (this.mask && this.mask[i] === 0 ? 0 : slope));
  }
}
