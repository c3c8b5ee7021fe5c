import path from 'node:path';
import { type Plugin, type Rolldown, build } from 'vite';

const SUFFIX = '?split';
const SCRIPT = '\0split:';
const PART = '\0split-part:';

/**
 * `import code, { parts } from './engine-worker.ts?split'`: that file as one classic script, as text,
 * without what it reaches by `import()` only; `parts` fetches the text of each of those by name. In
 * the worker an `import()` asks `self.fetchPart(name)` for the text: no policy lets a worker from a
 * blob import by itself.
 */
export function splitScript(): Plugin {
  const scripts = new Map<string, Promise<SplitScript>>();
  let dev = false;
  return {
    name: 'liftbook:split-script',
    enforce: 'pre',
    configResolved(config) {
      dev = config.command === 'serve';
    },
    async resolveId(source, importer) {
      if (source.startsWith(PART)) return source;
      if (!source.endsWith(SUFFIX)) return;
      const file = await this.resolve(source.slice(0, -SUFFIX.length), importer, {
        skipSelf: true,
      });
      return file && `${SCRIPT}${file.id}.text`;
    },
    async load(id) {
      if (id.startsWith(PART)) {
        const [entry, name] = id.slice(PART.length, -'.text'.length).split('|') as [string, string];
        return textModule((await scripts.get(entry)!).parts.get(name)!);
      }
      if (!id.startsWith(SCRIPT)) return;
      const entry = id.slice(SCRIPT.length, -'.text'.length);
      const script = split(entry, dev);
      scripts.set(entry, script);
      const { code, parts, files } = await script;
      for (const file of files) this.addWatchFile(file);
      const loaders = [...parts.keys()].map((name) => {
        const module = JSON.stringify(`${PART}${entry}|${name}.text`);
        return `[${JSON.stringify(name)}, () => import(${module})]`;
      });
      return textModule(code, `export const parts = new Map([${loaders.join(', ')}]);`);
    },
    async hotUpdate({ file }) {
      const stale: string[] = [];
      for (const [entry, script] of scripts) {
        if ((await script).files.includes(file)) stale.push(`${SCRIPT}${entry}.text`);
      }
      const modules = stale.map((id) => this.environment.moduleGraph.getModuleById(id));
      return stale.length > 0 ? modules.filter((module) => module !== undefined) : undefined;
    },
  };
}

function textModule(code: string, more = '') {
  return {
    code: `export default ${JSON.stringify(code)};\n${more}`,
    map: null,
    moduleType: 'js' as const,
  };
}

interface SplitScript {
  readonly code: string;
  /** By name. */
  readonly parts: ReadonlyMap<string, string>;
  /** Every file in them, absolute. */
  readonly files: readonly string[];
}

async function split(entry: string, dev: boolean): Promise<SplitScript> {
  const chunks = await chunksOf(entry, dev);
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = reached(
    chunks.find(({ isEntry }) => isEntry)!,
    byName,
  );
  const later = chunks.filter((chunk) => !first.includes(chunk));
  const needs = Object.fromEntries(
    later.map((chunk) => [
      chunk.fileName,
      reached(chunk, byName)
        .filter((needed) => !first.includes(needed))
        .map(({ fileName }) => fileName),
    ]),
  );
  const start = `require(${JSON.stringify(first.at(-1)!.fileName)});`;
  const folder = path.basename(entry, '.ts');
  return {
    code: [
      `(() => {${LOADER}`,
      `const needs = ${JSON.stringify(needs)};`,
      ...first.map(definition),
      `${start}})();`,
      `//# sourceURL=liftbook/${folder}.js\n`,
    ].join('\n'),
    parts: new Map(
      later.map((chunk) => [
        chunk.fileName,
        `${definition(chunk)}\n//# sourceURL=liftbook/${folder}/${chunk.fileName}\n`,
      ]),
    ),
    files: chunks.flatMap(({ moduleIds }) => moduleIds.filter((id) => !id.startsWith('\0'))),
  };
}

/**
 * How the parts of a script find each other: `define` keeps a part, `require` runs it once, `__load`
 * fetches it with all it needs first. What a part exports are plain values once it has run, so that
 * a loop pays nothing for calling into another part. A fetch that failed is tried again by the next `__load`.
 */
const LOADER = `
const made = new Map(), exported = new Map(), fetched = new Map();
function define(name, make) { made.set(name, make); }
function require(name) {
  if (exported.has(name)) return exported.get(name);
  const exports = {};
  made.get(name)(exports, require, __load);
  exported.set(name, { ...exports });
  return exported.get(name);
}
async function __load(name) {
  await Promise.all(needs[name].map(fetchOnce));
  return require(name);
}
function fetchOnce(name) {
  if (!fetched.has(name)) {
    const text = self.fetchPart(name).then((code) => { new Function('define', code)(define); });
    text.catch(() => fetched.delete(name));
    fetched.set(name, text);
  }
  return fetched.get(name);
}
`;

/** In brackets: a function that looks as if it were called at once is compiled once, not first skimmed. */
function definition({ fileName, code }: Rolldown.OutputChunk): string {
  const name = JSON.stringify(fileName);
  return `define(${name}, (function (exports, require, __load) {\n${withLoads(code)}\n}));`;
}

/** The build writes an \`import()\` as a \`require\` in a promise. */
function withLoads(code: string): string {
  const IMPORT = /Promise\.resolve\(\)\.then\(\(\)\s*=>\s*require\((["'`])\.\/([^"'`]+)\1\)\)/g;
  return code
    .replace(IMPORT, (_, _quote, name: string) => `__load(${JSON.stringify(name)})`)
    .replace(/\brequire\((["'`])\.\/([^"'`]+)\1\)/g, (_, _quote, name: string) => {
      return `require(${JSON.stringify(name)})`;
    });
}

/** A chunk and all that it needs to run, what is needed first. */
function reached(
  chunk: Rolldown.OutputChunk,
  byName: ReadonlyMap<string, Rolldown.OutputChunk>,
  seen: Rolldown.OutputChunk[] = [],
): Rolldown.OutputChunk[] {
  for (const name of chunk.imports) {
    const needed = byName.get(name);
    if (needed && !seen.includes(needed)) reached(needed, byName, seen);
  }
  seen.push(chunk);
  return seen;
}

/** What several parts need is one part, not dozens: each of them is a message and a fetch. */
const GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: 'first', tags: ['$initial'], priority: 2 },
  { name: 'common', minShareCount: 2, priority: 1 },
];

async function chunksOf(entry: string, dev: boolean): Promise<readonly Rolldown.OutputChunk[]> {
  const results = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify(dev ? 'development' : 'production') },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      sourcemap: dev ? 'inline' : false,
      lib: { entry, formats: ['cjs'] },
      rolldownOptions: {
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: { groups: GROUPS },
          ...(dev ? {} : { minify: { mangle: false, compress: true, codegen: true } }),
        },
      },
    },
  })) as Rolldown.RolldownOutput[];
  return results[0]!.output.filter((file) => file.type === 'chunk');
}
