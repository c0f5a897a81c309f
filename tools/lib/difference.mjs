// two notebooks → where they first differ, in words

/** Says where the notebook of a new run differs from the committed one; undefined when nowhere. */
export function firstDifference(committed, executed) {
  for (const [i, cell] of executed.cells.entries()) {
    const before = committed.cells[i];
    const where = `cell ${i + 1} (${cell.id})`;
    if (before.execution_count !== cell.execution_count)
      return `${where}: ran as number ${cell.execution_count}, the file says ${before.execution_count}`;
    const [old, fresh] = [before.outputs ?? [], cell.outputs ?? []];
    for (let k = 0; k < Math.max(old.length, fresh.length); k++) {
      const path = differingPath(old[k], fresh[k]);
      if (path)
        return `${where}, output ${k + 1}${path.at}\n  the file:  ${excerpt(path.old)}\n  this run:  ${excerpt(path.fresh)}`;
    }
  }
}

function differingPath(old, fresh, at = '') {
  if (isNode(old) && isNode(fresh) && Array.isArray(old) === Array.isArray(fresh)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
      const found = differingPath(old[key], fresh[key], `${at}/${key}`);
      if (found) return found;
    }
    return undefined;
  }
  return old === fresh ? undefined : { at, old, fresh };
}

const isNode = (value) => typeof value === 'object' && value !== null;
const excerpt = (value) => (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 300);
