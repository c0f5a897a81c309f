// import of a file in a cell, e.g. of an exercise → the module, as its text is now
'use strict';
const { readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, relative, resolve, sep } = require('node:path');
const { hasTopLevelAwait } = require('./rewrite.cjs');
const { addScript } = require('./stack.cjs');
const { ts } = require('./typescript.cjs');

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

class Modules {
  #loaded = new Map(); // path → {module, text, uses: paths}
  #virtual = new Map(); // path → text, of cells that begin with `/** @module name */`

  /** Takes the text of modules that are cells. */
  define(path, text) {
    this.#virtual.set(resolve(path), text);
  }

  /** `require` for the cells of notebooks in `folder`. */
  requireFrom(folder) {
    const plain = Module.createRequire(join(folder, 'cell.js'));
    const load = (target, self, [id]) => this.#require(id, folder, plain);
    return new Proxy(plain, { apply: load });
  }

  /** Whether a cell of notebooks in `folder` can import a module. */
  canFind(id, folder) {
    if (isPath(id)) return this.#find(resolve(folder, id)) !== undefined;
    try {
      return Boolean(Module.createRequire(join(folder, 'cell.js')).resolve(id));
    } catch {
      return false;
    }
  }

  /** Forgets modules of which the text has changed, and those that use them. The cell that imports one next loads it again. */
  forgetChanged() {
    const changed = new Set(
      [...this.#loaded].filter(([path, { text }]) => this.#read(path) !== text).map(([path]) => path),
    );
    for (let size = -1; size !== changed.size;) {
      size = changed.size;
      for (const [path, { uses }] of this.#loaded) if (uses.some((used) => changed.has(used))) changed.add(path);
    }
    for (const path of changed) this.#loaded.delete(path);
  }

  #require(id, folder, plain, user) {
    if (id === 'tslab') return require('tslab');
    const path = isPath(id) ? this.#find(resolve(folder, id)) : undefined;
    if (path === undefined || path.includes(`${sep}node_modules${sep}`) || Module._cache[path]) return plain(id);
    user?.uses.push(path);
    return (this.#loaded.get(path) ?? this.#load(path)).module.exports;
  }

  #find(path) {
    const source = path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2'); // TypeScript lets x.js stand for x.ts
    return [...endings.map((ending) => path + ending), source].find(
      (file) => this.#virtual.has(file) || statSync(file, { throwIfNoEntry: false })?.isFile(),
    );
  }

  #read(path) {
    try {
      return this.#virtual.get(path) ?? readFileSync(path, 'utf8');
    } catch {
      return undefined; // it is gone
    }
  }

  #load(path) {
    const text = this.#read(path);
    const module = new Module(path);
    const entry = { module, text, uses: [] };
    module.filename = path;
    module.paths = Module._nodeModulePaths(dirname(path));
    const plain = module.require.bind(module);
    module.require = (id) => this.#require(id, dirname(path), plain, entry);
    this.#loaded.set(path, entry);
    try {
      if (path.endsWith('.json')) module.exports = JSON.parse(text);
      else module._compile(compile(path, text), path);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return entry;
  }
}

const isPath = (id) => /^\.{0,2}[\\/]|^\.\.?$|^[a-z]:[\\/]/i.test(id);

function compile(path, text) {
  const name = relative(process.cwd(), path);
  if (hasTopLevelAwait(text))
    throw new SyntaxError(
      `${name}: a file that a cell imports cannot await at its top level; put that into an async function`,
    );
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      experimentalDecorators: true,
      jsx: ts.JsxEmit.React,
      sourceMap: true,
    },
  });
  if (diagnostics.length > 0) {
    const { file, start, messageText } = diagnostics[0];
    const { line } = file.getLineAndCharacterOfPosition(start);
    throw new SyntaxError(`${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  }
  addScript(path, [JSON.parse(sourceMapText)]);
  return outputText;
}

module.exports = { Modules };
