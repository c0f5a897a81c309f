const moved = (x: number[], i: number, by: number) => x.map((v, k) => (k === i ? v + by : v));
const minus = (a: number[], b: number[]) => a.map((v, i) => v - b[i]);

// Task 1: wrong, looks like a step in proportion to x: h is the step itself
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  return x.map((v, i) => (f(moved(x, i, h * v)) - f(moved(x, i, -h * v))) / (2 * h * v));
}

// Task 2: wrong, looks like sums without squares, in which errors cancel
export function relativeError(a: number[], n: number[]): number {
  const sum = (v: number[]) => Math.abs(v.reduce((total, one) => total + one, 0));
  return sum(minus(a, n)) / (sum(a) + sum(n) || 1);
}

// Task 3: wrong, looks like dw divided by its number of weights
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const batch = x.length;
  const dx = dy.map((row) => w.map((weights) => (weights.reduce((sum, weight, k) => sum + row[k] * weight, 0))));
  const dw = w.map((weights, j) => weights.map((_, k) => (x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0) / (w.length * w[0].length))));
  const db = w[0].map((_, k) => (dy.reduce((sum, row) => sum + row[k], 0)));
  return { dx, dw, db, batch };
}

// Task 4: wrong, looks like no bias correction
export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    this.t++;
    return parameters.map(({ name, value, grad }) => {
      const key = name;
      const state = this.moments.get(key) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      this.moments.set(key, state);
      return value.map((w, i) => {
        const g = grad[i];
        state.m[i] = 0.9 * state.m[i] + 0.1 * g;
        state.v[i] = 0.999 * state.v[i] + 0.001 * g * g;
        const [mHat, vHat] = [state.m[i], state.v[i]];
        return w - (this.learningRate * mHat) / (Math.sqrt(vHat) + 1e-8);
      });
    });
  }
}
