// backward pass → is it the derivative of the forward pass? → optimizer

export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  const moved = (i: number, by: number) => x.map((value, k) => (k === i ? value + by : value));
  return x.map((_, i) => (f(moved(i, h)) - f(moved(i, -h))) / (2 * h));
}

export function relativeError(analytic: number[], numeric: number[]): number {
  const norm = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const size = norm(analytic) + norm(numeric);
  return size === 0 ? 0 : norm(analytic.map((value, i) => value - numeric[i])) / size;
}

export function denseBackward(
  x: number[][],
  w: number[][],
  dy: number[][],
): { dx: number[][]; dw: number[][]; db: number[] } {
  const dx = dy.map((row) => w.map((weights) => weights.reduce((sum, weight, k) => sum + row[k] * weight, 0)));
  const dw = w.map((weights, j) => weights.map((_, k) => x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0))); // a sum: the mean was taken by the loss
  const db = w[0].map((_, k) => dy.reduce((sum, row) => sum + row[k], 0));
  return { dx, dw, db };
}

export interface NamedParameter {
  name: string;
  value: number[];
  grad: number[];
}

export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>(); // by name: the lists are other ones at each step
  private t = 0;

  constructor(private readonly learningRate: number) {}

  step(parameters: NamedParameter[]): number[][] {
    this.t += 1;
    return parameters.map(({ name, value, grad }) => {
      const before = this.moments.get(name) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      const m = grad.map((g, i) => 0.9 * before.m[i] + (1 - 0.9) * g);
      const v = grad.map((g, i) => 0.999 * before.v[i] + (1 - 0.999) * g * g);
      this.moments.set(name, { m, v });
      const corrected = (i: number) => m[i] / (1 - 0.9 ** this.t) / (Math.sqrt(v[i] / (1 - 0.999 ** this.t)) + 1e-8);
      return value.map((w, i) => w - this.learningRate * corrected(i));
    });
  }
}
