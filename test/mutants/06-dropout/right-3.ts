import { createRng, type Rng } from 'holdout';

// An enum, a namespace and a base class around the same formulas
enum Kind {
  inverted = 'inverted',
  original = 'original',
}

namespace Keep {
  export const share = (rate: number) => 1 - rate;
  export const scale = (u: number, rate: number) => (u < rate ? 0 : share(rate) ** -1);
}

const product = (a: number[], b: number[]) => a.map((value, i) => value * b[i]);

// Task 1: right
export const dropoutForward = (x: number[], random: number[], rate: number) => {
  const mask = random.map((u) => Keep.scale(u, rate));
  return { y: product(x, mask), mask };
};
// Task 2: right
export const dropoutBackward = product;
// Task 3: right
export const evaluateDropout = (x: number[], rate: number, kind: Kind) => {
  switch (kind) {
    case Kind.inverted:
      return x.concat();
    case Kind.original:
      return x.map((value) => Keep.share(rate) * value);
  }
};

abstract class Masked {
  protected mask: number[] | null = null;
  backward(dy: number[]): number[] {
    return this.mask === null ? dy : product(dy, this.mask);
  }
}

// Task 4: right
export class DropoutLayer extends Masked {
  private readonly numbers: Generator<number>;
  constructor(
    private readonly rate: number,
    seed: number,
  ) {
    super();
    this.numbers = uniforms(createRng(seed));
  }
  forward(x: number[], training: boolean): number[] {
    this.mask = training ? x.map(() => Keep.scale(this.numbers.next().value as number, this.rate)) : null;
    return this.mask === null ? x : product(x, this.mask);
  }
}

function* uniforms(rng: Rng): Generator<number> {
  for (;;) yield rng.uniform();
}
