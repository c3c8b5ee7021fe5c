import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const SUFFIX = '?bytes';

/**
 * `import bytes from './shop.parquet?bytes'`: a file as a module, in base64, because the page's
 * policy lets it load its own scripts and nothing else.
 */
export function sampleBytes(): Plugin {
  return {
    name: 'liftbook:sample-bytes',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return;
      const file = id.slice(0, -SUFFIX.length);
      this.addWatchFile(file);
      const text = await readFile(file, 'base64');
      return { code: `export default ${JSON.stringify(text)}`, map: null, moduleType: 'js' };
    },
  };
}
