// model ↔ text: keeps a trained model.

import { OptionError } from '../errors';
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
import { createRng } from '../tensor/random';
import { sizeOf, tensor, type Shape, type Tensor } from '../tensor/tensor';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the options stand in a file; each constructor checks them
const makers: Record<string, (config: any) => Layer> = {
  Dense: ({ units, useBias, kernelRegularizer }) =>
    new Dense(units, { useBias, kernelRegularizer: kernelRegularizer && regularizerFrom(kernelRegularizer) }),
  ReLU: () => new ReLU(),
  Dropout: ({ rate }) => new Dropout(rate),
  BatchNorm: (options) => new BatchNorm(options),
  Conv2D: ({ filters, kernelSize, kernelRegularizer, ...options }) =>
    new Conv2D(filters, kernelSize, {
      ...options,
      kernelRegularizer: kernelRegularizer && regularizerFrom(kernelRegularizer),
    }),
  MaxPool2D: ({ poolSize, ...options }) => new MaxPool2D(poolSize, options),
  GlobalAveragePool2D: () => new GlobalAveragePool2D(),
  Flatten: () => new Flatten(),
  Softmax: () => new Softmax(),
};

interface SavedModel {
  format: 'holdout-model';
  version: 1;
  inputShape: Shape;
  layers: { type: string; config: Record<string, unknown> }[];
  weights: { shape: Shape; data: number[] }[];
}

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
    format: 'holdout-model',
    version: 1,
    inputShape: model.inputShape,
    layers: model.layers.map((layer) => ({ type: layer.type, config: layer.config() })),
    weights: model.getWeights().map(({ shape, data }) => ({ shape, data: [...data] })),
  };
  if (!saved.weights.every(({ data }) => data.every(Number.isFinite))) {
    throw new OptionError(
      'saveModel: weights must be finite, received NaN or Infinity; train the model again with a smaller learning rate',
    );
  }
  model.layers.forEach(requireOurs);
  return JSON.stringify(saved);
}

/** Holds that {@link loadModel} makes the same layer again, of its type and config alone. @throws OptionError */
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
 * @throws OptionError when the text is no saved model, or one of another version, or an option in it is out of its range
 * @throws ShapeError when its weights do not fit its layers
 */
export function loadModel(json: string): Sequential {
  const saved = parse(json);
  const layers = saved.layers.map(({ type, config }) => {
    if (!Object.hasOwn(makers, type))
      throw new OptionError(
        `loadModel: layers must be one of ${Object.keys(makers).join(', ')}, received ${type}; save the model again`,
      );
    return makers[type](config);
  });
  const model = new Sequential(layers, { inputShape: saved.inputShape, rng: createRng(0) }); // its weights are overwritten
  model.setWeights(saved.weights.map(({ shape, data }) => tensor(shape, data)));
  return model;
}

function parse(json: string): SavedModel {
  let saved: Partial<SavedModel> | undefined;
  try {
    saved = JSON.parse(json);
  } catch {
    // falls through to the one message
  }
  if (saved?.format === 'holdout-model' && saved.version !== 1) {
    throw new OptionError(
      `loadModel: the text must be of version 1, received version ${saved.version}; load it with the library that saved it`,
    );
  }
  if (saved && isWhole(saved)) return saved;
  throw new OptionError(
    `loadModel: the text must be what saveModel wrote, received ${String(json).slice(0, 40)}…; pass the whole file`,
  );
}

function isWhole(saved: Partial<SavedModel>): saved is SavedModel {
  const { format, inputShape, layers, weights } = saved;
  return (
    format === 'holdout-model' &&
    Array.isArray(inputShape) &&
    Array.isArray(layers) &&
    layers.every((layer) => typeof layer?.type === 'string' && layer.config instanceof Object) &&
    Array.isArray(weights) &&
    weights.every((weight) => Array.isArray(weight?.shape) && Array.isArray(weight.data))
  );
}
