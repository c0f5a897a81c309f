const moved = (x: number[], i: number, by: number) => x.map((v, k) => (k === i ? v + by : v));
const norm = (v: number[]) => Math.hypot(...v);
const minus = (a: number[], b: number[]) => a.map((v, i) => v - b[i]);

// Task 1: wrong, looks like the forward difference (f(x + h) - f(x)) / h
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  return x.map((_, i) => (f(moved(x, i, h)) - f(x)) / h);
}

// Task 2: wrong, looks like NaN for two gradients of zeros: they are equal
export function relativeError(a: number[], n: number[]): number {
  return norm(minus(a, n)) / (norm(a) + norm(n));
}

// Task 3: wrong, looks like the fault as it was: dw and db divided by the batch size, which the loss has done already
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const batch = x.length;
  const dx = dy.map((row) => w.map((weights) => (weights.reduce((sum, weight, k) => sum + row[k] * weight, 0))));
  const dw = w.map((weights, j) => weights.map((_, k) => (x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0) / batch)));
  const db = w[0].map((_, k) => (dy.reduce((sum, row) => sum + row[k], 0) / batch));
  return { dx, dw, db, batch };
}

// Task 4: wrong, looks like state that is lost at each step: the lists are new ones each time, the name stays
export class Adam {
  private readonly moments = new Map<number[], { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    this.t++;
    return parameters.map(({ value, grad }) => {
      const key = value;
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
