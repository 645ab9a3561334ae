// Serves dist/ on loopback, for the check and for anyone who wants to look.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = resolve(dirname(fileURLToPath(import.meta.url)), 'dist');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Starts the server on a free port, or on `port`; answers with its origin's port and a way to stop it. */
export function serve(port = 0) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (path === '/favicon.ico') return response.writeHead(204).end();
    let file = join(dist, path);
    if (existsSync(file) && statSync(file).isDirectory()) {
      // Relative links inside a page need the closing slash.
      if (!path.endsWith('/')) return response.writeHead(301, { location: `${path}/` }).end();
      file = join(file, 'index.html');
    }
    if (!file.startsWith(dist) || !existsSync(file)) return response.writeHead(404).end('no such page');
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => {
      done({
        port: server.address().port,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port } = await serve(Number(process.argv[2] ?? 4173));
  console.log(`http://127.0.0.1:${port}/`);
}
