// Helper functions, a class and an enum around the same formulas
enum Norm {
  L1 = 1,
  L2 = 2,
}

class Penalty {
  constructor(
    private readonly norm: Norm,
    private readonly lambda: number,
  ) {}
  value(w: number[]): number {
    return this.lambda * w.reduce((sum, v) => sum + Math.abs(v) ** this.norm, 0);
  }
  slope(v: number): number {
    return this.norm === Norm.L1 ? this.lambda * (Number(v > 0) - Number(v < 0)) : 2 * this.lambda * v;
  }
}

function step(w: number[], g: number[], rate: number, penalty: Penalty): number[] {
  const next: number[] = [];
  for (const [i, v] of w.entries()) next.push(v - rate * (g[i] + penalty.slope(v)));
  return next;
}

// Task 1: right
export const l1Loss = (L: number, w: number[], lambda: number) => L + new Penalty(Norm.L1, lambda).value(w);
// Task 2: right
export const l2Loss = (L: number, w: number[], lambda: number) => L + new Penalty(Norm.L2, lambda).value(w);
// Task 3: right
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => step(w, g, rate, new Penalty(Norm.L1, lambda));
// Task 4: right
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => step(w, g, rate, new Penalty(Norm.L2, lambda));
