import type { Plugin, Rolldown } from 'vite';

/** Writes the names of all scripts that the first screen does not load into the page, for `prefetchApp`. */
export function chunkList(): Plugin {
  return {
    name: 'liftbook:chunk-list',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = reached(
          chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
          new Map(chunks.map((chunk) => [chunk.fileName, chunk])),
        );
        // Small ones first: code is wanted before sample data.
        const later = chunks
          .filter(({ fileName }) => !first.has(fileName))
          .sort((a, b) => a.code.length - b.code.length)
          .map(({ fileName }) => `./${fileName}`);
        return [
          {
            tag: 'meta',
            attrs: { name: 'liftbook-chunks', content: later.join(' ') },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}

/** The files that `entries` load without being asked, themselves among them. */
function reached(
  entries: readonly string[],
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const next = [...entries];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    next.push(...(chunks.get(name)?.imports ?? []));
  }
  return seen;
}
