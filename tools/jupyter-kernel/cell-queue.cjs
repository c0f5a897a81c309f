// requests to run cells, which may arrive at any time → one cell after the other, and after an error none
'use strict';
const { inspect: asText } = require('node:util');
const { createExecutor } = require('./executor.cjs'); // before all of tslab
const { CellOutputs } = require('./cell-outputs.cjs');
const { isCompleteCode } = require('tslab/dist/converter');
const { printQuickInfo } = require('tslab/dist/inspect');
const { toCodePoints, toCodeUnits } = require('./text-position.cjs');

/**
 * Milliseconds without a further request after which a failed cell is answered. What arrives before was sent by somebody
 * who did not know of the error ("Run All" sends all cells at once), and is dropped as the protocol wants it.
 */
const quiet = 100;

/** A kernel that runs, completes and explains cells in the current folder. */
function createKernel() {
  const outputs = new CellOutputs();
  const executor = createExecutor(process.cwd());
  let count = 0;
  let last = Promise.resolve();
  let arrived = 0;
  let dropUntil = 0; // requests with a smaller number are dropped

  /**
   * Runs a cell after those before it.
   *
   * @param request content of an execute_request: code, silent, store_history, stop_on_error, user_expressions
   * @param output where the cell shows what it shows: begin, print, display, error, end
   * @returns content of the execute_reply
   */
  function execute(request, output) {
    const number = ++arrived;
    const reply = last.then(() => (number < dropUntil ? { status: 'aborted' } : run(request, output)));
    last = reply.catch(() => {});
    return reply;
  }

  async function run({ code, silent, store_history, stop_on_error, user_expressions }, output) {
    if (!silent && store_history !== false) count++;
    const execution_count = count;
    output.begin(execution_count);
    const error = await outputs.during(output, () => executor.execute(code, execution_count));
    output.end();
    if (!error) {
      return {
        status: 'ok',
        execution_count,
        payload: [],
        user_expressions: await evaluateAll(user_expressions ?? {}),
      };
    }
    output.error(error);
    if (stop_on_error ?? true) await dropWhatWasSent();
    return { status: 'error', execution_count, ...error };
  }

  async function evaluateAll(expressions) {
    const values = {};
    for (const [name, code] of Object.entries(expressions)) {
      const { value, error } = await executor.evaluate(code, 'expression');
      values[name] = error
        ? { status: 'error', ...error }
        : { status: 'ok', data: { 'text/plain': asText(value) }, metadata: {} };
    }
    return values;
  }

  async function dropWhatWasSent() {
    for (let before; before !== arrived;) {
      before = arrived;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
    dropUntil = arrived + 1;
  }

  function complete(code, cursor) {
    const { start, end, candidates } = executor.complete(code, toCodeUnits(code, cursor));
    return {
      matches: candidates,
      cursor_start: toCodePoints(code, start),
      cursor_end: toCodePoints(code, end),
      metadata: {},
    };
  }

  function inspect(code, cursor) {
    const info = executor.inspect(code, toCodeUnits(code, cursor));
    return { found: Boolean(info), data: info ? { 'text/plain': printQuickInfo(info) } : {}, metadata: {} };
  }

  function isComplete(code) {
    const { completed, indent } = isCompleteCode(code);
    if (!completed) return { status: 'incomplete', indent };
    return { status: executor.isValid(code) ? 'complete' : 'invalid' };
  }

  return {
    execute,
    complete,
    inspect,
    isComplete,
    interrupt: () => executor.interrupt(),
    close: () => executor.close(),
  };
}

module.exports = { createKernel };
