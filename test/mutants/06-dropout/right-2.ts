import { createRng, type Rng } from 'holdout';

// Task 1: right, typed arrays
export function dropoutForward(x: number[], random: number[], rate: number) {
  const mask = Float64Array.from(random, (u) => Number(u >= rate) / (1 - rate));
  return { mask, y: mask.map((scale, i) => scale * x[i]), dropped: mask.filter((scale) => scale === 0).length };
}

// Task 2: right, a typed array
export const dropoutBackward = (dy: number[], mask: number[]) => Float64Array.from(mask, (scale, i) => scale * dy[i]);

// Task 3: right, a typed array
export const evaluateDropout = (x: number[], rate: number, kind: string) => Float64Array.from(x, (value) => (kind === 'inverted' ? 1 : 1 - rate) * value);

// Task 4: right, backward is a closure
export class DropoutLayer {
  #rng: Rng;
  #rate: number;
  #back = (dy: number[]): ArrayLike<number> => dy;
  constructor(rate: number, seed: number) {
    this.#rate = rate;
    this.#rng = createRng(seed);
  }
  forward(x: number[], training: boolean): ArrayLike<number> {
    const scale = training ? x.map(() => (this.#rng.uniform() >= this.#rate ? 1 / (1 - this.#rate) : 0)) : x.map(() => 1);
    this.#back = (dy) => Float64Array.from(dy, (slope, i) => slope * scale[i]);
    return this.#back(x);
  }
  backward(dy: number[]): ArrayLike<number> {
    return this.#back(dy);
  }
}
