import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** Where built programs stand: from here the packages of the peers are found. */
const OUT = 'bench/peers/node_modules/.bench';

/** Whether the peers are installed: `npm ci --prefix bench/peers`. */
export function arePeersThere(): boolean {
  return existsSync('bench/peers/node_modules/@duckdb');
}

/** Bundles a program for Node or a worker; gives the path of the script. */
export async function built(program: string, where: 'node' | 'chromium'): Promise<string> {
  const name = `${basename(program, '.ts')}-${where}`;
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'esnext',
      minify: false,
      modulePreload: false,
      emptyOutDir: false,
      outDir: OUT,
      ssr: where === 'node',
      rolldownOptions: {
        input: { [name]: program },
        ...(where === 'node' && { external: [/^@duckdb\/node/] }),
        output: { entryFileNames: '[name].mjs', chunkFileNames: `${name}-[name].mjs` },
      },
    },
  });
  return join(OUT, `${name}.mjs`);
}
