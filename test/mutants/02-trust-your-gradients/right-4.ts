// Task 1: right, divides by the distance that the floats really have
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  const point = Float64Array.from(x) as unknown as number[];
  return x.map((at, i) => {
    const [low, high] = [at - h, at + h];
    point[i] = low;
    const below = f(point);
    point[i] = high;
    const above = f(point);
    point[i] = at;
    return (above - below) / (high - low);
  });
}

// Task 2: right, equal lists first
export function relativeError(analytic: number[], numeric: number[]): number {
  if (analytic.every((v, i) => v === numeric[i])) return 0;
  const square = (values: number[]) => values.map((v) => v ** 2).reduceRight((sum, v) => sum + v, 0);
  return Math.sqrt(square(analytic.map((v, i) => v - numeric[i]))) / (Math.sqrt(square(analytic)) + Math.sqrt(square(numeric)));
}

// Task 3: right, as a sum of outer products
export function denseBackward(x: number[][], w: number[][], dy: number[][]) {
  const sum = (a: number[][], b: number[][]) => a.map((row, j) => row.map((v, k) => v + b[j][k]));
  const outer = x.map((row, i) => row.map((v) => dy[i].map((slope) => v * slope)));
  return {
    dx: dy.map((slopes) => w.map((row) => row.map((v, k) => v * slopes[k]).reduce((a, b) => a + b))),
    dw: outer.reduce(sum),
    db: dy.reduce((a, b) => a.map((v, k) => v + b[k])),
  };
}

// Task 4: right, moments as sums over all the gradients so far
export class Adam {
  history = new Map<string, number[][]>();
  constructor(public rate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]) {
    return parameters.map(({ name, value, grad }) => {
      const all = this.history.get(name) ?? [];
      all.push([...grad]);
      this.history.set(name, all);
      const average = (i: number, beta: number, f: (g: number) => number) => {
        let [sum, weights] = [0, 0];
        all.forEach((g, k) => {
          sum += beta ** (all.length - 1 - k) * f(g[i]);
          weights += beta ** (all.length - 1 - k);
        });
        return sum / weights;
      };
      return value.map((w, i) => w - (this.rate * average(i, 0.9, (g) => g)) / (Math.sqrt(average(i, 0.999, (g) => g * g)) + 1e-8));
    });
  }
}
