// Task 4: wrong, looks like plain gradient descent
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
        return w - this.learningRate * g + 0 * mHat * vHat;
      });
    });
  }
}
