import { createRng, type Rng } from 'holdout';

// Task 1: wrong, looks like the rate taken for the keep probability: it agrees only at 0.5
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = random.map((u) => (u < rate ? 1 / rate : 0));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

// Task 2: wrong, looks like the mask without its scale: what is kept was multiplied by 1 / (1 - rate)
export const dropoutBackward = (dy: number[], mask: number[]) => dy.map((slope, i) => (mask[i] === 0 ? 0 : slope));

// Task 3: wrong, looks like never scaled: the original dropout left that to evaluation
export const evaluateDropout = (x: number[], _rate: number, _kind: string) => [...x];

// Task 4: wrong, looks like scaled in evaluation as well: inverted dropout has done that in training
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
    if (!training) {
      this.mask = undefined;
      return x.map((value) => value * (1 - this.rate));
    }
    this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate)));
    return x.map((value, i) => value * this.mask![i]);
  }

  backward(dy: number[]): number[] {
    return this.mask ? dy.map((slope, i) => slope * this.mask![i]) : [...dy];
  }
}
