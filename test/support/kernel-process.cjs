// The kernel in a process of its own, since it takes over how this process prints: requests come and results go as messages.
'use strict';
const { createKernel } = require('../../tools/jupyter-kernel/cell-queue.cjs');

const kernel = createKernel();
const call = {
  execute: ({ request, cell }) => {
    const tell =
      (type) =>
      (...content) =>
        process.send({ cell, type, content });
    const output = {
      begin: () => {},
      print: tell('print'),
      display: tell('display'),
      error: tell('error'),
      end: () => {},
    };
    return kernel.execute(request, output);
  },
  complete: ({ code, cursor }) => kernel.complete(code, cursor),
  inspect: ({ code, cursor }) => kernel.inspect(code, cursor),
  isComplete: ({ code }) => kernel.isComplete(code),
  interrupt: () => kernel.interrupt(),
};
process.on('message', ({ id, method, ...rest }) => {
  // No `await`: it would be in the stacks of the cells.
  Promise.resolve(call[method](rest)).then((reply) => process.send({ id, reply }));
});
