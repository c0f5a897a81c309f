import { createRng, type Rng } from 'holdout';

// Task 4: wrong, looks like the number of units of the first pass kept for all passes
export class DropoutLayer {
  private buffer?: Float64Array;
  private mask?: number[];
  private readonly rng: Rng;

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
    this.buffer ??= new Float64Array(x.length); // made once, to save memory
    for (let i = 0; i < x.length; i++) this.buffer[i] = this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate);
    this.mask = [...this.buffer];
    return this.mask.map((scale, i) => scale * x[i]);
  }

  backward(dy: number[]): number[] {
    return dy.map((slope, i) => (this.mask ? slope * this.mask[i] : slope));
  }
}
