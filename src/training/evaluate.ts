// model, data → loss, penalty, accuracy: how good it is, with dropout off.

import { batchRanges } from '../data/batches';
import type { Inputs } from '../data/dataset';
import { gatherRows } from '../data/rows';
import { OptionError } from '../errors';
import { requireAtRest } from '../layers/in-training';
import type { Sequential } from '../layers/sequential';
import type { Loss } from '../losses/loss';
import { softmaxCrossEntropy } from '../losses/softmax-cross-entropy';
import { argmax } from '../metrics/argmax';
import { predictedClasses } from '../metrics/predicted-classes';
import { Workspace } from '../tensor/memory';
import { requireWhole, sizeOf, tensor, type Tensor } from '../tensor/tensor';
import { checkFit } from './check-fit';
import { checkExamples, gatherExamples, type Examples } from './examples';

/** Rows that are sent through the network at once: enough to be fast, few enough to stay in the processor's cache. */
export const evaluationRows = 256;

/** What {@link evaluate} finds. */
export interface Evaluation {
  /** Mean data loss, without the penalty. */
  loss: number;
  /** The sum of the penalties on the weights. */
  penalty: number;
  /** Fraction classified right; only with a classification loss. */
  accuracy?: number;
}

/**
 * The loss of a model on data, in evaluation mode.
 *
 * @param loss default {@link softmaxCrossEntropy}
 * @throws OptionError when there are no examples, a number is not finite, a label is out of range, or a model for logits ends in
 * Softmax
 * @throws ShapeError when the inputs or the targets do not fit the model
 */
export function evaluate(model: Sequential, data: Examples, loss: Loss = softmaxCrossEntropy): Evaluation {
  if (data?.x?.shape?.[0] === 0)
    throw new OptionError('evaluate: there must be at least one example, received none; check the split');
  requireAtRest(model, 'evaluate');
  checkExamples(data, 'evaluate');
  checkFit(model, data, loss, 'evaluate');
  const workspace = new Workspace();
  try {
    const steps = evaluationSteps(workspace, model, data, loss);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  } finally {
    workspace.release();
  }
}

/**
 * {@link evaluate} for a training loop: in a given workspace, so that it allocates nothing, and {@link evaluationRows} at a
 * time, so that the loop can pause in between and stop.
 */
export function* evaluationSteps(
  workspace: Workspace,
  model: Sequential,
  data: Examples,
  loss: Loss,
): Generator<void, Evaluation> {
  const rows = data.x.shape[0];
  let lossSum = 0;
  let right = 0;
  for (const { from, to } of batchRanges(rows, evaluationRows)) {
    workspace.run(() => {
      const { x, target } = gatherExamples(data, undefined, from, to);
      const prediction = model.forward(x);
      lossSum += loss.value(prediction, target) * (to - from);
      if (loss.classifies) right += countRight(prediction, target);
    });
    yield;
  }
  const evaluation = { loss: lossSum / rows, penalty: model.penalty() };
  return loss.classifies ? { ...evaluation, accuracy: right / rows } : evaluation;
}

/**
 * The outputs of a model in evaluation mode; the logits, when its last layer is a Dense.
 *
 * @param x `(n, …inputShape)`
 * @returns `(n, …outputShape)`
 * @throws ShapeError when the examples have another shape
 */
export function predict(model: Sequential, x: Inputs): Tensor {
  requireAtRest(model, 'predict');
  requireWhole(x, 'predict');
  const rows = x.shape[0];
  const width = sizeOf(model.outputShape);
  const outputs = new Float64Array(rows * width);
  const workspace = new Workspace();
  try {
    for (const { from, to } of batchRanges(rows, evaluationRows)) {
      workspace.run(() => outputs.set(model.forward(gatherRows(x, undefined, from, to)).data, from * width));
    }
  } finally {
    workspace.release();
  }
  return tensor([rows, ...model.outputShape], outputs);
}

/**
 * The most likely class of each example, the first of equal ones.
 *
 * @param x `(n, …inputShape)`
 * @returns `(n)`
 * @throws ShapeError when the examples have another shape
 * @throws OptionError when an output is NaN, of which no class can be made
 */
export function predictClasses(model: Sequential, x: Inputs): Int32Array {
  return predictedClasses(predict(model, x), 'predictClasses');
}

function countRight(prediction: Tensor, target: Int32Array | Tensor): number {
  const guess = argmax(prediction);
  const truth = target instanceof Int32Array ? target : argmax(target);
  return guess.reduce((count, label, i) => count + (label === truth[i] ? 1 : 0), 0);
}
