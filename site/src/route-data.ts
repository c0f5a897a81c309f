// What the head of a page gets beside Starlight's own: styles for formulas where there are any, and the picture for links to it.
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { withBase } from '../base.mjs';

const formula = /\$[^$]+\$/;

/** Its address has to be absolute, which it can be when SITE_URL says where the site will stand. */
const card = withBase('/card.png');

export const onRequest = defineRouteMiddleware(({ locals, site }) => {
  const { entry, head } = locals.starlightRoute;
  if (formula.test(entry.body ?? ''))
    head.push({ tag: 'link', attrs: { rel: 'stylesheet', href: withBase('/katex/katex.css') } });
  const properties = {
    'og:image': site ? new URL(card, site).href : card,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'The decision boundaries of five networks, side by side',
  };
  for (const [property, content] of Object.entries(properties))
    head.push({ tag: 'meta', attrs: { property, content } });
});
