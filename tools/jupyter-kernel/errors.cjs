// whatever was thrown → ename, evalue and traceback, as Jupyter and its tools want errors
'use strict';
const { inspect } = require('node:util');

/**
 * @param thrown anything
 * @param remark a sentence that is put below
 */
function describeError(thrown, remark) {
  try {
    return describe(thrown, remark);
  } catch (error) {
    return describe(new Error(`what was thrown cannot be shown: ${error}`), remark);
  }
}

function describe(thrown, remark) {
  const isError = thrown instanceof Error;
  const evalue = isError ? String(thrown.message) : inspect(thrown);
  const ename = isError ? String(thrown.name) : 'Thrown';
  const text = isError ? inspect(thrown) : `${ename}: ${evalue}`;
  const traceback = text.replace(/^\[(.*)\]$/s, '$1').split('\n'); // brackets stand around an error without a stack
  return { ename, evalue, traceback: remark ? [...traceback, '', remark] : traceback };
}

/** The faults that the compiler found, `{line, character, message}` from 1 and `file` unless they are in the cell. */
function describeFaults(faults, code) {
  const lines = code.split('\n');
  const texts = faults.map(({ file, line, character, message }) => {
    const place = `${file ? `${file}:` : ''}${line}:${character} - ${message}`;
    return file ? place : `${place}\n\n  ${lines[line - 1] ?? ''}\n  ${' '.repeat(character - 1)}^`;
  });
  const evalue = faults
    .map(({ file, line, message }) => `${file ? `${file}, ` : ''}line ${line}: ${message}`)
    .join('\n');
  return { ename: 'CompileError', evalue, traceback: texts.join('\n\n').split('\n') };
}

module.exports = { describeError, describeFaults };
