// Small data and models that train in milliseconds.

import type { Dataset } from '../../src/data/dataset';
import { makeMoons } from '../../src/data/moons';
import { split, type Split } from '../../src/data/split';
import { standardize } from '../../src/data/standardizer';
import { Dense } from '../../src/layers/dense';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { createRng } from '../../src/tensor/random';

/** 80 moons: 51 to train on, 13 to validate, 16 to test. */
export function moons(seed: number | string = 5): Split {
  const rng = createRng(seed);
  return standardize(split(makeMoons({ samples: 80, noise: 0.2, rng }), { test: 0.2, validation: 0.2, rng }));
}

/** Dense(7) → ReLU → Dense(classes). */
export function smallModel(data: Dataset, seed: number | string = 3): Sequential {
  return new Sequential([new Dense(7), new ReLU(), new Dense(data.classes)], {
    inputShape: data.x.shape.slice(1),
    rng: createRng(seed),
  });
}
