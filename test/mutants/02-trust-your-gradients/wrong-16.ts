// Task 1: wrong, looks like the five-point formula: it is more exact, but here each entry takes two points
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  const at = (i: number, by: number) => f(x.map((v, k) => (k === i ? v + by : v)));
  return x.map((_, i) => (at(i, -2 * h) - 8 * at(i, -h) + 8 * at(i, h) - at(i, 2 * h)) / (12 * h));
}

// Task 2: wrong, looks like a division by the mean of both lengths: here it is their sum
export function relativeError(a: number[], n: number[]): number {
  const mean = (Math.hypot(...a) + Math.hypot(...n)) / 2;
  return mean === 0 ? 0 : Math.hypot(...a.map((v, i) => v - n[i])) / mean;
}

// Task 4: wrong, looks like moments that begin with the first gradient: they begin at 0, and the bias correction allows for it
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
        s.m[i] = this.t === 1 ? grad[i] : 0.9 * s.m[i] + 0.1 * grad[i];
        s.v[i] = this.t === 1 ? grad[i] ** 2 : 0.999 * s.v[i] + 0.001 * grad[i] * grad[i];
        return w - (this.learningRate * s.m[i]) / (Math.sqrt(s.v[i]) + 1e-8);
      });
    });
  }
}
