// what code prints, shows and fails with → the cell that this code belongs to, also when the cell has ended long ago
'use strict';
const { AsyncLocalStorage } = require('node:async_hooks');
const { inspect } = require('node:util');
const { describeError } = require('./errors.cjs');
const jupyter = require('tslab/dist/jupyter');

const notAwaited =
  'The cell had ended before this error came. Write `await` before the call that it comes from, and the cell waits for it.';

class CellOutputs {
  #running = new AsyncLocalStorage();
  #latest; // for code whose cell is not known
  #unhandled = new Map(); // promise → {output, reason}

  constructor() {
    process.stdout.write = (chunk) => this.#print('stdout', chunk);
    process.stderr.write = (chunk) => this.#print('stderr', chunk);
    // Where src/notebook/display.ts and tslab's own `display` look for it.
    Object.defineProperty(jupyter, 'lastWriteDisplayData', { get: () => this.#current?.display });
    process.on('unhandledRejection', (reason, promise) => this.#fail(reason, promise, notAwaited));
    process.on('rejectionHandled', (promise) => this.#unhandled.delete(promise));
    process.on('uncaughtException', (reason) => this.#fail(reason, {}));
    hideMarksOfPromises();
  }

  /**
   * Runs the code of a cell.
   *
   * @param output where it prints and shows
   * @param code returns its error as the protocol has it, or undefined
   * @returns this error, or else one that the cell caused and nobody handled
   */
  async during(output, code) {
    this.#latest = output;
    output.running = true;
    const error = await this.#running.run(output, code);
    await new Promise((resolve) => setImmediate(resolve)); // only now it is known which promises nobody has handled
    output.running = false;
    const unhandled = [...this.#unhandled].filter(([, { output: of }]) => of === output);
    for (const [promise] of unhandled) this.#unhandled.delete(promise);
    return error ?? unhandled.map(([, { reason }]) => describeError(reason))[0];
  }

  get #current() {
    return this.#running.getStore() ?? this.#latest;
  }

  #print(name, chunk) {
    this.#current?.print(name, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return true;
  }

  /** A running cell fails with it when it ends, unless it is handled by then; a cell that has ended shows it. */
  #fail(reason, promise, remark) {
    const output = this.#current;
    if (output?.running) this.#unhandled.set(promise, { output, reason });
    else output?.error(describeError(reason, remark));
  }
}

/** Up to Node 22 AsyncLocalStorage marks promises with symbols, which nobody wants to see in what a cell prints. */
function hideMarksOfPromises() {
  const value = function () {
    for (const mark of Object.getOwnPropertySymbols(this)) Object.defineProperty(this, mark, { enumerable: false });
    return this; // to be printed as usual
  };
  Object.defineProperty(Promise.prototype, inspect.custom, { value, configurable: true, writable: true });
}

module.exports = { CellOutputs };
