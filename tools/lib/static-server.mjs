// A folder of static files → a small server for it, as a static host would be: directories have an index, text is compressed.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.ipynb': 'application/x-ipynb+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const compressed = /^(?:text|application\/(?:json|xml|x-ipynb)|image\/svg)/;

/** Serves `folder` below the path `base` on this machine only; port 0 takes a free one. Resolves with its `url` and `close()`. */
export async function serveFolder(folder, { base = '/', port = 0 } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(`http://localhost${request.url}`).pathname);
    if (!path.startsWith(base)) return answer(response, folder, '404.html', 404);
    const file = normalize(path.slice(base.length) || '.');
    if (file.startsWith('..')) return answer(response, folder, '404.html', 404);
    const full = join(folder, file);
    if (!existsSync(full)) return answer(response, folder, '404.html', 404);
    if (!statSync(full).isDirectory()) return answer(response, folder, file);
    if (path.endsWith('/')) return answer(response, folder, join(file, 'index.html'));
    response.writeHead(301, { location: `${path}/` }).end();
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}${base}`, close };
}

function answer(response, folder, file, status = 200) {
  const full = join(folder, file);
  if (!existsSync(full)) return response.writeHead(404).end();
  const type = types[extname(full).toLowerCase()] ?? 'application/octet-stream';
  const headers = {
    'content-type': type,
    'cache-control': file.split(sep)[0] === '_astro' ? 'max-age=31536000' : 'no-cache',
  };
  const zip = compressed.test(type) && /\bgzip\b/.test(response.req.headers['accept-encoding'] ?? '');
  response.writeHead(status, zip ? { ...headers, 'content-encoding': 'gzip' } : headers);
  const stream = createReadStream(full);
  (zip ? stream.pipe(createGzip({ level: 9 })) : stream).pipe(response);
}
