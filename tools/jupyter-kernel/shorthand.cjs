// a cell with { rng } → the same with { rng: rng }. tslab looks names of earlier cells up in a table of its own, but not
// where a property and its value share one name: `fit(model, data, { rng })` failed with "rng is not defined".
'use strict';
const ts = require('@tslab/typescript-for-tslab');

/** What to insert where, to write out every shorthand property. */
function shorthandEdits(file) {
  const edits = [];
  const visit = (node) => {
    if (ts.isShorthandPropertyAssignment(node))
      edits.push({ at: node.name.getStart(file), insert: `${node.name.text}: ` });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits;
}

module.exports = { shorthandEdits };
