// site/dist/ → links, pictures and scripts that lead nowhere, without a browser.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesIn } from '../lib/hash.mjs';

/** The addresses of all pages below the base, e.g. `notebooks/00-tour/`; the home page is the empty one. */
export function pagesOf(folder) {
  const pages = filesIn(folder).filter((file) => file.endsWith('index.html'));
  return pages.map((file) =>
    relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/index\.html$/, ''),
  );
}

/** What is written in a page of HTML: the addresses that it names, and the anchors that it has. */
function readPage(html) {
  const tags = html.replace(/<script\b(?![^>]*\bsrc=)[\s\S]*?<\/script>/g, '').match(/<[a-z][^>]*>/gi) ?? [];
  const addresses = [];
  const anchors = new Set(['', '_top']);
  for (const tag of tags) {
    for (const [, name, value] of tag.matchAll(/\s(href|src|data-figure|data-script|data-solution|id)="([^"]*)"/g)) {
      const text = value.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
      if (name === 'id') anchors.add(text);
      else if (!tag.startsWith('<link') || !/rel="(?:canonical|alternate)"/.test(tag)) addresses.push(text);
    }
  }
  return { addresses, anchors };
}

/** Every address in the pages of `folder`, served below `base`, that does not resolve: `{broken, links, outside}`. */
export function checkLinks(folder, base) {
  const pages = new Map(
    pagesOf(folder).map((page) => [page, readPage(readFileSync(join(folder, page, 'index.html'), 'utf8'))]),
  );
  const broken = [];
  const outside = new Set();
  let links = 0;
  for (const [page, { addresses }] of pages) {
    for (const address of addresses) {
      links++;
      const url = new URL(address, `http://site${base}${page}`);
      if (url.host !== 'site') outside.add(url.href);
      else if (!resolves(url, { folder, base, pages })) broken.push(`${page || 'home'} → ${address}`);
    }
  }
  return { broken, links, outside: [...outside], pages: pages.size };
}

function resolves({ pathname, hash }, { folder, base, pages }) {
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(base)) return false;
  const below = path.slice(base.length);
  if (pages.has(below)) return pages.get(below).anchors.has(decodeURIComponent(hash.slice(1)));
  const file = join(folder, below);
  return existsSync(file) && !statSync(file).isDirectory();
}
