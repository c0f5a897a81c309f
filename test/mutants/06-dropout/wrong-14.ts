import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like a mask read off the output: an activation of 0 gives 0 whether it was dropped or not
export function dropoutForward(x: number[], random: number[], rate: number) {
  const y = x.map((value, i) => (random[i] < rate ? 0 : value / (1 - rate)));
  return { y, mask: y.map((value) => (value === 0 ? 0 : 1 / (1 - rate))) };
}

// Task 2: wrong, looks like the scale from the units that happened to stay: the mask holds it already
export function dropoutBackward(dy: number[], mask: number[]): number[] {
  const kept = mask.filter((scale) => scale !== 0).length / mask.length;
  return dy.map((slope, i) => (mask[i] === 0 ? 0 : slope / kept));
}

// Task 3: wrong, looks like units dropped at random: in evaluation every unit is there
export const evaluateDropout = (x: number[], rate: number, kind: string) =>
  x.map((value) => (kind === 'original' && Math.random() < rate ? 0 : value));

// Task 4: wrong, looks like a mask read off the output: an activation of 0 gives 0 whether it was dropped or not
export class DropoutLayer {
  private y: number[] = [];
  private training = false;
  private readonly rng: Rng;

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    this.training = training;
    this.y = training ? x.map((value) => (this.rng.uniform() < this.rate ? 0 : value / (1 - this.rate))) : [...x];
    return [...this.y];
  }

  backward(dy: number[]): number[] {
    if (!this.training) return [...dy];
    return dy.map((slope, i) => (this.y[i] === 0 ? 0 : slope / (1 - this.rate)));
  }
}
