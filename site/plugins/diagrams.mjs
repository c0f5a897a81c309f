// ```mermaid → an SVG drawing in the page's colours, with its source as text below it. No script in the browser.
import { renderMermaidSVG } from 'beautiful-mermaid';
import { visit } from 'unist-util-visit';
import { escapeHtml } from '../prepare/html.mjs';
import { mindMap } from './mind-map.mjs';

/** A remark plugin: draws the diagrams of a page. */
export function diagrams() {
  return (tree) => {
    let count = 0;
    visit(tree, 'code', (node, index, parent) => {
      if (node.lang !== 'mermaid') return;
      const source = node.value.replace(/^%%.*\n/gm, ''); // the colours that Mermaid takes in other viewers
      const html = /^\s*mindmap\b/.test(source) ? mindMap(source) : drawing(source, `diagram-${++count}`);
      parent.children[index] = { type: 'html', value: html };
    });
  };
}

/** The drawing with its text. `id` is unique in the page: it goes before the ids inside of the SVG. */
function drawing(source, id) {
  const svg = renderMermaidSVG(withRoomForFirstNote(source), { transparent: true })
    .replace(new RegExp(`<g class="message"[^>]*data-label="${gap}"[\\s\\S]*?</g>`), '')
    .replace(/<style>[\s\S]*?<\/style>/g, '') // fonts of an outside host, and rules for the whole page
    .replace(/ style="--bg[^"]*"/, '')
    .replace(/\bid="([^"]+)"/g, `id="${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replace('<svg ', `<svg role="img" aria-labelledby="${id}" `)
    .replace(/\n\s*/g, '');
  return [
    `<figure class="diagram"><div class="diagram-scroll" tabindex="0" role="group" aria-label="Diagram">${svg}</div>`,
    `<details><summary id="${id}">The diagram as text</summary>`,
    `<pre tabindex="0"><code>${escapeHtml(source.trim()).replace(/\n/g, '&#10;')}</code></pre></details></figure>`,
  ].join('');
}

/** A message that is drawn and taken away again. */
const gap = 'room for a note';

/** The renderer drops a note that stands before the first message of a sequence: it gets a message to stand after. */
function withRoomForFirstNote(source) {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => /^\s*(?:note\b|.*->)/i.test(line));
  if (!/^\s*sequenceDiagram\b/.test(source) || !/^\s*note\b/i.test(lines[first])) return source;
  const actor = /^\s*note [a-z ]*?(?:over|of)\s+(\w+)/i.exec(lines[first])[1];
  const others = lines.map((line) => /^\s*participant (\w+)/.exec(line)?.[1]).filter((name) => name && name !== actor);
  return lines.toSpliced(first, 0, `${actor}->>${others[0]}: ${gap}`).join('\n');
}
