// Task 2: wrong, looks like the largest error of a single entry: compare the gradients as a whole
export function relativeError(a: number[], n: number[]): number {
  return a.reduce((worst, v, i) => Math.max(worst, Math.abs(v - n[i]) / (Math.abs(v) + Math.abs(n[i]) || 1)), 0);
}

// Task 4: wrong, looks like a step up the slope
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
        const [mHat, vHat] = [state.m[i] / (1 - 0.9 ** this.t), state.v[i] / (1 - 0.999 ** this.t)];
        return w + (this.learningRate * mHat) / (Math.sqrt(vHat) + 1e-8);
      });
    });
  }
}
