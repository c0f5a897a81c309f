// What the head of a page gets beside Starlight's own: styles for formulas where there are any, and the picture for links to it.
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { base, withBase } from '../base.mjs';

const formula = /\$[^$]+\$/;

export const onRequest = defineRouteMiddleware((context) => {
  const { entry, head } = context.locals.starlightRoute;
  const link = (rel: string, href: string, attrs = {}) => head.push({ tag: 'link', attrs: { rel, href, ...attrs } });
  if (formula.test(entry.body ?? '')) link('stylesheet', withBase('/katex/katex.css'));
  const card = new URL(`${base}card.png`, context.site ?? context.url).href;
  const meta = (property: string, content: string) => head.push({ tag: 'meta', attrs: { property, content } });
  meta('og:image', context.site ? card : withBase('/card.png'));
  meta('og:image:width', '1200');
  meta('og:image:height', '630');
});
