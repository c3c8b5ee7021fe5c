import { z } from 'zod';
import { DirectEngine } from './direct';
import type { PageLink } from './page-link';
import { serve } from './serve';

declare global {
  /** Who gives the text of the parts that `import()` names: see `build/split-script.ts`. */
  var fetchPart: (name: string) => Promise<string>;
}

// Parameters are read once a change: code made for every schema costs more than it saves.
z.config({ jitless: true });

addEventListener('message', ({ data, ports: [port] }) => {
  if (data === 'port' && port) serve(port, engineFor);
});

function engineFor(page: PageLink): DirectEngine {
  globalThis.fetchPart = (name) => page.code(name);
  return new DirectEngine(() => page.room());
}
