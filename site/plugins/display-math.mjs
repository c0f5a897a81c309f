// $$…$$ on one line → an equation of its own. Jupyter reads it so; remark-math wants the dollars on lines of their own.
import { visit } from 'unist-util-visit';

/** A remark plugin, to stand after remark-math: a paragraph that holds nothing but one `$$…$$` becomes display math. */
export function displayMath() {
  return (tree, file) => {
    const source = String(file.value);
    visit(tree, 'paragraph', (node, index, parent) => {
      const [math] = node.children;
      if (node.children.length !== 1 || math.type !== 'inlineMath') return;
      if (!source.slice(math.position.start.offset).startsWith('$$')) return;
      parent.children[index] = {
        type: 'math',
        value: math.value,
        position: node.position,
        data: {
          hName: 'pre',
          hChildren: [
            {
              type: 'element',
              tagName: 'code',
              properties: { className: ['language-math', 'math-display'] },
              children: [{ type: 'text', value: math.value }],
            },
          ],
        },
      };
    });
  };
}
