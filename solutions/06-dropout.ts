// x → mask → x·mask while training; x as it is in evaluation

import { createRng } from 'holdout';

export function dropoutForward(x: number[], random: number[], rate: number): { y: number[]; mask: number[] } {
  const mask = random.map((u) => (u < rate ? 0 : 1 / (1 - rate)));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

export function dropoutBackward(dy: number[], mask: number[]): number[] {
  return dy.map((slope, i) => slope * mask[i]); // y = x · mask, so dy/dx is the mask
}

export function evaluateDropout(x: number[], rate: number, kind: 'inverted' | 'original'): number[] {
  return x.map((value) => (kind === 'original' ? value * (1 - rate) : value));
}

export class DropoutLayer {
  private readonly rng;
  private mask?: number[];

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed); // once: a new one in forward would give the same mask forever
  }

  forward(x: number[], training: boolean): number[] {
    this.mask = undefined; // of an earlier pass
    if (!training) return [...x];
    const random = x.map(() => this.rng.uniform());
    const { y, mask } = dropoutForward(x, random, this.rate);
    this.mask = mask;
    return y;
  }

  backward(dy: number[]): number[] {
    return this.mask ? dropoutBackward(dy, this.mask) : [...dy];
  }
}
