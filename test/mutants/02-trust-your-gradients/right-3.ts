// Task 1: right, recursion over the entries
export function numericGradient(f: (x: number[]) => number, x: number[], h: number, i = 0): number[] {
  if (i === x.length) return [];
  const [left, right] = [x.slice(), x.slice()];
  left[i] -= h;
  right[i] += h;
  return [(0.5 * (f(right) - f(left))) / h, ...numericGradient(f, x, h, i + 1)];
}

// Task 2: right, scaled by the largest entry first
export function relativeError(analytic: number[], numeric: number[]): number {
  const largest = Math.max(...analytic.map(Math.abs), ...numeric.map(Math.abs));
  if (largest === 0) return 0;
  const length = (values: number[]) => Math.sqrt(values.reduce((sum, v) => sum + (v / largest) ** 2, 0));
  return length(analytic.map((v, i) => v - numeric[i])) / (length(analytic) + length(numeric));
}

// Task 3: right, the given code without its divisions
export function denseBackward(x: number[][], w: number[][], dy: number[][]): { dx: number[][]; dw: number[][]; db: number[] } {
  const dx = dy.map((row) => w.map((weights) => weights.reduce((sum, weight, k) => sum + row[k] * weight, 0)));
  const dw = w.map((weights, j) => weights.map((_, k) => x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0)));
  const db = w[0].map((_, k) => dy.reduce((sum, row) => sum + row[k], 0));
  return { dx, dw, db };
}

// Task 4: right, with private fields and the corrections gathered in the step size
export class Adam {
  #m: { [name: string]: number[] } = {};
  #v: { [name: string]: number[] } = {};
  #t = 0;
  readonly #rate: number;
  constructor(rate: number) {
    this.#rate = rate;
  }
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    this.#t++;
    const root = Math.sqrt(1 - 0.999 ** this.#t);
    const rate = (this.#rate * root) / (1 - 0.9 ** this.#t);
    const result: number[][] = [];
    for (const { name, value, grad } of parameters) {
      this.#m[name] = grad.map((g, i) => 0.9 * (this.#m[name]?.[i] ?? 0) + 0.1 * g);
      this.#v[name] = grad.map((g, i) => 0.999 * (this.#v[name]?.[i] ?? 0) + 0.001 * g * g);
      result.push(value.map((w, i) => w - (rate * this.#m[name][i]) / (Math.sqrt(this.#v[name][i]) + 1e-8 * root)));
    }
    return result;
  }
}
