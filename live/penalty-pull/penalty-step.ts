// w, λ, η, g → one step without penalty, with L1, with L2; λ → where two weights come to rest. All with the course's own code.

import { SGD } from '../../src/optimizers/sgd';
import { ProximalSGD } from '../../src/optimizers/proximal-sgd';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import type { Regularizer } from '../../src/regularizers/regularizer';
import { tensor } from '../../src/tensor/tensor';
import type { Point } from '../kit/numbers';

export interface Step {
  /** How far the data moved the weight: -ηg. */
  data: number;
  /** How far the penalty moved it: -η times its gradient. */
  penalty: number;
  /** The weight after the step. */
  after: number;
}

/** One step of gradient descent on one weight: without a penalty, with L1, with L2. */
export function steps(weight: number, lambda: number, eta: number, gradient: number): [Step, Step, Step] {
  const step = (regularizer?: Regularizer): Step => {
    const value = tensor([1], [weight]);
    const pull = regularizer?.gradient(value).data[0] ?? 0;
    new SGD({ learningRate: eta }).step([{ name: 'w', value, grad: tensor([1], [gradient]), regularizer }]);
    return { data: -eta * gradient, penalty: -eta * pull, after: value.data[0] };
  };
  return [step(), step(l1(lambda)), step(l2(lambda))];
}

/** The gradients of L1 and L2 at a weight. */
export function pulls(weight: number, lambda: number): [l1: number, l2: number] {
  const w = tensor([1], [weight]);
  return [l1(lambda).gradient(w).data[0], l2(lambda).gradient(w).data[0]];
}

/** A data loss over two weights: ½ (w - best)ᵀ A (w - best). The first weight matters less to it than the second. */
export const bowl = { best: [1.2, 2] as Point, a: [0.15, 0.1, 0.35] as const }; // A = [[a₀, a₁], [a₁, a₂]]

export function dataLoss([w1, w2]: Point): number {
  const [g1, g2] = dataGradient([w1, w2]);
  return 0.5 * (g1 * (w1 - bowl.best[0]) + g2 * (w2 - bowl.best[1]));
}

function dataGradient([w1, w2]: Point): Point {
  const [d1, d2] = [w1 - bowl.best[0], w2 - bowl.best[1]];
  const [a0, a1, a2] = bowl.a;
  return [a0 * d1 + a1 * d2, a1 * d1 + a2 * d2];
}

/** The weights at which data loss plus penalty is least, by proximal steps: L1 reaches an exact zero. */
export function restingPlace(regularizer: Regularizer): Point {
  const value = tensor([2], bowl.best);
  const grad = tensor([2], [0, 0]);
  const optimizer = new ProximalSGD({ learningRate: 2 });
  for (let i = 0; i < 150; i++) {
    grad.data.set(dataGradient([value.data[0], value.data[1]]));
    optimizer.step([{ name: 'w', value, grad, regularizer }]);
  }
  return [value.data[0], value.data[1]];
}

/** The weights of equal data loss, as a closed line around the best ones. */
export function contour(loss: number, points = 72): Point[] {
  const [a0, a1, a2] = bowl.a; // A = LLᵀ, so w = best + √(2 loss) L⁻ᵀ u for u on the unit circle
  const l0 = Math.sqrt(a0);
  const l1 = a1 / l0;
  const l2 = Math.sqrt(a2 - l1 * l1);
  const radius = Math.sqrt(2 * loss);
  return Array.from({ length: points }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    const d2 = (radius * Math.sin(angle)) / l2;
    const d1 = (radius * Math.cos(angle) - l1 * d2) / l0;
    return [bowl.best[0] + d1, bowl.best[1] + d2];
  });
}
