// Task 1: right, moves each entry in place and puts it back
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  const gradient: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const kept = x[i];
    x[i] = kept + h;
    const above = f(x);
    x[i] = kept - h;
    const below = f(x);
    x[i] = kept;
    gradient.push((above - below) / 2 / h);
  }
  return gradient;
}

// Task 2: right, in one loop
export function relativeError(analytic: number[], numeric: number[]): number {
  let [a, n, d] = [0, 0, 0];
  for (let i = 0; i < analytic.length; i++) {
    a += analytic[i] ** 2;
    n += numeric[i] ** 2;
    d += (analytic[i] - numeric[i]) ** 2;
  }
  return d === 0 ? 0 : Math.sqrt(d) / (Math.sqrt(a) + Math.sqrt(n));
}

// Task 3: right, example by example
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const dx = x.map((row) => row.map(() => 0));
  const dw = w.map((row) => row.map(() => 0));
  const db = w[0].map(() => 0);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = 0; k < db.length; k++) {
      db[k] += dy[i][k];
      for (let j = 0; j < w.length; j++) {
        dw[j][k] += x[i][j] * dy[i][k];
        dx[i][j] += dy[i][k] * w[j][k];
      }
    }
  }
  return { db, dw, dx };
}

// Task 4: right, an object by name, corrections as running products, values changed in place
export class Adam {
  private state: Record<string, [Float64Array, Float64Array]> = {};
  private beta1Power = 1;
  private beta2Power = 1;
  constructor(private rate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]) {
    this.beta1Power *= 0.9;
    this.beta2Power *= 0.999;
    for (const p of parameters) {
      const [m, v] = (this.state[p.name] ??= [new Float64Array(p.value.length), new Float64Array(p.value.length)]);
      for (let i = 0; i < m.length; i++) {
        m[i] += 0.1 * (p.grad[i] - m[i]);
        v[i] += 0.001 * (p.grad[i] ** 2 - v[i]);
        p.value[i] -= ((this.rate / (1 - this.beta1Power)) * m[i]) / (Math.sqrt(v[i] / (1 - this.beta2Power)) + 1e-8);
      }
    }
    return parameters.map((p) => p.value);
  }
}
