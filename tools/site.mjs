// npm run site [-- --serve]: builds the website to site/dist/, and shows it. The first call installs the packages of site/;
// later ones use no network. SITE_BASE is the path below which it will stand on its host (default /), SITE_URL that host.
import { optionsOf } from './lib/options.mjs';
import { buildSite, siteDist } from './lib/site.mjs';
import { serveFolder } from './lib/static-server.mjs';
import { main, SetupError } from './lib/step.mjs';

const { values: options } = optionsOf({ options: { serve: { type: 'boolean' }, port: { type: 'string' } } });

const port = Number(options.port ?? 8080);

await main(async () => {
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SetupError(`--port must be a whole number up to 65535, received ${options.port}; leave it out for 8080`);
  const { base } = await buildSite();
  if (!options.serve) {
    console.log(
      'site/dist/ is ready for a web server; opened from disk it has no styles. `npm run site -- --serve` shows it.',
    );
    return;
  }
  const { url } = await serveFolder(siteDist, { base, port });
  console.log(`\n  ${url}\n\nStop it with Ctrl-C.`);
});
