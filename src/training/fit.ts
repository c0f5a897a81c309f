// model, data → batch after batch, epoch after epoch → a trained model and its History.

import { requireOption } from '../errors';
import type { Sequential } from '../layers/sequential';
import type { Loss } from '../losses/loss';
import { softmaxCrossEntropy } from '../losses/softmax-cross-entropy';
import { Adam } from '../optimizers/adam';
import type { Optimizer } from '../optimizers/optimizer';
import { Workspace } from '../tensor/memory';
import { requireRng, type Rng } from '../tensor/random';
import type { Callback } from './callback';
import { checkFit, inTraining, requireAtRest } from './check-fit';
import { DivergedError, firstNonFinite } from './diverged-error';
import { evaluationSteps, type Evaluation } from './evaluate';
import { checkExamples, gatherExamples, type Examples } from './examples';
import type { EpochLog, History } from './history';
import { defaultObserver, type Observer } from './observer';
import { pause, Pacer } from './pause';

/** Options of {@link fit}. */
export interface FitOptions {
  /** Evaluated after each epoch; never trained on (default none). */
  validation?: Examples;
  /** Default {@link softmaxCrossEntropy}. */
  loss?: Loss;
  /** Default `new Adam()`, with learning rate 0.001. */
  optimizer?: Optimizer;
  /** Passes through the training set, at least 1 (default 100). */
  epochs?: number;
  /** Examples in a step, at least 1 (default 64); the last batch of an epoch may be smaller. */
  batchSize?: number;
  /** Shuffles the examples and draws dropout masks, from the streams `shuffle` and `dropout`. */
  rng: Rng;
  /** Called in this order (default none). */
  callbacks?: readonly Callback[];
  /** Ends the run before the next batch; `fit` resolves with the epochs that are complete. */
  signal?: AbortSignal;
  /** Watches the run (default: a live panel in a notebook, a bar in a terminal, nothing elsewhere). */
  observer?: Observer;
}

/**
 * Trains a model in place.
 *
 * @param train the examples; class indices go with {@link softmaxCrossEntropy}, a tensor of targets with meanSquaredError
 * @returns the numbers of each complete epoch, and why training ended
 * @throws OptionError or ShapeError before the first step, when something does not fit or the model is in training already
 * @throws DivergedError when the loss is no longer finite; it carries the history so far
 *
 * @example
 * ```ts
 * const history = await fit(model, data.train, { validation: data.validation, rng: createRng(42) });
 * ```
 */
export async function fit(model: Sequential, train: Examples, options: FitOptions): Promise<History> {
  const { validation, loss = softmaxCrossEntropy, optimizer = new Adam(), epochs = 100, batchSize = 64 } = options;
  const { rng, callbacks = [], signal, observer = defaultObserver() } = options;
  const atLeastOne = (n: number) => Number.isInteger(n) && n >= 1;
  requireOption(atLeastOne(epochs), 'fit: epochs must be a whole number of at least 1', epochs, 'pass e.g. 100');
  requireOption(
    atLeastOne(batchSize),
    'fit: batchSize must be a whole number of at least 1',
    batchSize,
    'pass e.g. 64',
  );
  requireRng(rng, 'fit');
  requireAtRest(model);
  for (const [part, examples] of Object.entries({ train, validation })) {
    if (!examples) continue;
    checkExamples(examples, `fit: ${part}`);
    checkFit(model, examples, loss, `fit: ${part}`);
  }
  const { parameters } = model;
  const numbers = [...parameters.flatMap(({ value, grad }) => [value, grad]), ...optimizer.state(parameters)];
  for (const callback of callbacks)
    callback.onTrainBegin?.(model, { hasValidation: !!validation, classifies: loss.classifies });

  const shuffles = rng.split('shuffle');
  const masks = rng.split('dropout');
  const rows = train.x.shape[0];
  const batches = Math.ceil(rows / batchSize);
  const history: History = { epochs: [] };
  const step = new Workspace();
  const evaluation = new Workspace();
  for (const tensor of numbers) step.adopt(tensor);

  let stopped = false;
  const pacer = new Pacer();
  const interrupted = () => {
    if (stopped || signal?.aborted) history.stopReason = 'interrupted';
    return history.stopReason === 'interrupted';
  };
  const evaluated = async (examples: Examples): Promise<Evaluation | undefined> => {
    const steps = evaluationSteps(evaluation, model, examples, loss);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (pacer.due()) await pause();
      if (interrupted()) return undefined;
    }
  };
  inTraining.add(model);
  try {
    await pause(); // what observers do with signals has to happen outside the first, synchronous part of a notebook cell
    observer.start?.({ epochs, batches, stop: () => (stopped = true) });
    for (let epoch = 1; epoch <= epochs && !history.stopReason; epoch++) {
      const order = shuffles.permutation(rows);
      let lossSum = 0;
      for (let from = 0; from < rows; from += batchSize) {
        if (interrupted()) break;
        const to = Math.min(from + batchSize, rows);
        const batch = from / batchSize + 1;
        const batchLoss = step.run(() => {
          const { x, target } = gatherExamples(train, order, from, to); // (batch, …inputShape), (batch)
          const prediction = model.forward(x, { training: true, rng: masks }); // (batch, …outputShape)
          model.backwardParameters(loss.gradient(prediction, target));
          const value = loss.value(prediction, target);
          if (!Number.isFinite(value)) throw new DivergedError(epoch, batch, firstNonFinite(model, x), value, history);
          optimizer.step(parameters);
          return value;
        });
        lossSum += batchLoss * (to - from);
        if (pacer.due()) {
          observer.progress?.(epoch, batch, lossSum / to);
          await pause();
        }
      }
      if (history.stopReason) break;

      const onTrain = await evaluated(train);
      const onValidation = validation && onTrain && (await evaluated(validation));
      if (!onTrain || (validation && !onValidation)) break;
      if (!Number.isFinite(onTrain.loss))
        throw new DivergedError(epoch, batches, firstNonFinite(model, train.x), onTrain.loss, history);
      const log: EpochLog = { epoch, loss: lossSum / rows, penalty: onTrain.penalty };
      if (loss.classifies) log.accuracy = onTrain.accuracy;
      if (onValidation) {
        log.valLoss = onValidation.loss;
        if (loss.classifies) log.valAccuracy = onValidation.accuracy;
      }
      history.epochs.push(log);
      observer.epoch?.(log);
      for (const callback of callbacks)
        if ((await callback.onEpochEnd?.(log, model)) === 'stop') history.stopReason = 'early-stopping';
    }
    history.stopReason ??= 'completed';
  } finally {
    inTraining.delete(model);
    for (const callback of callbacks) callback.onTrainEnd?.(model, history);
    step.release();
    evaluation.release();
    observer.end?.(history);
  }
  return history;
}
