// ten steps of the optimizers of PyTorch and Keras, on a quadratic form and on a logistic regression

import { expect } from 'chai';
import { Dense } from '../../src/layers/dense';
import type { Parameter } from '../../src/layers/layer';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { Adam } from '../../src/optimizers/adam';
import { AdamW } from '../../src/optimizers/adamw';
import type { Optimizer } from '../../src/optimizers/optimizer';
import { SGD } from '../../src/optimizers/sgd';
import { l2 } from '../../src/regularizers/l2';
import type { Regularizer } from '../../src/regularizers/regularizer';
import { createRng } from '../../src/tensor/random';
import { tensor, type Matrix } from '../../src/tensor/tensor';
import { parameter } from '../support/parameters';
import { close, describeReference, type Reference } from './read';

/** What is minimised: its weights, and the loss at them, which also writes the gradient. */
interface Objective {
  weights: Parameter;
  loss(): number;
}

/** ½ xᵀA x - bᵀx. */
function quadratic({ A, b, x0 }: Reference, regularizer?: Regularizer): Objective {
  const weights = parameter(
    x0,
    x0.map(() => 0),
    regularizer,
  );
  return {
    weights,
    loss() {
      const x = weights.value.data;
      const ax = A.map((row: number[]) => row.reduce((sum, a, j) => sum + a * x[j], 0));
      weights.grad.data.set(ax.map((value: number, i: number) => value - b[i]));
      return x.reduce((sum, value, i) => sum + value * (ax[i] / 2 - b[i]), 0);
    },
  };
}

/** Binary cross-entropy of X·w, as a Dense(1) without bias and the cross-entropy of two classes with the logits 0 and X·w. */
function logistic({ X, y, w0 }: Reference, regularizer?: Regularizer): Objective {
  const rows = X.length;
  const layer = new Dense(1, { useBias: false, kernelRegularizer: regularizer });
  layer.build([w0.length], createRng(0));
  const [weights] = layer.parameters;
  weights.value.data.set(w0);
  const target = tensor(
    [rows, 2],
    y.map((t: number) => [1 - t, t]),
  );
  return {
    weights,
    loss() {
      const z = layer.forward(tensor([rows, w0.length], X));
      const logits: Matrix = tensor(
        [rows, 2],
        Array.from(z.data, (value) => [0, value]),
      );
      const dLogits = softmaxCrossEntropy.gradient(logits, target);
      layer.backward(
        tensor(
          [rows, 1],
          dLogits.data.filter((_, i) => i % 2 === 1),
        ),
      );
      return softmaxCrossEntropy.value(logits, target);
    },
  };
}

/** Our optimizer for an entry of PyTorch. Its `weight_decay` of SGD and Adam is the gradient of ½·wd·Σw²: our l2(wd / 2). */
function likeTorch(entry: Reference): [optimizer: Optimizer, regularizer?: Regularizer] {
  const { class: kind, settings } = entry;
  if (kind === 'SGD') {
    const { lr, momentum, nesterov, weight_decay } = settings;
    return [new SGD({ learningRate: lr, momentum, nesterov }), l2(weight_decay / 2)];
  }
  const { lr, betas, eps, weight_decay } = settings;
  const options = { learningRate: lr, beta1: betas[0], beta2: betas[1], epsilon: eps };
  if (kind === 'AdamW') return [new AdamW({ ...options, weightDecay: weight_decay })];
  return [new Adam(options), l2(weight_decay / 2)];
}

describeReference('optim', (file) => {
  const objectives: Record<string, (regularizer?: Regularizer) => Objective> = {
    quadratic: (regularizer) => quadratic(file.objectives.quadratic, regularizer),
    logistic: (regularizer) => logistic(file.objectives.logistic, regularizer),
  };

  function follow(
    objective: Objective,
    optimizer: Optimizer,
    expected: Reference,
    gradients: Reference[] | undefined,
  ): void {
    const { weights } = objective;
    expected.loss_before_step.forEach((loss: number, t: number) => {
      close(weights.value.data, expected.params[t]);
      close(objective.loss(), loss);
      if (gradients) close(weights.grad.data, gradients[t]);
      optimizer.step([weights]);
    });
    close(weights.value.data, expected.params[expected.params.length - 1]);
  }

  for (const [name, makeObjective] of Object.entries(objectives)) {
    describe(name, () => {
      for (const optimizer of Object.keys(file.torch).filter((key) => /^(sgd|nesterov|adam)/.test(key))) {
        it(`${optimizer} of PyTorch`, () => {
          const entry = file.torch[optimizer];
          const [ours, regularizer] = likeTorch(entry);
          follow(makeObjective(regularizer), ours, entry[name], entry[name].grads);
        });
      }

      // Adam and AdamW of Keras add epsilon before the bias correction: only one of the two libraries can be matched.
      for (const optimizer of Object.keys(file.keras).filter((key) => /^(sgd|nesterov)/.test(key))) {
        it(`${optimizer} of Keras`, () => {
          const { class: kind, settings, [name]: expected } = file.keras[optimizer];
          expect(kind).to.equal('SGD');
          const { learning_rate, momentum, nesterov } = settings;
          follow(makeObjective(), new SGD({ learningRate: learning_rate, momentum, nesterov }), expected, undefined);
        });
      }
    });
  }
});
