import { DirectEngine } from './direct';
import type { PageLink } from './page-link';
import type { Part } from './protocol';
import { serve } from './serve';

addEventListener('message', ({ data, ports: [port] }) => {
  if (data === 'port' && port) serve(port, engineFor);
});

function engineFor(page: PageLink): DirectEngine {
  return new DirectEngine({
    parquet: once(() => loaded<typeof import('./part-parquet')>(page, 'parquet')),
    arrow: once(() => loaded<typeof import('./part-arrow')>(page, 'arrow')),
  });
}

/** A part comes as the text of a script that leaves what it exports in `__part`: no policy lets a blob worker import. */
async function loaded<Exports>(page: PageLink, part: Part): Promise<Exports> {
  return new Function(`${await page.code(part)}\nreturn __part;`)() as Exports;
}

/** A failed attempt is not kept. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
