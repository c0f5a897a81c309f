// model ↔ text: keeps a trained model.

import { OptionError, requireKnownNames } from '../errors';
import { BatchNorm } from './batch-norm';
import { Conv2D } from './conv2d';
import { Dense } from './dense';
import { Dropout } from './dropout';
import { Flatten } from './flatten';
import { GlobalAveragePool2D } from './global-average-pool2d';
import { requireAtRest } from './in-training';
import type { Layer } from './layer';
import { MaxPool2D } from './max-pool2d';
import { ReLU } from './relu';
import { Sequential } from './sequential';
import { Softmax } from './softmax';
import { regularizerFrom } from '../regularizers/from-config';
import type { Regularizer, RegularizerConfig } from '../regularizers/regularizer';
import { createRng } from '../tensor/random';
import { sizeOf, tensor, type Shape, type Tensor } from '../tensor/tensor';
import { areWeights, readSaved, readWeights, savedWeights, type SavedKind, type SavedWeight } from './saved-text';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the options stand in a file; each constructor checks them
const makers: Record<string, (config: any) => Layer> = {
  Dense: ({ units, kernelRegularizer, ...options }) =>
    new Dense(units, { ...options, kernelRegularizer: penaltyFrom(kernelRegularizer) }),
  ReLU: () => new ReLU(),
  Dropout: ({ rate }) => new Dropout(rate),
  BatchNorm: (options) => new BatchNorm(options),
  Conv2D: ({ filters, kernelSize, kernelRegularizer, ...options }) =>
    new Conv2D(filters, kernelSize, { ...options, kernelRegularizer: penaltyFrom(kernelRegularizer) }),
  MaxPool2D: ({ poolSize, ...options }) => new MaxPool2D(poolSize, options),
  GlobalAveragePool2D: () => new GlobalAveragePool2D(),
  Flatten: () => new Flatten(),
  Softmax: () => new Softmax(),
};

function penaltyFrom(config: RegularizerConfig | undefined): Regularizer | undefined {
  return config === undefined ? undefined : regularizerFrom(config);
}

interface SavedLayer {
  type: string;
  config: Record<string, unknown>;
}

interface SavedModel {
  inputShape: Shape;
  layers: SavedLayer[];
  weights: SavedWeight[];
}

const kind: SavedKind = {
  format: 'holdout-model',
  fields: ['inputShape', 'layers', 'weights'],
  holds: ({ inputShape, layers, weights }) =>
    Array.isArray(inputShape) && Array.isArray(layers) && layers.every(isLayer) && areWeights(weights),
  who: 'loadModel',
  writer: 'saveModel',
};

/**
 * A model as JSON: layers, options and weights. Numbers are written with as many digits as it takes to read the same
 * ones again.
 *
 * @returns text for {@link loadModel}; what the optimizer remembers is not part of it
 * @throws OptionError when a weight is NaN or infinite, which JSON cannot hold, or a layer or a regularizer is not one of this
 * library's
 */
export function saveModel(model: Sequential): string {
  requireAtRest(model, 'saveModel');
  const saved: SavedModel = {
    inputShape: model.inputShape,
    layers: model.layers.map((layer) => ({ type: layer.type, config: layer.config() })),
    weights: savedWeights(model.getWeights()),
  };
  if (!saved.weights.every(({ data }) => data.every(Number.isFinite))) {
    throw new OptionError(
      'saveModel: weights must be finite, received NaN or Infinity; train the model again with a smaller learning rate',
    );
  }
  model.layers.forEach(requireOurs);
  return JSON.stringify({ format: kind.format, version: 1, ...saved });
}

/** Checks that {@link loadModel} makes the same layer again, of its type and config alone. @throws OptionError */
function requireOurs(layer: Layer): void {
  const { type, parameters, constructor } = layer;
  if (!Object.hasOwn(makers, type) || makers[type](layer.config()).constructor !== constructor) {
    throw new OptionError(
      `saveModel: layers must be of this library, received ${constructor.name} of type ${type}; keep getWeights() instead`,
    );
  }
  for (const { regularizer, value } of parameters) {
    if (!regularizer) continue;
    const again = regularizerFrom(regularizer.config); // a config may be empty, or say another penalty
    if (probes(value.shape).every((w) => regularizer.penalty(w) === (again?.penalty(w) ?? 0))) continue;
    throw new OptionError(
      `saveModel: regularizers must be of this library, received ${regularizer.name}; keep getWeights() instead`,
    );
  }
}

/** Weights on which penalties can be compared whatever the weights of a model are: small ones and large ones, of both signs. */
function probes(shape: Shape): Tensor[] {
  const number = (i: number) => (i % 2 ? -1 : 1) * ((i % 7) + 0.5);
  return [0.1, 1, 100].map((scale) =>
    tensor(
      shape,
      Float64Array.from({ length: sizeOf(shape) }, (_, i) => scale * number(i)),
    ),
  );
}

/**
 * The model that {@link saveModel} wrote.
 *
 * @param json the whole text
 * @returns a model with the same outputs, to the bit
 * @throws OptionError when the text is no saved model, or one of another version, or an option in it is unknown, missing or out of its
 * range
 * @throws ShapeError when its weights do not fit its layers
 */
export function loadModel(json: string): Sequential {
  const { layers, inputShape, weights } = readSaved(json, kind) as unknown as SavedModel;
  const model = new Sequential(layers.map(layerFrom), { inputShape, rng: createRng(0) }); // its weights are overwritten
  model.setWeights(readWeights(weights));
  return model;
}

function isLayer(layer: SavedLayer): boolean {
  return typeof layer?.type === 'string' && layer.config instanceof Object;
}

/** A layer with exactly the options in the file: one that is not taken would be lost, for one that is missing there would be a default. */
function layerFrom({ type, config }: SavedLayer): Layer {
  if (!Object.hasOwn(makers, type)) {
    throw new OptionError(
      `loadModel: layers must be one of ${Object.keys(makers).join(', ')}, received ${type}; load it with the library that saved it`,
    );
  }
  const layer = makers[type](config);
  const taken = layer.config();
  const names = Object.keys(taken);
  requireKnownNames(config, names, `loadModel: ${type}`, 'load it with the library that saved it');
  const missing = names.find((name) => taken[name] !== undefined && !Object.hasOwn(config, name));
  if (missing === undefined) return layer;
  throw new OptionError(
    `loadModel: ${type}: the options must be ${names.join(', ')}, received none called ${missing}; load it with the library that saved it`,
  );
}
