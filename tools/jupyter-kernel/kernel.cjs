// connection file → the TypeScript kernel. Jupyter starts this file; see tools/lib/jupyter.mjs.
//
// tslab compiles, completes and explains cells. The rest is here, because tslab's own part knows too little of what the
// tools of Jupyter ask for: messages in server.cjs, the queue in cell-queue.cjs, the run of a cell in executor.cjs, the
// repairs of its compiler in converter.cjs.
'use strict';
const { readFileSync } = require('node:fs');
const { createKernel } = require('./cell-queue.cjs');
const { Server } = require('./server.cjs');

const file = process.argv[process.argv.indexOf('--config-path') + 1];
const kernel = createKernel();
process.on('SIGINT', () => kernel.interrupt());
new Server(kernel, JSON.parse(readFileSync(file, 'utf8'))).start();

// A kernel whose server was killed would compute on forever.
const server = process.ppid;
setInterval(() => process.ppid === server || process.exit(), 1000).unref();
