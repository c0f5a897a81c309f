// coordinate-descent paths of scikit-learn, reached by proximal gradient steps: lasso, elastic net, ridge
//
// scikit-learn minimises ‖r‖²/(2n) + penalty, our meanSquaredError is ‖r‖²/n: every strength doubles on the way. Its ridge
// term is ½α‖w‖², ours is λ Σw²: there the two factors cancel.

import { expect } from 'chai';
import { Dense } from '../../src/layers/dense';
import { Sequential } from '../../src/layers/sequential';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import type { Optimizer } from '../../src/optimizers/optimizer';
import { ProximalSGD } from '../../src/optimizers/proximal-sgd';
import { SGD } from '../../src/optimizers/sgd';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import type { Regularizer } from '../../src/regularizers/regularizer';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';
import { close, describeReference, type Reference } from './read';

const paths = { tolerance: 1e-6 };

describeReference('prox_lasso', (file) => {
  const { X, y, n, p } = file;
  const [x, target] = [tensor([n, p], X), tensor([n, 1], y)];
  const rate = 1 / (2 * file.lipschitz_XtX_over_n); // the gradient of ‖r‖²/n changes at most so fast

  /** The linear model that full-batch steps arrive at: until they move no weight by more than rounding. */
  function solve(
    regularizer: Regularizer | undefined,
    optimizer: Optimizer,
    useBias = true,
  ): { coef: Float64Array; intercept: number; objective: number } {
    const dense = new Dense(1, { kernelRegularizer: regularizer, useBias });
    const model = new Sequential([dense], { inputShape: [p], rng: createRng(0) });
    const [kernel, bias] = model.parameters;
    for (let step = 0; step < 20000; step++) {
      const before = model.getWeights();
      model.backward(meanSquaredError.gradient(model.forward(x), target));
      optimizer.step(model.parameters);
      const moved = Math.max(
        ...model.parameters.flatMap(({ value }, i) => [...value.data].map((w, j) => Math.abs(w - before[i].data[j]))),
      );
      if (step > 100 && moved < 1e-11) break;
    }
    const cost = meanSquaredError.value(model.forward(x), target) + model.penalty();
    return { coef: kernel.value.data, intercept: bias?.value.data[0] ?? 0, objective: cost / 2 };
  }

  const proximal = () => new ProximalSGD({ learningRate: rate });

  it('the first strength is beyond the one that makes every coefficient 0', () => {
    expect(file.alphas[0]).to.be.above(file.alpha_max_lasso);
    expect([...solve(l1(2 * file.alpha_max_lasso * (1 + 1e-9)), proximal()).coef].every((w) => w === 0)).to.equal(true);
    expect([...solve(l1(2 * file.alpha_max_lasso * 0.99), proximal()).coef].every((w) => w === 0)).to.equal(false);
  });

  for (const kind of ['lasso', 'elastic_net']) {
    it(`the path of ${kind}: coefficients, intercept and objective, and exact zeros where there are zeros`, () => {
      file.alphas.forEach((alpha: number, i: number) => {
        const expected = file[kind][i];
        close(alpha, expected.alpha);
        const strengths = { l1: 2 * expected.alpha * expected.l1_ratio, l2: expected.alpha * (1 - expected.l1_ratio) };
        const { coef, intercept, objective } = solve(elasticNet(strengths), proximal());
        close(coef, expected.coef, paths);
        close(intercept, expected.intercept, paths);
        close(objective, expected.objective, paths);
        expected.coef.forEach((w: number, j: number) => expect(coef[j] === 0).to.equal(w === 0));
        expect(coef.filter((w) => w !== 0)).to.have.length(expected.n_nonzero);
      });
    });
  }

  it('the path of ridge, by proximal steps and by gradient steps', () => {
    file.ridge.forEach((expected: Reference) => {
      const penalty = l2(expected.sklearn_ridge_alpha / n);
      close(penalty.config.l2!, expected.alpha);
      const gradient = new SGD({ learningRate: 1 / (1 / rate + 2 * expected.alpha) });
      for (const { coef, intercept, objective } of [solve(penalty, proximal()), solve(penalty, gradient)]) {
        close(coef, expected.coef, paths);
        close(intercept, expected.intercept, paths);
        close(objective, expected.objective, paths);
      }
    });
  });

  it('least squares without a penalty', () => {
    const { coef, intercept } = solve(undefined, new SGD({ learningRate: rate }));
    close(coef, file.ols.coef, paths);
    close(intercept, file.ols.intercept, paths);
  });

  it('a lasso without an intercept', () => {
    const { alpha, coef } = file.lasso_no_intercept;
    close(solve(l1(2 * alpha), proximal(), false).coef, coef, paths);
  });
});
