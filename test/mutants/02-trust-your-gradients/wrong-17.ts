// Task 2: wrong, looks like the length of the sum in place of the sum of the lengths
export function relativeError(a: number[], n: number[]): number {
  const size = Math.hypot(...a.map((v, i) => v + n[i]));
  return size === 0 ? Math.hypot(...a.map((v, i) => v - n[i])) : Math.hypot(...a.map((v, i) => v - n[i])) / size;
}

// Task 4: wrong, looks like ε under the root: it is added to √v̂
export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    this.t++;
    return parameters.map(({ name, value, grad }) => {
      const s = this.moments.get(name) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      this.moments.set(name, s);
      return value.map((w, i) => {
        s.m[i] = 0.9 * s.m[i] + 0.1 * grad[i];
        s.v[i] = 0.999 * s.v[i] + 0.001 * grad[i] * grad[i];
        return w - (this.learningRate * (s.m[i] / (1 - 0.9 ** this.t))) / Math.sqrt(s.v[i] / (1 - 0.999 ** this.t) + 1e-8);
      });
    });
  }
}
