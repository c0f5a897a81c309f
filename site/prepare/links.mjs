// Links of notebooks, which lead to files → links of the site, which lead to pages.
import { SetupError } from '../../tools/lib/step.mjs';

/** The page of a file of the course, from its path as a notebook writes it; undefined when there is none. */
export function pageOf(path) {
  const [file, anchor = ''] = path.split(/(?=#)/);
  const notebook = /^(?:\.\.\/notebooks\/)?(\d\d-[\w-]+)\.ipynb$/.exec(file);
  if (notebook) return `/notebooks/${notebook[1]}/${anchor}`;
  const exercise = /^\.\.\/exercises\/(\d\d-[\w-]+)\.ts$/.exec(file);
  if (exercise) return `/exercises/${exercise[1]}/${anchor}`;
  if (/^\.\.\/src\/.*/.test(file)) return '/api/';
  if (file === '../README.md') return '/start/';
}

/** Markdown with its links rewritten. Addresses of other hosts and anchors of the page itself stay as they are. */
export function rewriteLinks(markdown, where) {
  return markdown.replace(/(\]\()([^)\s]+)(\))/g, (link, open, path, close) => {
    if (/^(?:https?:|mailto:|#|\/)/.test(path)) return link;
    const page = pageOf(path);
    if (!page)
      throw new SetupError(`${where}: the site has no page for the link ${path}; add it to site/prepare/links.mjs`);
    return open + page + close;
  });
}
