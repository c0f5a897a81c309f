// mindmap of Mermaid → nested lists with the same words, which read well at any width.
import { escapeHtml } from '../prepare/html.mjs';

/** The HTML of a mind map: its root as a caption, its branches as lists. */
export function mindMap(source) {
  const [root, ...branches] = nodes(source);
  return `<figure class="mind-map"><figcaption>${root.text}</figcaption>${list(branches, 1)}</figure>`;
}

/** The lines of a mind map with their depth, 0 for the root. */
function nodes(source) {
  const lines = source.split('\n').filter((line) => line.trim() && line.trim() !== 'mindmap');
  const indents = [...new Set(lines.map((line) => line.search(/\S/)))].sort((a, b) => a - b);
  return lines.map((line) => ({ depth: indents.indexOf(line.search(/\S/)), text: label(line.trim()) }));
}

/** The words of a node without the brackets that give it a shape, e.g. `root((Words))`. */
function label(text) {
  const words = /^\w*(?:\(\(|\(|\[|\{\{)(.*?)(?:\)\)|\)|\]|\}\})$/.exec(text)?.[1] ?? text;
  return escapeHtml(words.replace(/<br\s*\/?>/g, ' '));
}

function list(found, depth) {
  const items = [];
  for (const node of found) {
    if (node.depth === depth) items.push({ text: node.text, below: [] });
    else items.at(-1).below.push(node);
  }
  const entry = ({ text, below }) => `<li>${text}${below.length ? list(below, depth + 1) : ''}</li>`;
  return `<ul>${items.map(entry).join('')}</ul>`;
}
