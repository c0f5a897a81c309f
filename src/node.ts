// What `import … from 'holdout'` gives in Node and in a notebook: the library, and what needs a process around it.

import { terminalBar } from './node/terminal-bar';
import { threadPool } from './node/worker-pool';
import { inNotebook } from './notebook/display';
import { progressPanel } from './notebook/progress-panel';
import { setDefaultObserver } from './training/observer';
import { setWorkerPool } from './training/worker-protocol';
import './node/environment';

export * from './index';
export { show } from './notebook/show';

setWorkerPool(threadPool);
setDefaultObserver(() => (inNotebook() ? progressPanel() : process.stdout.isTTY ? terminalBar(process.stdout) : {}));
