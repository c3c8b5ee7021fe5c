import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** The files of the repository on a web server, for as long as `use` takes. */
export async function withFiles<T>(use: (home: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const path = normalize(join('.', new URL(request.url!, 'http://localhost').pathname));
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    if (path === './')
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>bench</title>'); // prettier-ignore
    else if (size === undefined) response.writeHead(404).end();
    else {
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': size });
      createReadStream(path).pipe(response);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
