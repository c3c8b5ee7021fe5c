import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

/** The layers, lowest first. A file may import from its own folder and from lower rows only. */
const LAYERS = [
  ['base'],
  ['stats'],
  ['data', 'charts', 'notebook', 'locale'],
  ['events'],
  ['analyses'],
  ['engine'],
  ['session', 'platform'],
  ['share'],
  ['workbench', 'cli'],
];

/** Packages with one home, so that replacing one touches one folder. */
const HOMES: Record<string, RegExp> = {
  jstat: /^stats\//,
  '@stdlib': /^stats\//,
  'apache-arrow': /^data\//,
  hyparquet: /^data\//,
  'hyparquet-compressors': /^data\//,
  'read-excel-file': /^data\//,
  fflate: /^(data|share)\//,
  arquero: /^(data|events|analyses|engine)\//,
  acorn: /^notebook\//,
  zod: /^(notebook|analyses|engine)\//,
  'vega-lite': /^(charts|analyses|share|workbench)\//,
  vega: /^(share|workbench)\//,
  'vega-embed': /^workbench\//,
  'vega-interpreter': /^share\//,
  '@codemirror': /^workbench\//,
  marked: /^(workbench|share)\//,
  dompurify: /^(workbench|share)\//,
  'browser-fs-access': /^platform\//,
  idb: /^platform\//,
  svelte: /^(workbench\/|main\.ts$)/,
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'));

const imports = files.flatMap((from) =>
  [...readFileSync(join('src', from), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, quoted]) => {
      const to = quoted!.replace(/\?\w+$/, '');
      return { from, to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to };
    },
  ),
);

const folder = (path: string) => path.split('/')[0]!;
const rank = (path: string) => LAYERS.findIndex((layer) => layer.includes(folder(path)));
const isLocal = (to: string) => rank(to) >= 0;
const isPackage = (to: string, name: string) => to === name || to.startsWith(`${name}/`);

const edges = new Map(
  files.map((file) => [
    file,
    imports
      .filter(({ from }) => from === file)
      .map(({ to }) => [to, `${to}.ts`].find((path) => files.includes(path)))
      .filter((to) => to !== undefined),
  ]),
);

/** The files that `from` reaches over one import or more. */
function reach(from: string): Set<string> {
  const seen = new Set<string>();
  const next = [...edges.get(from)!];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (!seen.has(file)) next.push(...edges.get(file)!);
    seen.add(file);
  }
  return seen;
}

describe('architecture', () => {
  it('has no folder outside the layers', () => {
    expect(files.filter((path) => path.includes('/') && rank(path) < 0)).toEqual([]);
  });

  it('imports downwards only', () => {
    const upward = imports.filter(
      ({ from, to }) =>
        from.includes('/') && isLocal(to) && folder(from) !== folder(to) && rank(to) >= rank(from),
    );
    expect(upward).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(files.filter((path) => reach(path).has(path))).toEqual([]);
  });

  it('keeps each package at home', () => {
    const strays = imports.filter(({ from, to }) =>
      Object.entries(HOMES).some(([name, home]) => isPackage(to, name) && !home.test(from)),
    );
    expect(strays).toEqual([]);
  });

  it('registers every analysis', () => {
    const listed = readFileSync('src/analyses/index.ts', 'utf8');
    const folders = readdirSync('src/analyses', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of folders) expect(listed).toContain(`'./${name}/${name}'`);
  });

  it('names no file for what it is instead of what it gives', () => {
    const vague = /(^|\/)(utils?|helpers?|types|misc|common-utils)\.(ts|svelte)$/;
    expect(files.filter((path) => vague.test(path))).toEqual([]);
    expect(files.filter((path) => path.endsWith('/index.ts'))).toEqual(['analyses/index.ts']);
  });
});
