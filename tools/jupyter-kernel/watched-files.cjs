// the compiler's wish to hear of changes → asked of the disk before each cell. A watcher of the system tells late, after the
// learner has saved a file and run the cell again.
'use strict';
const { statSync } = require('node:fs');

const files = new Map(); // path → {stamp, tell}

/** Takes the place of the watchers in TypeScript's `sys`. */
function watchFiles(sys) {
  sys.watchFile = (path, tell) => {
    const entry = { stamp: stampOf(path), tell };
    files.set(path, entry);
    return { close: () => files.get(path) === entry && files.delete(path) };
  };
  sys.watchDirectory = () => ({ close() {} }); // converter.cjs asks for modules that were not there
}

/** Tells the compiler what has changed since it was asked last. */
function lookForChanges() {
  for (const [path, entry] of [...files]) {
    if (path.includes('/node_modules/')) continue;
    const stamp = stampOf(path);
    if (stamp === entry.stamp) continue;
    const kind = entry.stamp === '' ? 0 : stamp === '' ? 2 : 1; // created, deleted, changed
    entry.stamp = stamp;
    entry.tell(path, kind);
  }
}

function stampOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : '';
}

module.exports = { lookForChanges, watchFiles };
