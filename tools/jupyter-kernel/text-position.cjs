// places in a text: Jupyter counts characters, JavaScript counts an emoji as two
'use strict';

/** The index in JavaScript of the place before which `count` characters stand; the end of the text beyond its end. */
function toCodeUnits(text, count = Infinity) {
  return [...text].slice(0, Math.max(0, count)).join('').length;
}

/** The number of characters before an index. */
function toCodePoints(text, index) {
  return [...text.slice(0, index)].length;
}

module.exports = { toCodePoints, toCodeUnits };
