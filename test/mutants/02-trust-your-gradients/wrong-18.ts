// Each alone is right; two that are used in turn take each other's moments.
let moments = new Map<string, { m: number[]; v: number[] }>();
let t = 0;

// Task 4: wrong, looks like a state that all objects share: keep it in the object, not in a variable of the file
export class Adam {
  constructor(private readonly learningRate: number) {
    moments = new Map();
    t = 0;
  }
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    t++;
    return parameters.map(({ name, value, grad }) => {
      const s = moments.get(name) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      moments.set(name, s);
      return value.map((w, i) => {
        s.m[i] = 0.9 * s.m[i] + 0.1 * grad[i];
        s.v[i] = 0.999 * s.v[i] + 0.001 * grad[i] * grad[i];
        return w - (this.learningRate * (s.m[i] / (1 - 0.9 ** t))) / (Math.sqrt(s.v[i] / (1 - 0.999 ** t)) + 1e-8);
      });
    });
  }
}
