import { createRng, type Rng } from 'holdout';

let once: number[] | undefined;

// Task 1: wrong, looks like one mask for all calls: each call makes its own from its random numbers
export function dropoutForward(x: number[], random: number[], rate: number) {
  if (once?.length !== random.length) once = random.map((u) => (u < rate ? 0 : 1 / (1 - rate)));
  const mask = once;
  return { y: x.map((value, i) => value * mask[i]), mask };
}

let rng: Rng; // outside of the class: that of the layer made last
let mask: number[] | undefined;

// Task 4: wrong, looks like a generator or a rate that all layers share: they belong to `this`
export class DropoutLayer {
  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    mask = training ? x.map(() => (rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate))) : undefined;
    return x.map((value, i) => (mask ? value * mask[i] : value));
  }

  backward(dy: number[]): number[] {
    return dy.map((slope, i) => (mask ? slope * mask[i] : slope));
  }
}
