// npm run site [-- --serve]: builds the website to site/dist/, and shows it. The first call installs the packages of site/;
// later ones use no network. SITE_BASE is the path below which it will stand on its host (default /), SITE_URL that host.
import { parseArgs } from 'node:util';
import { buildSite, siteDist } from './lib/site.mjs';
import { serveFolder } from './lib/static-server.mjs';
import { main } from './lib/step.mjs';

const { values: options } = parseArgs({ options: { serve: { type: 'boolean' }, port: { type: 'string' } } });

await main(async () => {
  const { base } = await buildSite();
  if (!options.serve) return;
  const { url } = await serveFolder(siteDist, { base, port: Number(options.port ?? 8080) });
  console.log(`\n  ${url}\n\nStop it with Ctrl-C.`);
});
