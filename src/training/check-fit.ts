// model, examples, loss → do they fit together? Asked before the first step, not after an hour of training.

import { OptionError } from '../errors';
import { BatchNorm } from '../layers/batch-norm';
import { isInTraining } from '../layers/in-training';
import type { Sequential } from '../layers/sequential';
import type { Loss } from '../losses/loss';
import { empty, sizeOf } from '../tensor/tensor';
import { checkExamples, gatherExamples, type Examples } from './examples';

/** Checks that a model is not in training: two runs at once would undo each other's steps. @throws OptionError */
function requireOneFit(model: Sequential): void {
  if (isInTraining(model)) {
    throw new OptionError(
      'fit: a model must be trained by one fit at a time, received one whose fit has not ended; await it first',
    );
  }
}

/**
 * Checks everything about a run that can be checked before its first step.
 *
 * @throws OptionError or ShapeError when examples are unsound or do not fit the model or the loss, when the model is in training, or
 * when a batch is too small for a BatchNorm
 */
export function checkTraining(
  model: Sequential,
  train: Examples,
  validation: Examples | undefined,
  loss: Loss,
  batchSize: number,
): void {
  requireOneFit(model);
  const parts: Record<string, Examples> = validation ? { train, validation } : { train };
  for (const [part, examples] of Object.entries(parts)) {
    checkExamples(examples, `fit: ${part}`);
    checkFit(model, examples, loss, `fit: ${part}`);
  }
  checkBatches(model, train.x.shape[0], batchSize);
}

/**
 * Checks that a model takes the examples, and that the loss takes what the model gives.
 *
 * @param who opens the messages
 * @throws ShapeError when the inputs or the targets have another shape than the model
 * @throws OptionError when a model for logits ends in Softmax, or has fewer outputs than there are classes, or the loss refuses a
 * target
 */
export function checkFit(model: Sequential, examples: Examples, loss: Loss, who: string): void {
  const last = model.layers[model.layers.length - 1];
  if (loss.classifies && last.type === 'Softmax') {
    throw new OptionError(
      `${who}: ${loss.name} takes logits, the softmax is part of it, received a model that ends in Softmax; leave the last layer out, and use softmax(predict(model, x)) for probabilities`,
    );
  }
  const { x, target } = gatherExamples(examples, undefined, 0, 1);
  const prediction = model.forward(x); // (1, …outputShape)
  const [outputs] = model.outputShape;
  if (loss.classifies && 'classes' in examples && outputs < examples.classes) {
    throw new OptionError(
      `${who}: the last layer must have a unit for each class, received ${outputs} for ${examples.classes} classes; end the model with new Dense(${examples.classes})`,
    );
  }
  loss.value(prediction, target);
  if (target instanceof Int32Array) return; // each label was held against the classes already

  // What a row of targets must be, the loss alone knows: it is shown all of them beside the prediction for the first example.
  const predictions = empty([examples.x.shape[0], ...model.outputShape]); // (n, …outputShape)
  for (let at = 0; at < predictions.data.length; at += prediction.data.length)
    predictions.data.set(prediction.data, at);
  loss.value(predictions, examples.y);
}

/**
 * Checks that no batch is too small for a BatchNorm, which needs two numbers of each channel for a variance.
 *
 * @param rows examples to train on
 * @throws OptionError when the last batch of an epoch, or every batch, has one example
 */
function checkBatches(model: Sequential, rows: number, batchSize: number): void {
  const last = rows % batchSize || Math.min(batchSize, rows);
  const alone = model.layers.findIndex(
    (layer, i) => layer instanceof BatchNorm && sizeOf(model.shapes[i]) === model.shapes[i][model.shapes[i].length - 1],
  );
  if (last > 1 || alone < 0) return;
  throw new OptionError(
    `fit: ${model.names[alone]} must get at least two examples in every batch, received ${rows} examples in batches of ${batchSize}, of which ${batchSize === 1 ? 'each' : 'the last'} has one; choose another batchSize, or train on one example more`,
  );
}
