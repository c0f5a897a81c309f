// A training run with everything random in it → a text that one changed bit would change.

import { BatchNorm } from '../../src/layers/batch-norm';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { createRng } from '../../src/tensor/random';
import { fit } from '../../src/training/fit';
import { moons } from '../support/examples';

export async function trainForFingerprint(): Promise<string> {
  const { train, validation } = moons();
  const rng = createRng('fingerprint');
  const layers = [
    new Dense(13, { kernelRegularizer: elasticNet({ l1: 1e-3, l2: 1e-3 }) }),
    new BatchNorm(),
    new ReLU(),
    new Dropout(0.3),
    new Dense(2),
  ];
  const model = new Sequential(layers, { inputShape: [2], rng });
  const history = await fit(model, train, { validation, epochs: 6, batchSize: 16, rng });
  return JSON.stringify([history, model.getWeights().map(({ data }) => [...data])]);
}
