// Recipe → model, optimizer: an experiment as plain data, so that it can be repeated, compared and sent to a worker.

import type { Dataset, Inputs } from '../data/dataset';
import { OptionError, requireKnownNames, requireOption } from '../errors';
import { BatchNorm } from '../layers/batch-norm';
import { Dense } from '../layers/dense';
import { Dropout } from '../layers/dropout';
import { Flatten } from '../layers/flatten';
import type { Layer } from '../layers/layer';
import { ReLU } from '../layers/relu';
import { Sequential } from '../layers/sequential';
import { Adam } from '../optimizers/adam';
import { AdamW } from '../optimizers/adamw';
import type { Optimizer } from '../optimizers/optimizer';
import { ProximalSGD } from '../optimizers/proximal-sgd';
import { SGD } from '../optimizers/sgd';
import { regularizerFrom } from '../regularizers/from-config';
import type { Rng } from '../tensor/random';
import { fitDefaults } from '../training/fit-options';
import { checkEarlyStoppingOptions, type EarlyStoppingOptions } from '../training/early-stopping-options';

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

/** The value of each field that a recipe leaves out. The learning rate and early stopping have none: see their fields. */
export const recipeDefaults = {
  hidden: [128, 64] as readonly number[],
  l1: 0,
  l2: 0,
  groupLasso: 0,
  dropout: 0 as number | readonly number[],
  batchNorm: false,
  optimizer: 'adam' as const,
  ...fitDefaults,
};

/** How the optimizers of recipes are made. */
const optimizers: Record<string, (options: { learningRate?: number }) => Optimizer> = {
  sgd: (options) => new SGD(options),
  adam: (options) => new Adam(options),
  adamw: (options) => new AdamW(options),
  'proximal-sgd': (options) => new ProximalSGD(options),
};

const fields: Record<keyof Recipe, true> = {
  name: true,
  hidden: true,
  l1: true,
  l2: true,
  groupLasso: true,
  dropout: true,
  batchNorm: true,
  optimizer: true,
  learningRate: true,
  epochs: true,
  batchSize: true,
  earlyStopping: true,
};

/** Checks that every field is known: a misspelt one would be an experiment without its treatment. @throws OptionError */
export function checkRecipe(recipe: Recipe): void {
  requireKnownNames(recipe, Object.keys(fields), 'recipe');
  const { optimizer = recipeDefaults.optimizer, earlyStopping } = recipe;
  if (typeof earlyStopping === 'object') checkEarlyStoppingOptions(earlyStopping);
  requireOption(
    Object.hasOwn(optimizers, optimizer),
    `recipe: optimizer must be one of ${Object.keys(optimizers).join(', ')}`,
    optimizer,
    "leave it out for 'adam'",
  );
}

/** The recipe with every default written out; a field that is undefined counts as left out. */
export function withDefaults(recipe: Recipe): Recipe & typeof recipeDefaults {
  const given = Object.entries(recipe).filter(([, value]) => value !== undefined);
  return { ...recipeDefaults, ...Object.fromEntries(given) };
}

/** The name of a recipe, or what it does in words: `dropout 0.5`. */
export function recipeName({ name, l1, l2, groupLasso, dropout, batchNorm, optimizer, earlyStopping }: Recipe): string {
  const strengths = { l1, l2, 'group lasso': groupLasso, dropout };
  const words = Object.entries(strengths).flatMap(([what, value]) => (value ? [`${what} ${value}`] : []));
  if (batchNorm) words.push('batch norm');
  if (optimizer && optimizer !== 'adam') words.push(optimizer);
  if (earlyStopping !== undefined)
    words.push('early stopping' + (typeof earlyStopping === 'number' ? ` ${earlyStopping}` : ''));
  return name ?? (words.join(' + ') || 'baseline');
}

/**
 * The network of a recipe: Dense → (BatchNorm) → ReLU → (Dropout) for each hidden layer, then a Dense for the classes; a
 * Flatten before all of it, when the examples are images.
 * Reads the fields that are about the architecture only.
 *
 * @param data tells the number of features and of classes
 * @throws OptionError when a field is unknown or out of its range
 */
export function mlp(recipe: Recipe, data: Dataset<Inputs>, rng: Rng): Sequential {
  checkRecipe(recipe);
  const { hidden, l1, l2, groupLasso, dropout, batchNorm } = withDefaults(recipe);
  requireOption(
    Array.isArray(hidden),
    'mlp: hidden must be the units of each hidden layer',
    hidden,
    'pass an array, e.g. [128, 64]',
  );
  const rates = typeof dropout === 'number' ? hidden.map(() => dropout) : dropout;
  if (rates.length !== hidden.length) {
    throw new OptionError(
      `mlp: dropout must be one rate, or one for each hidden layer, received ${rates.length} rates for ${hidden.length} layers; pass e.g. 0.5`,
    );
  }
  const dense = (units: number, first: boolean) =>
    new Dense(units, { kernelRegularizer: regularizerFrom({ l1, l2, groupLasso: first ? groupLasso : 0 }) });
  const inputShape = data.x.shape.slice(1);
  const layers: Layer[] = hidden.flatMap((units, i) => [
    dense(units, i === 0),
    ...(batchNorm ? [new BatchNorm()] : []),
    new ReLU(),
    ...(rates[i] === 0 ? [] : [new Dropout(rates[i])]),
  ]);
  const flatten = inputShape.length > 1 ? [new Flatten()] : [];
  return new Sequential([...flatten, ...layers, dense(data.classes, hidden.length === 0)], { inputShape, rng });
}

/** The optimizer of a recipe, at its first step. @throws OptionError when it is unknown, or the learning rate out of its range */
export function optimizerOf(recipe: Recipe): Optimizer {
  checkRecipe(recipe);
  const { optimizer, learningRate } = withDefaults(recipe);
  return optimizers[optimizer]({ learningRate });
}
