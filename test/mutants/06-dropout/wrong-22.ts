import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like no random number for an activation of 0: there is one for each unit in turn
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
    const scale = 1 / (1 - this.rate);
    this.mask = training ? x.map((value) => (value !== 0 && this.rng.uniform() < this.rate ? 0 : scale)) : undefined;
    return x.map((value, i) => (this.mask ? value * this.mask[i] : value));
  }

  backward(dy: number[]): number[] {
    return dy.map((slope, i) => (this.mask ? slope * this.mask[i] : slope));
  }
}
