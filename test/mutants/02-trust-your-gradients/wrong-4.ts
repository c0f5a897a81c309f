const norm = (v: number[]) => Math.hypot(...v);
const minus = (a: number[], b: number[]) => a.map((v, i) => v - b[i]);

// Task 1: wrong, looks like all entries moved at once: one at a time
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  const above = x.map((v) => v + h);
  const below = x.map((v) => v - h);
  return x.map(() => (f(above) - f(below)) / (2 * h));
}

// Task 2: wrong, looks like a division by ‖n‖ alone
export function relativeError(a: number[], n: number[]): number {
  return norm(minus(a, n)) / (norm(n) || 1);
}

// Task 3: wrong, looks like dx divided by the batch size: it was right before
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const batch = x.length;
  const dx = dy.map((row) => w.map((weights) => (weights.reduce((sum, weight, k) => sum + row[k] * weight, 0) / batch)));
  const dw = w.map((weights, j) => weights.map((_, k) => (x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0))));
  const db = w[0].map((_, k) => (dy.reduce((sum, row) => sum + row[k], 0)));
  return { dx, dw, db, batch };
}

// Task 4: wrong, looks like a count that grows with each parameter: it grows once a step
export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    return parameters.map(({ name, value, grad }) => {
      this.t++;
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
