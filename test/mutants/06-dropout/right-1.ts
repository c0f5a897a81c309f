import { createRng, type Rng } from 'holdout';

// Task 1: right, with a loop
export function dropoutForward(x: number[], random: number[], rate: number): { y: number[]; mask: number[] } {
  const [y, mask]: number[][] = [[], []];
  for (let i = 0; i < x.length; i++) {
    const keep = random[i] >= rate;
    mask.push(keep ? 1 / (1 - rate) : 0);
    y.push(keep ? x[i] / (1 - rate) : 0);
  }
  return { y, mask };
}

// Task 2: right, with a loop
export function dropoutBackward(dy: number[], mask: number[]): number[] {
  const dx: number[] = [];
  for (let i = dy.length - 1; i >= 0; i--) dx.unshift(dy[i] * mask[i]);
  return dx;
}

// Task 3: right, x itself where nothing is to be done
export function evaluateDropout(x: number[], rate: number, kind: 'inverted' | 'original'): number[] {
  if (kind === 'inverted') return x;
  return x.map((value) => value - rate * value);
}

// Task 4: right, the mask is made by the function of task 1
export class DropoutLayer {
  private readonly rng: Rng;
  private mask: number[] = [];

  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    this.rng = createRng(seed);
  }

  forward(x: number[], training: boolean): number[] {
    if (!training) {
      this.mask = x.map(() => 1);
      return x;
    }
    const { y, mask } = dropoutForward(x, x.map(this.rng.uniform), this.rate);
    this.mask = mask;
    return y;
  }

  backward(dy: number[]): number[] {
    return dropoutBackward(dy, this.mask);
  }
}
