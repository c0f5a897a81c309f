import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like a generator or a rate that all layers share: they belong to `this`
export class DropoutLayer {
  private static rate = 0;
  private readonly rng: Rng;
  private mask?: number[];

  constructor(rate: number, seed: number) {
    DropoutLayer.rate = rate;
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    const { rate } = DropoutLayer;
    this.mask = training ? x.map(() => (this.rng.uniform() < rate ? 0 : 1 / (1 - rate))) : undefined;
    return x.map((value, i) => (this.mask ? value * this.mask[i] : value));
  }

  backward(dy: number[]): number[] {
    return dy.map((slope, i) => (this.mask ? slope * this.mask[i] : slope));
  }
}
