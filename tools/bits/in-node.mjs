// node in-node.mjs: the fingerprints of this Node as JSON; HOLDOUT_LOOPS=readable for the readable loops.

import { createRequire } from 'node:module';
import { fingerprints } from './fingerprints.mjs';

const require = createRequire(import.meta.url);
require('../../dist/node/environment.js');
console.log(JSON.stringify(await fingerprints(require('../../dist/index.js'))));
