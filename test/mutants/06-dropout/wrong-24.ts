import { createRng } from 'holdout';

// Right values, each as a promise of it: whoever calls these functions needs the values themselves.
function dropoutForwardNow(x: number[], random: number[], rate: number): { y: number[]; mask: number[] } {
  const mask = random.map((u) => (u < rate ? 0 : 1 / (1 - rate)));
  return { y: x.map((value, i) => value * mask[i]), mask };
}

function dropoutBackwardNow(dy: number[], mask: number[]): number[] {
  return dy.map((slope, i) => slope * mask[i]); // y = x · mask, so dy/dx is the mask
}

function evaluateDropoutNow(x: number[], rate: number, kind: 'inverted' | 'original'): number[] {
  return x.map((value) => (kind === 'original' ? value * (1 - rate) : value));
}

class LayerNow {
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
    const { y, mask } = dropoutForwardNow(x, random, this.rate);
    this.mask = mask;
    return y;
  }

  backward(dy: number[]): number[] {
    return this.mask ? dropoutBackwardNow(dy, this.mask) : [...dy];
  }
}

// Task 1: wrong
export const dropoutForward = async (...args: Parameters<typeof dropoutForwardNow>) => dropoutForwardNow(...args);

// Task 2: wrong
export const dropoutBackward = async (...args: Parameters<typeof dropoutBackwardNow>) => dropoutBackwardNow(...args);

// Task 3: wrong
export const evaluateDropout = async (...args: Parameters<typeof evaluateDropoutNow>) => evaluateDropoutNow(...args);

// Task 4: wrong
export class DropoutLayer {
  private readonly layer: LayerNow;
  constructor(rate: number, seed: number) {
    this.layer = new LayerNow(rate, seed);
  }
  async forward(x: number[], training: boolean) {
    return this.layer.forward(x, training);
  }
  async backward(dy: number[]) {
    return this.layer.backward(dy);
  }
}
