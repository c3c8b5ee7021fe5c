import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const SUFFIX = '?bytes';

/**
 * `import bytes from './shop.parquet?bytes'`: a file as a module, gzipped and in base64, because the
 * page's policy lets it load its own scripts and nothing else. `platform/samples.ts` unpacks it.
 */
export function sampleBytes(): Plugin {
  return {
    name: 'liftbook:sample-bytes',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return;
      const file = id.slice(0, -SUFFIX.length);
      this.addWatchFile(file);
      const packed = await promisify(gzip)(await readFile(file), { level: 9 });
      const text = packed.toString('base64');
      return { code: `export default ${JSON.stringify(text)}`, map: null, moduleType: 'js' };
    },
  };
}
