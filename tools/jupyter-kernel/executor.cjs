// the text of a cell → what it does; what it leaves behind is kept for the cells after it
'use strict';
const { join } = require('node:path');
const vm = require('node:vm');
const { createConverter } = require('./converter.cjs');
const { keepDeclarations } = require('./declarations.cjs');
const { describeError, describeFaults } = require('./errors.cjs');
const { Modules } = require('./modules.cjs');
const { NameTable } = require('./names.cjs');
const { isValid } = require('./rewrite.cjs');
const { addScript, lineOfSyntaxError, useReadableStacks } = require('./stack.cjs');
const { getCodeMetadata } = require('tslab/dist/metadata');

class Interrupted extends Error {
  name = 'Interrupted';
  message = 'the cell was stopped';
  stack = `${this.name}: ${this.message}`; // where it was is not known
}

function createExecutor(folder) {
  const names = new NameTable();
  const modules = new Modules();
  const converter = createConverter((id) => modules.canFind(id, folder));
  let declarations = '';
  let release; // of the cell that runs
  let stop = () => {};
  useReadableStacks();
  // What the code of cells finds in its scope. It runs in this context, so that its errors and arrays are ours.
  globalThis.__tslab__ = {
    exports: names.values,
    require: modules.requireFrom(folder),
    bind: (accessors) => (release = names.bind(accessors)),
  };

  /**
   * Runs a cell and prints the value of its last line.
   *
   * @param number in the brackets before the cell
   * @returns its error as the protocol has it, or undefined
   */
  async function execute(code, number) {
    const { value, error } = await evaluate(code, `cell [${number}]`);
    if (value !== undefined && value !== null) console.log(value);
    return error;
  }

  /** Runs code and returns the `value` of its last line, or its `error`. */
  async function evaluate(code, name) {
    const { module } = getCodeMetadata(code);
    if (module) return { error: define(module, code) };
    const cell = converter.convert(declarations, code);
    if (cell.faults) return { error: describeFaults(cell.faults, code) };
    addScript(name, cell.maps, { added: 1, end: cell.code.split('\n').length + 2 });
    const { script, fault } = compile(cell, name);
    if (fault) return { error: describeFaults([fault], code) };
    modules.forgetChanged();
    release = undefined;
    try {
      await run(script, cell.isAsync);
      for (const sentence of cell.advice) console.error(sentence);
      return { value: take(cell.lastExpression) };
    } catch (thrown) {
      return { error: describeError(thrown) };
    } finally {
      if (release) declarations = keepDeclarations(cell.declarations, declarations, release());
    }
  }

  /** A cell that begins with a comment `@module name` is a file of that name, for later cells to import. */
  function define(name, code) {
    modules.define(join(folder, `${name}.ts`), code);
    const faults = converter.addModule(name, code);
    return faults.length > 0 ? describeFaults(faults, code) : undefined;
  }

  /** The compiler lets a few faults pass that JavaScript does not, such as `await` in a method that is not async. */
  function compile({ code, isAsync }, filename) {
    const wrapped = `(${isAsync ? 'async ' : ''}function (exports, require) {\n${code}\n})(__tslab__.exports, __tslab__.require)`;
    try {
      return { script: new vm.Script(wrapped, { filename }) };
    } catch (error) {
      return { fault: { line: lineOfSyntaxError(filename, error) ?? 1, character: 1, message: error.message } };
    }
  }

  async function run(script, isAsync) {
    const stopped = new Promise((_, reject) => (stop = () => reject(new Interrupted())));
    stopped.catch(() => {});
    try {
      const ended = script.runInThisContext({ breakOnSigint: true, displayErrors: false });
      if (isAsync) await Promise.race([ended, stopped]);
    } catch (error) {
      throw error?.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED' ? new Interrupted() : error;
    } finally {
      stop = () => {};
    }
  }

  function take(name) {
    if (name === undefined) return undefined;
    const value = names.values[name];
    delete names.values[name];
    return value;
  }

  return {
    execute,
    evaluate,
    isValid,
    interrupt: () => stop(),
    complete: (code, index) => converter.complete(declarations, code, index),
    inspect: (code, index) => converter.inspect(declarations, code, index),
    close: () => converter.close(),
  };
}

module.exports = { createExecutor };
