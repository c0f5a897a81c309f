// Environment variables → switches of the library.

import { useKernel } from '../tensor/kernel';

if (process.env.HOLDOUT_KERNEL === 'reference') useKernel('reference');
