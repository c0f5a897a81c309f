// the example of three weights, calculated by hand: penalties, steps, and what each pull does to a weight near zero

import { expect } from 'chai';
import { ProximalSGD } from '../../src/optimizers/proximal-sgd';
import { SGD } from '../../src/optimizers/sgd';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import type { Regularizer } from '../../src/regularizers/regularizer';
import { parameter } from '../support/parameters';
import { vector } from '../support/tensors';
import { close, describeReference } from './read';

describeReference('worked_example', (example) => {
  const { inputs } = example;
  const w: number[] = inputs.w;
  const dataGrad = w.map(() => inputs.data_grad);
  const learningRate: number = inputs.eta;
  const lambda: number = inputs.lambda;
  const strengths = { l1: inputs.elastic_net.lambda1, l2: inputs.elastic_net.lambda2 };

  /** The weights after one step with a data gradient. */
  function step(
    optimizer: SGD | ProximalSGD,
    regularizer: Regularizer | undefined,
    grad = dataGrad,
    from = w,
  ): Float64Array {
    const p = parameter(from, grad, regularizer);
    optimizer.step([p]);
    return p.value.data;
  }

  const penalties: Record<string, Regularizer> = {
    no_penalty: l2(0),
    l1: l1(lambda),
    l2: l2(lambda),
    l2_half_convention: l2(lambda / 2), // ½λ Σw² is our l2 with half the strength
    elastic_net: elasticNet(strengths),
  };
  for (const [name, penalty] of Object.entries(penalties)) {
    it(`${name}: price, gradients and the step of SGD`, () => {
      const expected = example[name];
      close(penalty.penalty(vector(...w)), expected.penalty);
      close(inputs.data_loss + penalty.penalty(vector(...w)), expected.total_loss);
      const pull = penalty.gradient(vector(...w)).data;
      close(pull, expected.grad_penalty);
      close(
        pull.map((g, i) => g + dataGrad[i]),
        expected.grad_total,
      );
      const after = step(new SGD({ learningRate }), penalty);
      close(after, expected.w_new);
      close(
        after.map((value, i) => Math.abs(value) - Math.abs(w[i])),
        expected.abs_change,
        { scale: 1 },
      );
    });
  }

  it('the proximal steps', () => {
    const { proximal } = example;
    close(step(new ProximalSGD({ learningRate }), l1(lambda)), proximal.l1_soft_threshold);
    close(step(new ProximalSGD({ learningRate }), l2(lambda)), proximal.l2);
    close(step(new ProximalSGD({ learningRate }), elasticNet(strengths)), proximal.elastic_net);
    const weight = 2 * proximal.threshold_l1;
    close(l1(lambda).proximal(vector(weight), learningRate).data[0], weight - proximal.threshold_l1, { scale: 0 });
  });

  it('a step of L2 is a weight decay by 1 - 2ηλ beside the data step', () => {
    const { w_new, factor } = example.l2_as_weight_decay;
    close(step(new SGD({ learningRate }), l2(lambda)), w_new);
    const withoutData = step(
      new SGD({ learningRate }),
      l2(lambda),
      w.map(() => 0),
    );
    close(
      withoutData,
      w.map((value) => factor * value),
    );
  });

  it('the pull of L1 is the same on every weight, that of L2 grows with it', () => {
    close(
      l1(lambda)
        .gradient(vector(...w))
        .data.map(Math.abs),
      example.penalty_pull.l1,
    );
    close(
      l2(lambda)
        .gradient(vector(...w))
        .data.map(Math.abs),
      example.penalty_pull.l2,
    );
  });

  it('small weights oscillate around zero under gradient steps of L1, and reach it under proximal steps', () => {
    const { w0, eta, lambda, data_grad, subgradient_trajectory, proximal_trajectory } = example.small_weights;
    const gradient = parameter(
      w0,
      w0.map(() => data_grad),
      l1(lambda),
    );
    const proximal = parameter(
      w0,
      w0.map(() => data_grad),
      l1(lambda),
    );
    const [sgd, prox] = [new SGD({ learningRate: eta }), new ProximalSGD({ learningRate: eta })];
    const steps = subgradient_trajectory.length;
    for (let t = 0; t < steps; t++) {
      close(gradient.value, subgradient_trajectory[t]);
      close(proximal.value, proximal_trajectory[t]);
      proximal_trajectory[t].forEach((value: number, i: number) =>
        expect(proximal.value.data[i] === 0).to.equal(value === 0),
      ); // exactly
      sgd.step([gradient]);
      prox.step([proximal]);
    }
  });

  it('the numbers that were printed for it, to the digits printed', () => {
    const { L1_loss, L2_loss, L1_w, L2_w } = example.seed_printed;
    close(inputs.data_loss + l1(lambda).penalty(vector(...w)), L1_loss, { tolerance: 1e-3 });
    close(inputs.data_loss + l2(lambda).penalty(vector(...w)), L2_loss, { tolerance: 1e-3 });
    close(step(new SGD({ learningRate }), l1(lambda)), L1_w, { tolerance: 5e-4, scale: 1 });
    close(step(new SGD({ learningRate }), l2(lambda)), L2_w, { tolerance: 5e-4, scale: 1 });
  });
});
