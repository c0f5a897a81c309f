// the TypeScript of tslab → the same with what tslab does not ask of it. Load this file before tslab.
//
// A cell is compiled in two steps: with types to a module of JavaScript, and that to a script. Here each step leaves a source
// map; names of cells are bound in the second one; and files count as they are on disk now, wherever they are.
'use strict';
const { parse, posix, relative } = require('node:path');
const { bindNames } = require('./names.cjs');
const { watchFiles } = require('./watched-files.cjs');

const path = require.resolve('@tslab/typescript-for-tslab');
const original = require(path);
require.cache[path].exports = { ...original, createWatchCompilerHost, transpileModule };
watchFiles(original.sys);

/** What the latest compilation left behind: the program, and the source maps of both steps, the last one first. */
const latest = { builder: undefined, maps: [] };

/** tslab refuses files that are not below the notebook's folder; with the whole disk as root folder it takes them all. */
function createWatchCompilerHost(files, options, ...rest) {
  const rootDir = parse(process.cwd()).root;
  const host = original.createWatchCompilerHost(
    files,
    { ...options, rootDir, sourceMap: true, allowImportingTsExtensions: true },
    ...rest,
  );
  let tell;
  return Object.defineProperty(host, 'afterProgramCreate', {
    get: () => (builder) => tell(onlyTheCell(builder)),
    set: (listener) => (tell = listener),
  });
}

/** Shows tslab the cell alone; what it imports is the business of modules.cjs. */
function onlyTheCell(builder) {
  latest.builder = builder;
  const below = relative(parse(process.cwd()).root, process.cwd()).replaceAll('\\', '/');
  const output = posix.join('outDir', below, '__tslab__');
  const emit = (file, write, ...rest) => {
    const take = (name, data) => {
      if (name.endsWith('.map')) latest.maps = [JSON.parse(data)];
      else write(name.replace(output, 'outDir/__tslab__'), withoutLink(data));
    };
    return builder.emit(file, take, ...rest);
  };
  return Object.assign(Object.create(builder), { emit, getAllDependencies: ({ fileName }) => [fileName] });
}

/** The second step: binds the names of the cell in a line of its own at the top. */
function transpileModule(code, options) {
  if (options.fileName !== 'custom.js') return original.transpileModule(code, options);
  const compilerOptions = { ...options.compilerOptions, sourceMap: true };
  const { outputText, sourceMapText } = original.transpileModule(bindNames(code), { ...options, compilerOptions });
  latest.maps.unshift(JSON.parse(sourceMapText));
  return { outputText: withoutLink(outputText) };
}

function withoutLink(code) {
  return code.replace(/\/\/# sourceMappingURL=.*\s*$/, '');
}

module.exports = { latest, ts: require.cache[path].exports };
