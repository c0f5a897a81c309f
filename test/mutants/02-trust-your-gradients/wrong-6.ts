const norm = (v: number[]) => Math.hypot(...v);
const minus = (a: number[], b: number[]) => a.map((v, i) => v - b[i]);

// Task 1: wrong, looks like entries that stay at x - h: put each one back before you move the next
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  const at = [...x];
  return x.map((_, i) => {
    at[i] += h;
    const above = f(at);
    at[i] -= 2 * h;
    return (above - f(at)) / (2 * h);
  });
}

// Task 2: wrong, looks like squared lengths: take the square roots
export function relativeError(a: number[], n: number[]): number {
  const size = norm(a) ** 2 + norm(n) ** 2;
  return size === 0 ? 0 : norm(minus(a, n)) ** 2 / size;
}

// Task 3: wrong, looks like dw and db multiplied by the batch size: leaving the division out is enough
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const batch = x.length;
  const dx = dy.map((row) => w.map((weights) => (weights.reduce((sum, weight, k) => sum + row[k] * weight, 0))));
  const dw = w.map((weights, j) => weights.map((_, k) => (x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0) * batch)));
  const db = w[0].map((_, k) => (dy.reduce((sum, row) => sum + row[k], 0) * batch));
  return { dx, dw, db, batch };
}

// Task 4: wrong, looks like a count that starts at 0, so that the first step divides by 0
export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    const t = this.t++;
    return parameters.map(({ name, value, grad }) => {
      const key = name;
      const state = this.moments.get(key) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      this.moments.set(key, state);
      return value.map((w, i) => {
        const g = grad[i];
        state.m[i] = 0.9 * state.m[i] + 0.1 * g;
        state.v[i] = 0.999 * state.v[i] + 0.001 * g * g;
        const [mHat, vHat] = [state.m[i] / (1 - 0.9 ** t), state.v[i] / (1 - 0.999 ** t)];
        return w - (this.learningRate * mHat) / (Math.sqrt(vHat) + 1e-8);
      });
    });
  }
}
