// Environment variables → switches of the library.

import { requireOption } from '../errors';
import { useKernel } from '../tensor/kernel';

const name = process.env.HOLDOUT_KERNEL || 'wasm';
requireOption(
  name === 'wasm' || name === 'reference',
  'HOLDOUT_KERNEL must be wasm or reference',
  name,
  'leave it out for the fast kernel',
);
if (name === 'reference') useKernel('reference');
