// Right numbers, in a promise: every task asks for the value itself.

// Task 1: wrong
export async function numericGradient(f: (x: number[]) => number, x: number[], h: number): Promise<number[]> {
  const at = (i: number, by: number) => f(x.map((v, k) => (k === i ? v + by : v)));
  return x.map((_, i) => (at(i, h) - at(i, -h)) / (2 * h));
}

// Task 2: wrong
export const relativeError = async (a: number[], n: number[]) => Math.hypot(...a.map((v, i) => v - n[i])) / (Math.hypot(...a) + Math.hypot(...n) || 1);

// Task 3: wrong
export async function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const dx = dy.map((row) => w.map((weights) => weights.reduce((sum, weight, k) => sum + row[k] * weight, 0)));
  const dw = w.map((weights, j) => weights.map((_, k) => x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0)));
  return { dx, dw, db: w[0].map((_, k) => dy.reduce((sum, row) => sum + row[k], 0)) };
}

// Task 4: wrong
export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  async step(parameters: { name: string; value: number[]; grad: number[] }[]) {
    this.t++;
    return parameters.map(({ name, value, grad }) => {
      const s = this.moments.get(name) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      this.moments.set(name, s);
      return value.map((w, i) => {
        s.m[i] = 0.9 * s.m[i] + 0.1 * grad[i];
        s.v[i] = 0.999 * s.v[i] + 0.001 * grad[i] * grad[i];
        return w - (this.learningRate * (s.m[i] / (1 - 0.9 ** this.t))) / (Math.sqrt(s.v[i] / (1 - 0.999 ** this.t)) + 1e-8);
      });
    });
  }
}
