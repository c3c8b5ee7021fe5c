import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { findBrowser } from './find-browser';

/**
 * Drives the built app in a real Chromium. With `--whole` proofs are whole that else take a sample;
 * all other arguments are passed on to Playwright.
 */
const wanted = process.argv.slice(2).filter((word) => word !== '--whole');
const isWhole = wanted.length < process.argv.length - 2;
const browser = findBrowser();
if (browser === null) {
  console.error(
    'The browser tests need Chrome, Chromium or Edge: install one, or set LIFTBOOK_BROWSER to its program file.',
  );
  process.exit(1);
}
console.log(`Browser: ${browser}`);
const { status } = spawnSync('npx', ['playwright', 'test', ...wanted], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    LIFTBOOK_BROWSER: browser,
    LIFTBOOK_PORT: String(await freePort()),
    ...(isWhole && { LIFTBOOK_WHOLE: '1' }),
    NODE_OPTIONS: [process.env['NODE_OPTIONS'], ...webSocketFlag()].filter(Boolean).join(' '),
  },
});
process.exit(status ?? 1);

/** What makes Node 20 know the WebSocket that later ones have anyway: it is the line to Firefox. */
function webSocketFlag(): readonly string[] {
  const flag = '--experimental-websocket';
  const isMissing = typeof WebSocket === 'undefined';
  return isMissing && process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : [];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
