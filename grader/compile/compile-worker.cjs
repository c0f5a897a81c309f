'use strict';
// TypeScript text → CommonJS text, in a worker thread that can be ended: some texts keep the compiler busy forever.

const { readlinkSync } = require('node:fs');
const { parentPort } = require('node:worker_threads');
const ts = require('typescript');
const { withoutStatements } = require('./without-statements.cjs');

const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
  isolatedModules: true,
  experimentalDecorators: true,
  sourceMap: true,
  newLine: ts.NewLineKind.LineFeed,
};

parentPort.on('message', (input) => parentPort.postMessage(compile(input)));
parentPort.postMessage({ thread: threadPath() });

/** Where Linux tells how long this thread had to wait for a processor, as a path below /proc. */
function threadPath() {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return '';
  }
}

function compile({ text: whole, fileName, leaveOut }) {
  try {
    const { text, leftOut, awaits } = withoutStatements(whole, leaveOut);
    const output = ts.transpileModule(text, { compilerOptions, fileName, reportDiagnostics: true });
    const mistake = (output.diagnostics ?? []).find(
      (diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error,
    );
    if (mistake) return { failure: describe(mistake, fileName) };
    if (hasDynamicImport(output.outputText)) return { failure: 'import(…) is not available in an exercise' };
    const code = output.outputText.replace(/^#!.*/, '').replace(/\/\/# sourceMappingURL=.*$/m, '');
    return { code, map: output.sourceMapText, imports: importsOf(text, output.outputText), leftOut, awaits };
  } catch (error) {
    return {
      failure:
        error instanceof RangeError
          ? 'the file is nested too deeply to be compiled'
          : `the compiler stopped: ${error.message}`,
    };
  }
}

function describe(diagnostic, fileName) {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  if (!diagnostic.file || diagnostic.start === undefined) return `syntax error: ${message}`;
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return `${fileName}:${line + 1}:${character + 1} syntax error: ${message}`;
}

// An import() that reaches the vm is rejected with an error of the host's realm, which is a way out of the sandbox.
function hasDynamicImport(code) {
  if (!/\bimport\b/.test(code)) return false;
  const open = [ts.createSourceFile('output.js', code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === ts.SyntaxKind.ImportKeyword) return true;
    ts.forEachChild(node, (child) => void open.push(child));
  }
  return false;
}

function importsOf(text, code) {
  const names = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  return [...new Set(names)].filter((name) => code.includes(JSON.stringify(name))); // type-only imports are gone by now
}
