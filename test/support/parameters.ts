// numbers → Parameter: what an optimizer is given, without a layer around it.

import type { Parameter } from '../../src/layers/layer';
import type { Regularizer } from '../../src/regularizers/regularizer';
import { vector } from './tensors';

export function parameter(value: number[], grad: number[], regularizer?: Regularizer, decay?: boolean): Parameter {
  return { name: 'kernel', value: vector(...value), grad: vector(...grad), regularizer, decay };
}
