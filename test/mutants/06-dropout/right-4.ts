import { createRng, type Rng } from 'holdout';

// Task 1: right, y first and the mask for itself
export function dropoutForward(x: number[], random: number[], rate: number) {
  const kept = new Set<number>();
  random.forEach((u, i) => !(u < rate) && kept.add(i));
  const y = x.map((value, i) => (kept.has(i) ? value / (1 - rate) : 0));
  const mask = new Array<number>(x.length).fill(0);
  for (const i of kept) mask[i] = 1 / (1 - rate);
  return { y, mask };
}

// Task 2: right, nothing multiplied where the mask is 0
export const dropoutBackward = (dy: number[], mask: number[]) => dy.map((slope, i) => (mask[i] === 0 ? 0 : slope * mask[i]));

// Task 3: right, one factor
export function evaluateDropout(x: number[], rate: number, kind: 'inverted' | 'original'): number[] {
  const factor = { inverted: 1, original: 1 - rate }[kind];
  return x.map((value) => factor * value);
}

// Task 4: right, remembers who was dropped, as booleans
export class DropoutLayer {
  private readonly rng: Rng;
  private dropped: boolean[] = [];
  private scale = 1;

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    this.scale = training ? 1 / (1 - this.rate) : 1;
    this.dropped = x.map(() => training && this.rng.uniform() < this.rate);
    return this.through(x);
  }

  backward(dy: number[]): number[] {
    return this.through(dy);
  }

  private through(values: number[]): number[] {
    return values.map((value, i) => (this.dropped[i] ? 0 : value * this.scale));
  }
}
