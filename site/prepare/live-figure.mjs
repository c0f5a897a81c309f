// An output that holds a live figure → its custom element with the picture inside, which stays where no script runs.
import { liveType } from '../../tools/lib/notebook.mjs';
import { escapeHtml } from './html.mjs';

/** The site's files of a live figure by name: its picture. */
export function liveFiles({ data, metadata }) {
  return { [`${metadata.holdout.figure}.png`]: Buffer.from(data['image/png'], 'base64') };
}

/** The HTML of a live figure, on one line; its script is loaded when it comes near. */
export function liveHtml({ data, metadata }) {
  const { figure, options = {}, alt } = data[liveType];
  const { width, height } = metadata['image/png'];
  const picture = `<img src="/figures/${metadata.holdout.figure}.png" width="${width}" height="${height}" loading="lazy" decoding="async" alt="${escapeHtml(alt)}">`;
  return `<div class="live" style="--height:${height}">${liveElement(figure, options, picture)}</div>`;
}

/** A custom element with the options of the figure as attributes, and what it shows until its script has come. */
export function liveElement(figure, options, fallback) {
  const attributes = Object.entries(options).map(([name, value]) => ` ${name.toLowerCase()}="${escapeHtml(value)}"`);
  const tag = `holdout-${figure}`;
  return `<${tag} data-script="/live/${figure}.js"${attributes.join('')}>${fallback}</${tag}>`;
}
