// Classes, an enum and helpers around the same formulas
enum Slope {
  Once = 1,
  Twice = 2,
}

class Decay {
  constructor(
    private readonly rate: number,
    private readonly strength: number,
  ) {}
  of(weight: number): number {
    return weight - this.rate * this.strength * weight;
  }
}

// Task 1: right
export function decayStep(weights: number[], direction: number[], rate: number, strength: number): number[] {
  const decay = new Decay(rate, strength);
  return weights.map((w) => decay.of(w)).map((w, i) => w - rate * direction[i]);
}

// Task 2: right
export function convertStrength(strength: number, from: string, to: string, n: number): number {
  const slope = (name: string) => (name === 'sum' || name === 'mean' ? Slope.Twice : Slope.Once) / (name === 'mean' ? n : 1);
  return (slope(from) / slope(to)) * strength;
}

// Task 3: right
export function decayKernels(parameters: { name: string; value: number[] }[], rate: number, strength: number) {
  const decay = new Decay(rate, strength);
  const copies = structuredCloneOf(parameters);
  for (const { name, value } of copies) if (name === 'kernel') value.forEach((w, i) => (value[i] = decay.of(w)));
  return copies;
}

function structuredCloneOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

class Adam {
  private readonly m = new Map<number, number>();
  private readonly v = new Map<number, number>();
  private t = 0;
  direction(gradient: number[]): number[] {
    this.t++;
    return gradient.map((g, i) => {
      const m = 0.9 * (this.m.get(i) ?? 0) + (1 - 0.9) * g;
      const v = 0.999 * (this.v.get(i) ?? 0) + (1 - 0.999) * g * g;
      this.m.set(i, m);
      this.v.set(i, v);
      return m / (1 - Math.pow(0.9, this.t)) / (Math.sqrt(v / (1 - Math.pow(0.999, this.t))) + 1e-8);
    });
  }
}

// Task 4: right
export function adamSteps(weights: number[], gradients: number[][], o: { learningRate: number; l2: number; decay: number }): number[] {
  const adam = new Adam();
  return gradients.reduce((w, gradient) => decayStep(w, adam.direction(gradient.map((g, i) => g + 2 * o.l2 * w[i])), o.learningRate, o.decay), weights);
}
