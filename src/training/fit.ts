// model, data → batch after batch, epoch after epoch → a trained model and its History.

import { beginTraining, endTraining, lend } from '../layers/in-training';
import type { Sequential } from '../layers/sequential';
import { softmaxCrossEntropy } from '../losses/softmax-cross-entropy';
import { Adam } from '../optimizers/adam';
import { Workspace } from '../tensor/memory';
import { CallbackList } from './callback-list';
import { checkBatches, checkFit, requireOneFit } from './check-fit';
import { DivergedError, firstNonFinite } from './diverged-error';
import { evaluationSteps, type Evaluation } from './evaluate';
import { checkExamples, gatherExamples, type Examples } from './examples';
import { checkFitOptions, fitDefaults, type FitOptions } from './fit-options';
import type { EpochLog, History } from './history';
import { defaultObserver } from './observer';
import { pause, Pacer } from './pause';

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
  const { validation, loss = softmaxCrossEntropy, optimizer = new Adam() } = options;
  const { epochs = fitDefaults.epochs, batchSize = fitDefaults.batchSize } = options;
  const { rng, signal, observer = defaultObserver() } = options;
  requireOneFit(model);
  const parts: Record<string, Examples> = validation ? { train, validation } : { train };
  for (const [part, examples] of Object.entries(parts)) {
    checkExamples(examples, `fit: ${part}`);
    checkFit(model, examples, loss, `fit: ${part}`);
  }
  const rows = train.x.shape[0];
  checkBatches(model, rows, batchSize);
  const { parameters } = model;

  const shuffles = rng.split('shuffle');
  const masks = rng.split('dropout');
  const batches = Math.ceil(rows / batchSize);
  const history: History = { epochs: [] };
  const step = new Workspace();
  const evaluation = new Workspace();
  const callbacks = new CallbackList(options.callbacks ?? [], model);

  let [stopped, watched] = [false, false];
  const pacer = new Pacer();
  const interrupted = () => {
    if (stopped || signal?.aborted) history.stopReason = 'interrupted';
    return history.stopReason === 'interrupted';
  };
  const evaluated = async (examples: Examples): Promise<Evaluation | undefined> => {
    const steps = evaluationSteps(evaluation, model, examples, loss);
    const next = () => lend(model, () => steps.next());
    for (let step = next(); ; step = next()) {
      if (step.done) return step.value;
      if (pacer.due()) await pause();
      if (interrupted()) return undefined;
    }
  };
  beginTraining(model);
  try {
    await callbacks.begin({ hasValidation: !!validation, classifies: loss.classifies });
    const memory = optimizer.state(parameters); // not before: an Adam that is asked belongs to this model
    for (const tensor of [...parameters.flatMap(({ value, grad }) => [value, grad]), ...memory]) step.adopt(tensor);
    await pause(); // what observers do with signals has to happen outside the first, synchronous part of a notebook cell
    watched = true;
    lend(model, () => void observer.start?.({ epochs, batches, stop: () => (stopped = true) }));
    for (let epoch = 1; epoch <= epochs && !history.stopReason; epoch++) {
      const order = shuffles.permutation(rows);
      let lossSum = 0;
      for (let from = 0; from < rows; from += batchSize) {
        if (interrupted()) break;
        const to = Math.min(from + batchSize, rows);
        const batch = from / batchSize + 1;
        const trainStep = () => {
          const { x, target } = gatherExamples(train, order, from, to); // (batch, …inputShape), (batch)
          const prediction = model.forward(x, { training: true, rng: masks }); // (batch, …outputShape)
          model.backwardParameters(loss.gradient(prediction, target));
          const value = loss.value(prediction, target);
          if (!Number.isFinite(value)) throw new DivergedError(epoch, batch, firstNonFinite(model, x), value, history);
          optimizer.step(parameters);
          return value;
        };
        lossSum += lend(model, () => step.run(trainStep)) * (to - from);
        if (pacer.due()) {
          lend(model, () => void observer.progress?.(epoch, batch, lossSum / to));
          await pause();
        }
      }
      if (history.stopReason) break;

      const onTrain = await evaluated(train);
      const onValidation = validation && onTrain && (await evaluated(validation));
      if (!onTrain || (validation && !onValidation)) break;
      if (!Number.isFinite(onTrain.loss)) {
        const layer = lend(model, () => firstNonFinite(model, train.x));
        throw new DivergedError(epoch, batches, layer, onTrain.loss, history);
      }
      const log: EpochLog = { epoch, loss: lossSum / rows, penalty: onTrain.penalty };
      if (loss.classifies) log.accuracy = onTrain.accuracy;
      if (onValidation) {
        log.valLoss = onValidation.loss;
        if (loss.classifies) log.valAccuracy = onValidation.accuracy;
      }
      history.epochs.push(log);
      lend(model, () => void observer.epoch?.(log)); // void: nobody waits for it
      if (await callbacks.epochEnd(log)) history.stopReason = 'early-stopping';
    }
    history.stopReason ??= 'completed';
  } finally {
    try {
      await callbacks.end(history);
    } finally {
      step.release();
      evaluation.release();
      endTraining(model); // not before its weights are home
      if (watched) observer.end?.(history); // an observer that never saw a start would draw an end of nothing
    }
  }
  return history;
}
