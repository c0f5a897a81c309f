// Tables and equations → regions that scroll sideways on a narrow screen, with the keyboard too.
import { SKIP, visit } from 'unist-util-visit';

const region = (label) => ({ tabIndex: 0, role: 'group', ariaLabel: label });

/** A rehype plugin: wraps tables, and makes equations of their own reachable with the keyboard. */
export function scrollable() {
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'table') {
        leaveCornerEmpty(node);
        parent.children[index] = {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table-scroll'], ...region('Table') },
          children: [node],
        };
        return SKIP;
      }
      if (node.properties.className?.includes('katex-display')) Object.assign(node.properties, region('Equation'));
    });
  };
}

/** A header without words heads nothing: it becomes a cell. */
function leaveCornerEmpty(table) {
  visit(table, { tagName: 'th' }, (cell) => {
    if (cell.children.length === 0) cell.tagName = 'td';
  });
}
