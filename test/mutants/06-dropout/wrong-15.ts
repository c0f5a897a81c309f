import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like random numbers of its own: those in `random` decide, so that two equal calls give the same
export function dropoutForward(x: number[], _random: number[], rate: number) {
  const mask = x.map(() => (Math.random() < rate ? 0 : 1 / (1 - rate)));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

let mask: number[] | undefined; // outside of the class

// Task 4: wrong, looks like one mask for all layers: it belongs to `this`
export class DropoutLayer {
  private readonly rng: Rng;

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    mask = training ? x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate))) : undefined;
    return x.map((value, i) => (mask ? value * mask[i] : value));
  }

  backward(dy: number[]): number[] {
    return dy.map((slope, i) => (mask ? slope * mask[i] : slope));
  }
}
