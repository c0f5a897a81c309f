// Dense, ReLU, losses and penalties of NumPy, PyTorch and Keras

import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { keepMask } from '../../src/layers/keep-mask';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import { softmax } from '../../src/losses/softmax';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { totalGradient } from '../../src/optimizers/optimizer';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { l1 } from '../../src/regularizers/l1';
import { l2, scale } from '../../src/regularizers/l2';
import type { Regularizer } from '../../src/regularizers/regularizer';
import { createRng, type Rng } from '../../src/tensor/random';
import { tensor, type Matrix } from '../../src/tensor/tensor';
import { close, describeReference } from './read';

const matrix = (rows: number[][]): Matrix => tensor([rows.length, rows[0].length], rows);

/** A Dense layer with these weights. */
function dense(w: number[][], b: number[], kernelRegularizer?: Regularizer): Dense {
  const layer = new Dense(b.length, { kernelRegularizer });
  layer.build([w.length], createRng(0));
  setWeights(layer, w, b);
  return layer;
}

function setWeights(layer: Dense, w: number[][], b: number[]): void {
  layer.parameters[0].value.data.set(w.flat());
  layer.parameters[1].value.data.set(b);
}

/** λ₁ Σ|w| + λ₂ Σw² in the layer that has no other place for them. */
const penalty = (lambda1: number, lambda2: number): Regularizer => {
  if (lambda1 && lambda2) return elasticNet({ l1: lambda1, l2: lambda2 });
  return lambda1 ? l1(lambda1) : l2(lambda2);
};

/** A generator from which keepMask draws exactly this mask of a few numbers: its two keys are searched. */
function rngThatKeeps(kept: Matrix, rate: number): Rng {
  for (let key = 0; key < 2 ** 21; key++) {
    const rng = { ...createRng(0), integer: () => key };
    if (keepMask(kept.shape, rate, rng).data.every((factor, i) => factor > 0 === kept.data[i] > 0)) return rng;
  }
  throw new Error('no key gives this mask; is it larger than 20 numbers?');
}

describeReference('dense', (file) => {
  it('Dense: y = x·w + b and its three gradients', () => {
    const { X, W, b, upstream, Y, dX, dW, db } = file.dense;
    const layer = dense(W, b);
    close(layer.forward(matrix(X)), Y);
    close(layer.backward(matrix(upstream)), dX);
    close(layer.parameters[0].grad, dW);
    close(layer.parameters[1].grad, db);
  });

  it('ReLU: the derivative at exactly 0 is 0', () => {
    const { Z, upstream, A, dZ } = file.relu;
    const layer = new ReLU();
    close(layer.forward(matrix(Z)), A);
    close(layer.backward(matrix(upstream)), dZ);
  });

  for (const kind of ['random', 'extreme', 'large_offset', 'single_row']) {
    it(`softmax and cross-entropy: ${kind}`, () => {
      const expected = file.softmax_cross_entropy[kind];
      const z = matrix(expected.logits);
      const labels = Int32Array.from(expected.labels as number[]);
      close(softmax(z), expected.softmax);
      close(softmaxCrossEntropy.value(z, labels), expected.loss_mean);
      close(softmaxCrossEntropy.gradient(z, labels), expected.dlogits);
      labels.forEach((label, i) => {
        const row = matrix([expected.logits[i]]);
        close(softmaxCrossEntropy.value(row, Int32Array.of(label)), expected.per_sample[i]);
        const logSoftmax = expected.logits[i].map(
          (_: number, j: number) => -softmaxCrossEntropy.value(row, Int32Array.of(j)),
        );
        close(logSoftmax, expected.log_softmax[i], { scale: 1 });
      });
    });
  }

  it('mean squared error is a mean over all elements; over rows it is as many times that as there are columns', () => {
    const { mse } = file;
    const [prediction, target] = [matrix(mse.pred), matrix(mse.target)];
    const outputs = prediction.shape[1];
    close(meanSquaredError.value(prediction, target), mse.loss_mean_all_elements);
    close(meanSquaredError.gradient(prediction, target), mse.dpred_mean_all_elements);
    close(outputs * meanSquaredError.value(prediction, target), mse.loss_sum_over_outputs_mean_over_rows);
    close(scale(meanSquaredError.gradient(prediction, target), outputs), mse.dpred_sum_over_outputs_mean_over_rows);
  });

  for (const kind of ['random', 'soft_targets', 'extreme']) {
    it(`binary cross-entropy is that of two classes with the logits 0 and z: ${kind}`, () => {
      const expected = file.bce_with_logits[kind];
      const logits = matrix(expected.logits.map((z: number) => [0, z]));
      const targets = matrix(expected.targets.map((t: number) => [1 - t, t]));
      const positive = (pairs: Matrix) => pairs.data.filter((_, i) => i % 2 === 1);
      close(softmaxCrossEntropy.value(logits, targets), expected.loss_mean);
      close(positive(softmaxCrossEntropy.gradient(logits, targets) as Matrix), expected.dlogits, { scale: 1 });
      close(positive(softmax(logits)), expected.sigmoid, { scale: 1 });
      expected.per_element.forEach((value: number, i: number) => {
        const [z, t] = [expected.logits[i], expected.targets[i]];
        close(softmaxCrossEntropy.value(matrix([[0, z]]), matrix([[1 - t, t]])), value, { scale: 1 });
      });
    });
  }

  for (const kind of ['l1', 'l2', 'elastic_net']) {
    it(`penalty ${kind}, and with ½λ₂ where others write it so`, () => {
      const { W, [kind]: expected } = file.penalties;
      const ours = penalty(expected.lambda1, expected.lambda2);
      const half = penalty(expected.lambda1, expected.lambda2 / 2);
      close(ours.penalty(matrix(W)), expected.value);
      close(ours.gradient(matrix(W)), expected.grad);
      close(half.penalty(matrix(W)), expected.half_convention.value);
      close(half.gradient(matrix(W)), expected.half_convention.grad);
    });
  }

  for (const kind of ['none', 'l1', 'l2', 'elastic_net']) {
    it(`Dense, cross-entropy and penalty together: ${kind}; the bias is free, and Keras agrees`, () => {
      const { X, W, b } = file.dense;
      const { labels, lambda1, lambda2, [kind]: expected } = file.dense_ce_penalty;
      const regularizer = {
        none: undefined,
        l1: l1(lambda1),
        l2: l2(lambda2),
        elastic_net: elasticNet({ l1: lambda1, l2: lambda2 }),
      }[kind];
      const layer = new Dense(b.length, { kernelRegularizer: regularizer });
      const model = new Sequential([layer], { inputShape: [W.length], rng: createRng(0) });
      setWeights(layer, W, b);
      const [z, target] = [model.forward(matrix(X)), Int32Array.from(labels as number[])];
      const dataLoss = softmaxCrossEntropy.value(z, target);
      close(dataLoss, expected.data_loss);
      close(dataLoss + model.penalty(), expected.total_loss);
      close(dataLoss + model.penalty(), expected.keras_evaluate_loss_float64_model);
      close(model.backward(softmaxCrossEntropy.gradient(z, target)), expected.dX);
      const [dW, db] = model.parameters.map(totalGradient);
      close(dW, expected.dW);
      close(db, expected.db);
    });
  }

  it('two Dense layers with ReLU between them and both penalties', () => {
    const { mlp } = file;
    const regularizer = elasticNet({ l1: mlp.lambda1, l2: mlp.lambda2 });
    const [first, second] = [mlp.b1, mlp.b2].map(
      (b: number[]) => new Dense(b.length, { kernelRegularizer: regularizer }),
    );
    const model = new Sequential([first, new ReLU(), second], { inputShape: [mlp.W1.length], rng: createRng(0) });
    setWeights(first, mlp.W1, mlp.b1);
    setWeights(second, mlp.W2, mlp.b2);
    const [z, target] = [model.forward(matrix(mlp.X)), Int32Array.from(mlp.labels as number[])];
    close(new ReLU().forward(first.forward(matrix(mlp.X))), mlp.hidden);
    close(z, mlp.logits);
    close(softmaxCrossEntropy.value(z, target), mlp.data_loss);
    close(softmaxCrossEntropy.value(z, target) + model.penalty(), mlp.total_loss);
    close(model.backward(softmaxCrossEntropy.gradient(z, target)), mlp.dX);
    const [dW1, db1, dW2, db2] = model.parameters.map(totalGradient);
    close(dW1, mlp.dW1);
    close(db1, mlp.db1);
    close(dW2, mlp.dW2);
    close(db2, mlp.db2);
  });

  it('inverted dropout: what stays is divided by 1 - rate, forward and backward; evaluation changes nothing', () => {
    const { input, keep_mask, rate, output, upstream, dinput, eval_output } = file.dropout_given_mask;
    const layer = new Dropout(rate);
    const x = matrix(input);
    close(layer.forward(x, { training: true, rng: rngThatKeeps(matrix(keep_mask), rate) }), output);
    close(layer.backward(matrix(upstream)), dinput);
    close(layer.forward(x), eval_output);
  });
});
