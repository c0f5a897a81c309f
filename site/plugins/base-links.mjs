// Markdown tree → the same, with addresses below the site's base: pages are written as if the site stood at `/`.
import { visit } from 'unist-util-visit';
import { withBase } from '../base.mjs';

const attributes = ['href', 'src', 'dataFigure', 'dataScript'];
const inRawHtml = /(\s(?:href|src|data-figure|data-script)=")(\/(?!\/)[^"]*)/g;

/** A rehype plugin: prefixes every address that begins with one slash, in elements and in HTML that stands in the Markdown. */
export function baseLinks() {
  return (tree) => {
    visit(tree, ['element', 'raw'], (node) => {
      if (node.type === 'raw') node.value = node.value.replace(inRawHtml, (_, start, path) => start + withBase(path));
      else
        for (const name of attributes) {
          const path = node.properties[name];
          if (typeof path === 'string' && /^\/(?!\/)/.test(path)) node.properties[name] = withBase(path);
        }
    });
  };
}
