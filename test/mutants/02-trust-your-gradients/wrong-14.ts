// Task 4: wrong, looks like ε added to √v, as in the order that section 2 of the paper calls more efficient: here it is added to √v̂
export class Adam {
  private readonly moments = new Map<string, { m: number[]; v: number[] }>();
  private t = 0;
  constructor(private readonly learningRate: number) {}
  step(parameters: { name: string; value: number[]; grad: number[] }[]): number[][] {
    this.t++;
    const rate = (this.learningRate * Math.sqrt(1 - 0.999 ** this.t)) / (1 - 0.9 ** this.t);
    return parameters.map(({ name, value, grad }) => {
      const state = this.moments.get(name) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      this.moments.set(name, state);
      return value.map((w, i) => {
        state.m[i] = 0.9 * state.m[i] + 0.1 * grad[i];
        state.v[i] = 0.999 * state.v[i] + 0.001 * grad[i] * grad[i];
        return w - (rate * state.m[i]) / (Math.sqrt(state.v[i]) + 1e-8);
      });
    });
  }
}
