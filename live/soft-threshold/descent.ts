// target a, λ, η, start → the weight step by step: with the gradient of the L1 penalty, and with its proximal step.

import { ProximalSGD } from '../../src/optimizers/proximal-sgd';
import { SGD } from '../../src/optimizers/sgd';
import { l1 } from '../../src/regularizers/l1';
import { tensor } from '../../src/tensor/tensor';

/** One weight w with the loss ½(w - target)² + λ|w|. */
export interface Descent {
  target: number;
  lambda: number;
  /** The learning rate η. */
  eta: number;
  start: number;
}

/** Steps that are taken. */
export const steps = 40;

/** The weight before the first step and after each: `steps + 1` numbers. */
export function descend(kind: 'subgradient' | 'proximal', { target, lambda, eta, start }: Descent): number[] {
  const value = tensor([1], [start]);
  const grad = tensor([1], [0]);
  const weight = { name: 'weight', value, grad, regularizer: l1(lambda) };
  const optimizer = kind === 'proximal' ? new ProximalSGD({ learningRate: eta }) : new SGD({ learningRate: eta });
  const path = [start];
  for (let step = 0; step < steps; step++) {
    grad.data[0] = value.data[0] - target; // of the data loss alone: the optimizer adds the penalty
    optimizer.step([weight]);
    path.push(value.data[0]);
  }
  return path;
}

/** The soft threshold: what the proximal step makes of the point z that the data step reached. */
export function threshold(z: number, lambda: number, eta: number): number {
  return l1(lambda).proximal(tensor([1], [z]), eta).data[0];
}

/** The weight with the lowest penalized loss. */
export function minimum({ target, lambda }: Descent): number {
  return threshold(target, lambda, 1);
}

/** How many of the steps ended on zero exactly, and the first of them; 0 when none did. */
export function zeros(path: readonly number[]): { count: number; first: number } {
  const after = path.slice(1);
  return { count: after.filter((w) => w === 0).length, first: after.indexOf(0) + 1 };
}
