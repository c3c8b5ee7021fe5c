import { DirectEngine } from './direct';
import type { EngineParts } from './engine-parts';
import type { PageLink } from './page-link';
import type { Part } from './protocol';
import { serve } from './serve';

addEventListener('message', ({ data, ports: [port] }) => {
  if (data === 'port' && port) serve(port, engineFor);
});

function engineFor(page: PageLink): DirectEngine {
  return new DirectEngine({
    parquet: part(page, 'parquet'),
    arrow: part(page, 'arrow'),
    excel: part(page, 'excel'),
    table: part(page, 'table'),
    room: () => page.room(),
  });
}

/** A part comes as the text of a script that leaves what it exports in `__part`: no policy lets a blob worker import. */
function part<Name extends Part>(page: PageLink, name: Name): EngineParts[Name] {
  const loaded = async (): Promise<unknown> =>
    new Function(`${await page.code(name)}\nreturn __part;`)();
  return once(loaded) as EngineParts[Name];
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
