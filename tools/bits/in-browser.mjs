// Bundled for a browser's worker: the fingerprints of this browser, as a message.

import * as holdout from '../../dist/index.js';
import { fingerprints } from './fingerprints.mjs';

postMessage(await fingerprints(holdout));
