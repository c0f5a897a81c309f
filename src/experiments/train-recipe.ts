// Recipe, data, seed → training → Run; Run → model.

import type { Dataset, Inputs } from '../data/dataset';
import type { Split } from '../data/split';
import { requireKnownNames } from '../errors';
import type { Sequential } from '../layers/sequential';
import { softmax } from '../losses/softmax';
import { expectedCalibrationError } from '../metrics/calibration';
import { createRng } from '../tensor/random';
import type { Callback } from '../training/callback';
import { EarlyStopping } from '../training/early-stopping';
import { evaluate, predict } from '../training/evaluate';
import { fit } from '../training/fit';
import type { Observer } from '../training/observer';
import { requireRun } from './check-runs';
import { mlp, optimizerOf, type Recipe } from './recipe';
import type { Run, Scores } from './run';

/** Options of {@link trainRecipe}. */
export interface TrainRecipeOptions {
  /** Whether to evaluate on the test set as well (default false). */
  test?: boolean;
  /** Ends the run early. */
  signal?: AbortSignal;
  /** Watches the run (default nobody). */
  observer?: Observer;
  /** Called after the early stopping of the recipe (default none). */
  callbacks?: readonly Callback[];
}

/**
 * Makes the model of a recipe, trains it, and evaluates it on the validation set. The seed decides the initial weights, the
 * order of the batches and the dropout masks; two recipes with the same seed share the first two, so they can be compared in pairs.
 *
 * @throws OptionError when the recipe or the options have a field that is unknown or out of range
 */
export async function trainRecipe(
  recipe: Recipe,
  split: Split<Inputs>,
  seed: number | string,
  options: TrainRecipeOptions = {},
): Promise<Run> {
  requireKnownNames(options, ['test', 'signal', 'observer', 'callbacks'], 'trainRecipe');
  const { epochs, batchSize, earlyStopping } = recipe;
  const rng = createRng(seed);
  const model = mlp(recipe, split.train, rng);
  const stopping = typeof earlyStopping === 'number' ? { patience: earlyStopping } : earlyStopping;
  const history = await fit(model, split.train, {
    validation: split.validation,
    optimizer: optimizerOf(recipe),
    epochs,
    batchSize,
    rng,
    callbacks: [...(stopping ? [new EarlyStopping(stopping)] : []), ...(options.callbacks ?? [])],
    signal: options.signal,
    observer: options.observer ?? {},
  });
  const run: Run = { recipe, seed, history, weights: model.getWeights(), validation: score(model, split.validation) };
  return options.test ? { ...run, test: score(model, split.test) } : run;
}

/**
 * The trained model of a run.
 *
 * @param data any part of the data it was trained on: tells the sizes
 * @throws OptionError or ShapeError when it is no run, or its weights do not fit such data
 */
export function modelOf(run: Run, data: Dataset<Inputs>): Sequential {
  requireRun(run, 'modelOf');
  const model = mlp(run.recipe, data, createRng(run.seed));
  model.setWeights(run.weights);
  return model;
}

/**
 * Loss, accuracy and calibration of a model on data.
 *
 * @throws OptionError or ShapeError when the data do not fit the model
 */
export function score(model: Sequential, data: Dataset<Inputs>): Scores {
  const { loss, accuracy = 0 } = evaluate(model, data);
  return { loss, accuracy, calibrationError: expectedCalibrationError(softmax(predict(model, data.x)), data.y) };
}
