// npm run site:card: the top of the home page → site/public/card.png, the picture that goes with a link to the site.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchBrowser } from './lib/browser.mjs';
import { root, tools } from './lib/paths.mjs';
import { siteDist } from './lib/site.mjs';
import { serveFolder } from './lib/static-server.mjs';
import { main } from './lib/step.mjs';

const style = `
  header, .actions, .boundaries figcaption { display: none !important; }
  .hero { padding-block: 0 1.5rem !important; }
  .hero h1 { font-size: 48px !important; width: max-content; margin-inline: 50%; transform: translateX(-50%); }
  .hero .tagline { font-size: 23px !important; line-height: 1.45 !important; }
  .boundaries ol { font-size: 19px !important; }
  .boundaries .accuracy { display: block; }
  .boundaries { margin-inline: calc(50% - min(50vw, 36rem)) !important; }
`;

await main(async () => {
  const { decode, encode, toRGBA8 } = createRequire(join(tools, 'package.json'))('upng-js');
  const server = await serveFolder(siteDist);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: 'light' });
  await page.goto(server.url, { waitUntil: 'load' });
  await page.addStyleTag({ content: style });
  const image = decode(await page.screenshot());
  const card = Buffer.from(encode(toRGBA8(image), image.width, image.height, 192));
  writeFileSync(join(root, 'site', 'public', 'card.png'), card);
  console.log(`site/public/card.png, ${(card.length / 1000).toFixed(0)} kB`);
  await browser.close();
  server.close();
});
