// ## split {#split} → a heading with that id, where the words alone would give two headings the same.
import { visit } from 'unist-util-visit';

/** A remark plugin: takes `{#id}` at the end of a heading away, and makes it the id. */
export function headingIds() {
  return (tree) => {
    visit(tree, 'heading', (node) => {
      const last = node.children.at(-1);
      const [mark, id] = (last?.type === 'text' && /\s*\{#([\w.-]+)\}$/.exec(last.value)) || [];
      if (!id) return;
      last.value = last.value.slice(0, -mark.length);
      node.data = { ...node.data, hProperties: { id } };
    });
  };
}
