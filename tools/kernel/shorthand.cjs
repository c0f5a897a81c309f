// a cell with { rng } → the same with { rng: rng }. tslab looks names of earlier cells up in a table of its own, but not
// where a property and its value share one name: `fit(model, data, { rng })` failed with "rng is not defined".
'use strict';
const converter = require('tslab/dist/converter');
const ts = require('@tslab/typescript-for-tslab');

/** Writes out every shorthand property. */
function expand(source) {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
  const places = [];
  const visit = (node) => {
    if (ts.isShorthandPropertyAssignment(node)) places.push(node.name);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places.reduceRight(
    (text, name) => `${text.slice(0, name.getStart())}${name.text}: ${text.slice(name.getStart())}`,
    source,
  );
}

const { createConverter } = converter;
converter.createConverter = (options) => {
  const made = createConverter(options);
  return { ...made, convert: (declarations, source) => made.convert(declarations, expand(source)) };
};

module.exports = { expand };
