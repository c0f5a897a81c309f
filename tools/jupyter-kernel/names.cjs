// names of a cell → live for all later cells. tslab copies values into a table, so that `n = 10` in a cell does not reach a
// function of an earlier cell which reads n. Here the table holds accessors of the variables themselves.
'use strict';
const typescript = require('@tslab/typescript-for-tslab');

/**
 * A compiled cell, which ends with tslab's `export { a, b };` of all its names → the same with the names bound in a line
 * above, and without the export.
 */
function bindNames(code) {
  const file = typescript.createSourceFile('cell.js', code, typescript.ScriptTarget.ES2022, true);
  const lists = file.statements.filter((node) => typescript.isExportDeclaration(node) && !node.moduleSpecifier);
  const names = lists.flatMap(({ exportClause }) => exportClause.elements.map(({ name }) => name.text));
  const accessors = names.map((name) => `${name}: [() => ${name}, ($value) => { ${name} = $value; }]`);
  const without = lists.reduceRight((text, { pos, end }) => text.slice(0, pos) + text.slice(end), code);
  return `__tslab__.bind({ ${accessors.join(', ')} });\n${without}\nexport {};`;
}

/** The names of all cells. */
class NameTable {
  values = Object.create(null);

  /** Puts the names of a cell into the table. Returns what is to be called when the cell has ended: the names it left out. */
  bind(accessors) {
    const before = new Map();
    for (const [name, [get, set]] of Object.entries(accessors)) {
      before.set(name, Object.getOwnPropertyDescriptor(this.values, name));
      Object.defineProperty(this.values, name, { get, set, enumerable: true, configurable: true });
    }
    return () => [...before].filter(([name, old]) => !this.#settle(name, old)).map(([name]) => name);
  }

  /** Gives a name that its cell did not reach, as an error came before it, back to the cell before. */
  #settle(name, old) {
    try {
      void this.values[name];
      return true;
    } catch {
      if (old) Object.defineProperty(this.values, name, old);
      else delete this.values[name];
      return false;
    }
  }
}

module.exports = { bindNames, NameTable };
