// Recipe → model → training → Run: an experiment as plain data, so that it can be repeated, compared and sent to a worker.

import type { Dataset } from '../data/dataset';
import type { Split } from '../data/split';
import { OptionError, requireOption } from '../errors';
import { BatchNorm } from '../layers/batch-norm';
import { Dense } from '../layers/dense';
import { Dropout } from '../layers/dropout';
import type { Layer } from '../layers/layer';
import { ReLU } from '../layers/relu';
import { Sequential } from '../layers/sequential';
import { softmax } from '../losses/softmax';
import { expectedCalibrationError } from '../metrics/calibration';
import { Adam } from '../optimizers/adam';
import { AdamW } from '../optimizers/adamw';
import type { Optimizer } from '../optimizers/optimizer';
import { ProximalSGD } from '../optimizers/proximal-sgd';
import { SGD } from '../optimizers/sgd';
import { regularizerFrom } from '../regularizers/from-config';
import { createRng, type Rng } from '../tensor/random';
import type { Tensor } from '../tensor/tensor';
import { EarlyStopping, type EarlyStoppingOptions } from './early-stopping';
import { evaluate, predict } from './evaluate';
import { fit } from './fit';
import type { History } from './history';
import type { Observer } from './observer';

const optimizers: Record<string, (options: { learningRate?: number }) => Optimizer> = {
  sgd: (options) => new SGD(options),
  adam: (options) => new Adam(options),
  adamw: (options) => new AdamW(options),
  'proximal-sgd': (options) => new ProximalSGD(options),
};

/** Everything that makes a model and trains it, as plain data. */
export interface Recipe {
  /** What figures and tables call it (default: see {@link recipeName}). */
  name?: string;
  /** Units of the hidden layers (default [128, 64]). */
  hidden?: readonly number[];
  /** λ of `λ Σ|w|` on every kernel (default 0). */
  l1?: number;
  /** λ of `λ Σw²` on every kernel (default 0). */
  l2?: number;
  /** λ of the group lasso on the first kernel, where a group is an input feature (default 0). */
  groupLasso?: number;
  /** Fraction dropped after each hidden layer, or one a layer (default 0). */
  dropout?: number | readonly number[];
  /** Batch normalization before each ReLU (default false). */
  batchNorm?: boolean;
  /** Default `adam`. */
  optimizer?: 'sgd' | 'adam' | 'adamw' | 'proximal-sgd';
  /** Default: that of the optimizer. */
  learningRate?: number;
  /** Default 100. */
  epochs?: number;
  /** Default 64. */
  batchSize?: number;
  /** Patience on the validation loss, or all the options of {@link EarlyStopping} (default none). */
  earlyStopping?: number | EarlyStoppingOptions;
}

/** How good a trained model is on one part of the data. */
export interface Scores {
  /** Mean cross-entropy, without the penalty. */
  loss: number;
  /** Fraction classified right. */
  accuracy: number;
  /** Expected calibration error in 10 bins. */
  calibrationError: number;
}

/** A recipe that was trained. Plain data: `modelOf` makes a model of it again. */
export interface Run {
  recipe: Recipe;
  seed: number | string;
  history: History;
  /** As `getWeights` gives them. */
  weights: Tensor[];
  validation: Scores;
  /** Only when it was asked for: a choice between models is made on `validation`. */
  test?: Scores;
}

/** Options of {@link trainRecipe}. */
export interface TrainRecipeOptions {
  /** Whether to evaluate on the test set as well (default false). */
  test?: boolean;
  /** Ends the run early. */
  signal?: AbortSignal;
  /** Watches the run (default nobody). */
  observer?: Observer;
}

/** The name of a recipe, or what it does in words: `dropout 0.5`. */
export function recipeName({ name, l1, l2, groupLasso, dropout, earlyStopping }: Recipe): string {
  const parts = { l1, l2, 'group lasso': groupLasso, dropout, 'early stopping': earlyStopping };
  const words = Object.entries(parts).flatMap(([what, value]) =>
    value === undefined || value === 0 ? [] : typeof value === 'object' && !Array.isArray(value) ? [what] : [`${what} ${value}`],
  );
  return name ?? (words.join(' + ') || 'baseline');
}

/**
 * The network of a recipe: Dense → (BatchNorm) → ReLU → (Dropout) for each hidden layer, then a Dense for the classes.
 * Reads the fields that are about the architecture only.
 *
 * @param data tells the number of features and of classes
 * @throws OptionError when a field is out of its range
 */
export function mlp(recipe: Recipe, data: Dataset, rng: Rng): Sequential {
  const { hidden = [128, 64], l1 = 0, l2 = 0, groupLasso = 0, dropout = 0, batchNorm = false } = recipe;
  const rates = typeof dropout === 'number' ? hidden.map(() => dropout) : dropout;
  requireOption(rates.length === hidden.length, 'mlp: dropout must be one rate, or one for each hidden layer', `${rates.length} rates for ${hidden.length} layers`, 'pass e.g. 0.5');

  const dense = (units: number, first: boolean) =>
    new Dense(units, { kernelRegularizer: regularizerFrom({ l1, l2, groupLasso: first ? groupLasso : 0 }) });
  const layers: Layer[] = hidden.flatMap((units, i) => [
    dense(units, i === 0),
    ...(batchNorm ? [new BatchNorm()] : []),
    new ReLU(),
    ...(rates[i] === 0 ? [] : [new Dropout(rates[i])]),
  ]);
  return new Sequential([...layers, dense(data.classes, hidden.length === 0)], { inputShape: data.x.shape.slice(1), rng });
}

/**
 * Makes the model of a recipe, trains it, and evaluates it on the validation set. The seed decides the initial weights, the
 * order of the batches and the dropout masks; two recipes with the same seed share the first two, so they can be compared in pairs.
 *
 * @throws OptionError when the recipe has a field that is unknown or out of range
 */
export async function trainRecipe(recipe: Recipe, split: Split, seed: number | string, options: TrainRecipeOptions = {}): Promise<Run> {
  checkFields(recipe);
  const { optimizer = 'adam', learningRate, epochs, batchSize, earlyStopping } = recipe;
  const rng = createRng(seed);
  const model = mlp(recipe, split.train, rng);
  const stopping = typeof earlyStopping === 'number' ? { patience: earlyStopping } : earlyStopping;
  const history = await fit(model, split.train, {
    validation: split.validation,
    optimizer: optimizers[optimizer]({ learningRate }),
    epochs,
    batchSize,
    rng,
    callbacks: stopping ? [new EarlyStopping(stopping)] : [],
    signal: options.signal,
    observer: options.observer ?? {},
  });
  const run: Run = { recipe, seed, history, weights: model.getWeights(), validation: score(model, split.validation) };
  return options.test ? { ...run, test: score(model, split.test) } : run;
}

/** The trained model of a run. @param data any part of the data it was trained on: tells the sizes */
export function modelOf(run: Run, data: Dataset): Sequential {
  const model = mlp(run.recipe, data, createRng(run.seed));
  model.setWeights(run.weights);
  return model;
}

/** Loss, accuracy and calibration of a model on data. */
export function score(model: Sequential, data: Dataset): Scores {
  const { loss, accuracy = 0 } = evaluate(model, data);
  return { loss, accuracy, calibrationError: expectedCalibrationError(softmax(predict(model, data.x)), data.y) };
}

const fields: Record<keyof Recipe, true> = {
  name: true, hidden: true, l1: true, l2: true, groupLasso: true, dropout: true, batchNorm: true, optimizer: true, learningRate: true, epochs: true, batchSize: true, earlyStopping: true,
};

/** A misspelt field would be an experiment without its treatment. */
function checkFields(recipe: Recipe): void {
  for (const field of Object.keys(recipe)) {
    if (!(field in fields)) throw new OptionError(`recipe: fields must be one of ${Object.keys(fields).join(', ')}, received ${field}; check the spelling`);
  }
  const { optimizer = 'adam' } = recipe;
  requireOption(optimizer in optimizers, `recipe: optimizer must be one of ${Object.keys(optimizers).join(', ')}`, optimizer, "leave it out for 'adam'");
}
