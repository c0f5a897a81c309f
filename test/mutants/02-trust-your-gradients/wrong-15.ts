// Task 1: wrong, looks like steps of h/2 to each side: here they are steps of h, and the points are 2h apart
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  const at = (i: number, by: number) => f(x.map((v, k) => (k === i ? v + by : v)));
  return x.map((_, i) => (at(i, h / 2) - at(i, -h / 2)) / h);
}

// Task 2: wrong, looks like a small number in the denominator, next to which small gradients do not count: treat two gradients of zeros apart
export function relativeError(a: number[], n: number[]): number {
  const length = (v: number[]) => Math.hypot(...v);
  return length(a.map((v, i) => v - n[i])) / Math.max(length(a) + length(n), 1e-8);
}

// Task 4: wrong, looks like no step where the gradient is 0: m goes on (leaving such weights alone is sparse Adam)
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
        if (grad[i] === 0) return w;
        s.m[i] = 0.9 * s.m[i] + 0.1 * grad[i];
        s.v[i] = 0.999 * s.v[i] + 0.001 * grad[i] * grad[i];
        return w - (this.learningRate * (s.m[i] / (1 - 0.9 ** this.t))) / (Math.sqrt(s.v[i] / (1 - 0.999 ** this.t)) + 1e-8);
      });
    });
  }
}
