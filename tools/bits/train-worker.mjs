// Bundled for a Web Worker: trains what a page asks for.

import { serve } from '../../dist/workers.js';

const answer = serve((reply) => postMessage(reply));
addEventListener('message', ({ data }) => answer(data));
