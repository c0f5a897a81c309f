// Bundled for a Web Worker: trains what a page orders.

import { serve } from '../../dist/index.js';

const answer = serve((report) => postMessage(report));
addEventListener('message', ({ data }) => answer(data));
