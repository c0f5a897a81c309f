// Environment variables → switches of the library.

import { requireOption } from '../errors';
import { useLoops } from '../tensor/loops';

const name = process.env.HOLDOUT_LOOPS || 'compiled';
requireOption(
  name === 'compiled' || name === 'readable',
  'HOLDOUT_LOOPS must be compiled or readable',
  name,
  'leave it out for the compiled loops',
);
if (name === 'readable') useLoops('readable');
