// One cell of a notebook → Markdown. What is not Markdown already becomes HTML on one line, as Markdown ends a block of HTML
// at the first empty line.
import { liveType, plotlyType } from '../../tools/lib/notebook.mjs';
import { figureHtml } from './figure.mjs';
import { escapeHtml } from './html.mjs';
import { rewriteLinks } from './links.mjs';
import { liveHtml } from './live-figure.mjs';

/** The Markdown of a cell with its outputs. `where` names the notebook in errors. */
export function cellMarkdown({ cell_type, source, outputs = [] }, where) {
  if (cell_type === 'markdown') return rewriteLinks(source, where);
  const shown = outputs.map((output) => outputMarkdown(output, where)).filter(Boolean);
  const code = source.trim() && `\`\`\`ts\n${source.trimEnd()}\n\`\`\``;
  return [code, ...shown].filter(Boolean).join('\n\n');
}

function outputMarkdown(output, where) {
  if (output.output_type === 'stream') return textHtml(output.text, output.name === 'stderr' ? 'Errors' : 'Output');
  const { data } = output;
  if (data[liveType]) return liveHtml(output);
  if (data[plotlyType]) return figureHtml(output);
  if (data['text/markdown'])
    return `<div class="output">\n\n${rewriteLinks(data['text/markdown'].trim(), where)}\n\n</div>`;
  return textHtml(data['text/plain'], 'Output');
}

/** What a cell printed. */
export function textHtml(text, label) {
  const colours = /\u001b\[[0-9;]*m/g;
  const html = escapeHtml(text.replace(colours, '').trimEnd()).replace(/\n/g, '&#10;');
  return `<pre class="output" tabindex="0" role="group" aria-label="${label}">${html}</pre>`;
}
