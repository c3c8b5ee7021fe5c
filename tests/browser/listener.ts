import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody on this machine who would like to hear from notebooks: over HTTP, WebSocket and UDP (STUN). */
export interface Listener {
  /** `127.0.0.1:port`, the same port for all three. */
  readonly host: string;
  /** What was heard, in order. */
  readonly heard: readonly string[];
  close(): void;
}

export async function listener(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`http ${request.url}`);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('');
  });
  server.on('upgrade', (request, socket) => {
    heard.push(`websocket ${request.url}`);
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const udp = createSocket('udp4', () => heard.push('udp'));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    host: `127.0.0.1:${port}`,
    heard,
    close() {
      server.close();
      udp.close();
    },
  };
}
