import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/**
 * The plainest web server there is: files of `dist` under a path, no headers but the type. The app
 * has to work on it as it is. Usage: static-server.ts PORT PATH
 */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

const [port = '4173', base = '/'] = process.argv.slice(2);

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!pathname.startsWith(base)) {
    response.writeHead(404).end();
    return;
  }
  const path = normalize(pathname.slice(base.length)) || 'index.html';
  const file = join('dist', path === '.' ? 'index.html' : path);
  readFile(file).then(
    (bytes) => {
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      });
      response.end(bytes);
    },
    () => response.writeHead(404).end(),
  );
}).listen(Number(port), '127.0.0.1');
