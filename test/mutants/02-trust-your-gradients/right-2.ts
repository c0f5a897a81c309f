// Task 1: right, unit vectors and typed arrays
export const numericGradient = (f: (x: number[]) => number, x: number[], h: number) =>
  Float64Array.from(x, (_, i) => {
    const e = x.map((_, k) => Number(k === i));
    const along = (t: number) => f(x.map((v, k) => v + t * e[k]));
    return (along(h) - along(-h)) / (h + h);
  });

// Task 2: right, with hypot
export const relativeError = (a: number[], n: number[]) => {
  const top = Math.hypot(...a.map((v, i) => v - n[i]));
  const bottom = Math.hypot(...a) + Math.hypot(...n);
  return bottom > 0 ? top / bottom : 0;
};

// Task 3: right, with a matrix product
const transposed = (m: number[][]) => m[0].map((_, j) => m.map((row) => row[j]));
const product = (a: number[][], b: number[][]) => a.map((row) => transposed(b).map((column) => row.reduce((sum, v, i) => sum + v * column[i], 0)));
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  return { dx: product(dy, transposed(w)), dw: product(transposed(x), dy), db: product([x.map(() => 1)], dy)[0] };
}

// Task 4: right, an object for each parameter that counts its own steps
class Moments {
  t = 0;
  m: number[];
  v: number[];
  constructor(size: number) {
    this.m = new Array(size).fill(0);
    this.v = new Array(size).fill(0);
  }
  step(value: number[], grad: number[], rate: number): number[] {
    this.t += 1;
    return value.map((w, i) => {
      this.m[i] = 0.9 * this.m[i] + 0.1 * grad[i];
      this.v[i] = 0.999 * this.v[i] + 0.001 * grad[i] * grad[i];
      return w - (rate * (this.m[i] / (1 - Math.pow(0.9, this.t)))) / (Math.sqrt(this.v[i] / (1 - Math.pow(0.999, this.t))) + 1e-8);
    });
  }
}
export class Adam {
  private all = new Map<string, Moments>();
  constructor(private rate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]) {
    return parameters.map(({ name, value, grad }) => {
      if (!this.all.has(name)) this.all.set(name, new Moments(value.length));
      return this.all.get(name)!.step(value, grad, this.rate);
    });
  }
}
