// The clone that this grader belongs to: its specs and solutions are the ones that count.

import { resolve } from 'node:path';

export const courseRoot = resolve(__dirname, '..');
