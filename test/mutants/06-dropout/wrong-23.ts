import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like a mask read off the output: an activation of 0 gives 0 whether it was dropped or not
export class DropoutLayer {
  private y: number[] = [];
  private mask?: number[];
  private readonly rng: Rng;

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    this.y = x.map((value) => (!training ? value : this.rng.uniform() < this.rate ? 0 : value / (1 - this.rate)));
    this.mask = this.y.map((value, i) => value / x[i]); // NaN where x is 0
    return this.y;
  }

  backward(dy: number[]): number[] {
    return dy.map((slope, i) => (this.mask ? slope * this.mask[i] : slope));
  }
}
