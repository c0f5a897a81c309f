const moved = (x: number[], i: number, by: number) => x.map((v, k) => (k === i ? v + by : v));
const norm = (v: number[]) => Math.hypot(...v);
const minus = (a: number[], b: number[]) => a.map((v, i) => v - b[i]);

// Task 1: wrong, looks like the sign turned: f(x + h) comes first
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  return x.map((_, i) => (f(moved(x, i, -h)) - f(moved(x, i, h))) / (2 * h));
}

// Task 2: wrong, looks like a division by the larger norm: here it is the sum of both
export function relativeError(a: number[], n: number[]): number {
  const larger = Math.max(norm(a), norm(n));
  return larger === 0 ? 0 : norm(minus(a, n)) / larger;
}

// Task 3: wrong, looks like all three divided by the batch size
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const batch = x.length;
  const dx = dy.map((row) => w.map((weights) => (weights.reduce((sum, weight, k) => sum + row[k] * weight, 0) / batch)));
  const dw = w.map((weights, j) => weights.map((_, k) => (x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0) / batch)));
  const db = w[0].map((_, k) => (dy.reduce((sum, row) => sum + row[k], 0) / batch));
  return { dx, dw, db, batch };
}

// Task 4: wrong, looks like a count that stays at 1
export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    this.t = 1;
    return parameters.map(({ name, value, grad }) => {
      const key = name;
      const state = this.moments.get(key) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      this.moments.set(key, state);
      return value.map((w, i) => {
        const g = grad[i];
        state.m[i] = 0.9 * state.m[i] + 0.1 * g;
        state.v[i] = 0.999 * state.v[i] + 0.001 * g * g;
        const [mHat, vHat] = [state.m[i] / (1 - 0.9 ** this.t), state.v[i] / (1 - 0.999 ** this.t)];
        return w - (this.learningRate * mHat) / (Math.sqrt(vHat) + 1e-8);
      });
    });
  }
}
