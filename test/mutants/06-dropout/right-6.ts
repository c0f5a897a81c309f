import { createRng, type Rng } from 'holdout';

// Task 4: right, a buffer that grows, and only the kept units written down
export class DropoutLayer {
  private mask = new Float64Array(1);
  private readonly rng: Rng;
  private readonly scale: number;

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
    this.scale = 1 / (1 - rate);
  }

  forward(x: number[], training: boolean): Float64Array {
    if (this.mask.length < x.length) this.mask = new Float64Array(x.length);
    if (training) for (let i = 0; i < x.length; i++) this.mask[i] = this.rng.uniform() < this.rate ? 0 : this.scale;
    else this.mask.fill(1);
    return Float64Array.from(x, (value, i) => value * this.mask[i]);
  }

  backward(dy: number[]): Float64Array {
    return Float64Array.from(dy, (slope, i) => slope * this.mask[i]);
  }
}
