// What `import … from 'holdout'` gives in Node and in a notebook: the library, and what needs a process around it.

import { terminalBar, terminalRunsBar } from './node/terminal-bar';
import { threadPool } from './node/worker-pool';
import { inNotebook } from './notebook/display';
import { progressPanel } from './notebook/progress-panel';
import { runsPanel } from './notebook/runs-panel';
import { setDefaultRunsObserver } from './experiments/runs-observer';
import { setWorkerPool } from './experiments/worker-protocol';
import { setDefaultObserver } from './training/observer';
import './node/environment';

export * from './index';
export { loadIdx, loadMnist, type MnistOptions } from './node/mnist';
export { check, hint, progress, solution } from './notebook/check';
export { show } from './notebook/show';

setWorkerPool(threadPool);
setDefaultObserver(() => (inNotebook() ? progressPanel() : process.stdout.isTTY ? terminalBar(process.stdout) : {}));
setDefaultRunsObserver(() =>
  inNotebook() ? runsPanel() : process.stdout.isTTY ? terminalRunsBar(process.stdout) : {},
);
