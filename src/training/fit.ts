// model, data → batch after batch, epoch after epoch → a trained model and its History.

import { batchRanges } from '../data/batches';
import { lend } from '../layers/in-training';
import type { Sequential } from '../layers/sequential';
import { softmaxCrossEntropy } from '../losses/softmax-cross-entropy';
import { Adam } from '../optimizers/adam';
import { checkTraining } from './check-fit';
import { DivergedError, firstNonFinite } from './diverged-error';
import type { Evaluation } from './evaluate';
import { gatherExamples, type Examples } from './examples';
import { checkFitOptions, fitDefaults, type FitOptions } from './fit-options';
import type { EpochLog, History } from './history';
import { Session } from './session';
import { trainStep, type Training } from './train-step';

/**
 * Trains a model in place.
 *
 * @param train the examples; class indices go with {@link softmaxCrossEntropy}, a tensor of targets with meanSquaredError
 * @returns the numbers of each complete epoch, and why training ended
 * @throws OptionError or ShapeError before the first step, when an option is unknown, something does not fit, or the model is in
 * training already
 * @throws DivergedError when the loss is no longer finite; it carries the history so far
 *
 * @example
 * ```ts
 * const history = await fit(model, data.train, { validation: data.validation, rng: createRng(42) });
 * ```
 */
export async function fit(model: Sequential, train: Examples, options: FitOptions): Promise<History> {
  checkFitOptions(options);
  const { validation, loss = softmaxCrossEntropy, optimizer = new Adam(), rng } = options;
  const { epochs = fitDefaults.epochs, batchSize = fitDefaults.batchSize } = options;
  checkTraining(model, train, validation, loss, batchSize);

  const rows = train.x.shape[0];
  const shuffles = rng.split('shuffle');
  const training: Training = { model, loss, optimizer, rng: rng.split('dropout') };
  const session = new Session(training, options);
  try {
    await session.begin(epochs, Math.ceil(rows / batchSize), !!validation);
    for (let epoch = 1; epoch <= epochs && session.running; epoch++) {
      const meanLoss = await trainEpoch(training, session, train, shuffles.permutation(rows), batchSize, epoch);
      const onTrain = await session.evaluate(train);
      const onValidation = validation && (await session.evaluate(validation));
      if (!onTrain || (validation && !onValidation)) break; // stopped: an epoch that is not complete has no numbers
      if (!Number.isFinite(onTrain.loss)) {
        const layer = lend(model, () => firstNonFinite(model, train.x));
        throw new DivergedError(epoch, Math.ceil(rows / batchSize), layer, onTrain.loss, session.history);
      }
      await session.epochEnd(epochLog(epoch, meanLoss, onTrain, onValidation));
    }
    return session.finish();
  } finally {
    await session.end();
  }
}

/** One pass over the examples in the given order. @returns the mean loss over the batches, as they were trained */
async function trainEpoch(
  training: Training,
  session: Session,
  train: Examples,
  order: Int32Array,
  batchSize: number,
  epoch: number,
): Promise<number> {
  let lossSum = 0;
  let batch = 0;
  for (const { from, to } of batchRanges(order.length, batchSize)) {
    if (!session.running) break;
    batch++;
    const loss = session.step(() => {
      const examples = gatherExamples(train, order, from, to); // (batch, …inputShape), (batch)
      const value = trainStep(training, examples);
      if (Number.isFinite(value)) return value;
      throw new DivergedError(epoch, batch, firstNonFinite(training.model, examples.x), value, session.history);
    });
    lossSum += loss * (to - from);
    if (session.pauseIsDue()) await session.pause(epoch, batch, lossSum / to);
  }
  return lossSum / order.length;
}

function epochLog(epoch: number, loss: number, onTrain: Evaluation, onValidation?: Evaluation): EpochLog {
  const log: EpochLog = { epoch, loss, penalty: onTrain.penalty };
  if (onTrain.accuracy !== undefined) log.accuracy = onTrain.accuracy;
  if (onValidation) log.valLoss = onValidation.loss;
  if (onValidation?.accuracy !== undefined) log.valAccuracy = onValidation.accuracy;
  return log;
}
