import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like nothing dropped
export function dropoutForward(x: number[], random: number[], _rate: number) {
  const mask = random.map(() => 1);
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 4: wrong, looks like random numbers drawn in evaluation
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
    const random = x.map(() => this.rng.uniform());
    if (!training) {
      this.mask = undefined;
      return [...x];
    }
    this.mask = random.map((u) => (u < this.rate ? 0 : 1 / (1 - this.rate)));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
