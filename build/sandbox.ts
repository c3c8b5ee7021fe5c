import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Plugin, type Rolldown, build } from 'vite';

const SUFFIX = '?code';
const TEXT = '\0code:';

/**
 * `import text from './code-worker.ts?code'`: that file and all it imports as one classic script,
 * as text. The page hands it to the sandbox frame, which starts a worker from it.
 */
export function codeAsText(): Plugin {
  /** Which files stand behind a text module, so that an edit of any of them remakes it. */
  const filesOf = new Map<string, readonly string[]>();
  let dev = false;
  return {
    name: 'liftbook:code-as-text',
    enforce: 'pre',
    configResolved(config) {
      dev = config.command === 'serve';
    },
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return;
      const file = await this.resolve(source.slice(0, -SUFFIX.length), importer, {
        skipSelf: true,
      });
      return file && `${TEXT}${file.id}.text`;
    },
    async load(id) {
      if (!id.startsWith(TEXT)) return;
      const entry = id.slice(TEXT.length, -'.text'.length);
      const { code, files } = await classicScript(entry, { dev, names: true });
      filesOf.set(id, files);
      for (const file of files) this.addWatchFile(file);
      return { code: `export default ${JSON.stringify(code)}`, map: null, moduleType: 'js' };
    },
    hotUpdate({ file }) {
      const modules = this.environment.moduleGraph;
      const stale = [...filesOf]
        .filter(([, files]) => files.includes(file))
        .map(([id]) => modules.getModuleById(id))
        .filter((module) => module !== undefined);
      return stale.length > 0 ? stale : undefined;
    },
  };
}

/** `sandbox.html`, made of one script which its policy pins by hash; served in dev, emitted by the build. */
export function sandboxPage(entry: string): Plugin {
  return {
    name: 'liftbook:sandbox-page',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (!request.url?.split('?')[0]?.endsWith('/sandbox.html')) return next();
        response.setHeader('Content-Type', 'text/html');
        response.end(await sandboxHtml(entry));
      });
    },
    async generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'sandbox.html',
        source: await sandboxHtml(entry),
      });
    },
  };
}

/** The page's own policy, first in its head: as given in the build; in dev the hot-reload socket is let through. */
export function pagePolicy(policy: string): Plugin {
  return {
    name: 'liftbook:page-policy',
    transformIndexHtml: {
      order: 'post',
      handler(html, { server }) {
        const content = server ? relaxedForDev(policy) : policy;
        const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
        return html.replace(/<head[^>]*>/, (head) => `${head}\n    ${meta}`);
      },
    },
  };
}

/** Vite's client builds its overlay and its style updates in ways that Trusted Types refuse. */
function relaxedForDev(policy: string): string {
  return policy
    .replace("connect-src 'none'", "connect-src 'self' ws:")
    .replace(/; require-trusted-types-for.*$/, '');
}

async function sandboxHtml(entry: string): Promise<string> {
  const { code } = await classicScript(path.resolve(entry), { dev: false, names: false });
  const hash = createHash('sha256').update(code).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'unsafe-eval'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${code}</script>`;
}

interface ClassicScript {
  readonly code: string;
  /** Every file in it, absolute. */
  readonly files: readonly string[];
}

/**
 * One file with all its imports as a script without modules: Chromium refuses module workers in an
 * opaque origin. What the file exports is left in `__part`. With `names`, functions keep theirs, so
 * that a stack from a worker reads `countFunnel (liftbook/engine-worker.js:16:3456)`.
 */
export async function classicScript(
  entry: string,
  { dev, names }: { readonly dev: boolean; readonly names: boolean },
): Promise<ClassicScript> {
  const results = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify(dev ? 'development' : 'production') },
    build: {
      write: false,
      target: 'es2023',
      sourcemap: dev ? 'inline' : false,
      lib: { entry, formats: ['iife'], name: '__part' },
      rolldownOptions: dev
        ? {}
        : { output: { minify: { mangle: !names, compress: true, codegen: true } } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunk = results[0]!.output[0];
  const name = path.basename(entry).replace(/\.ts$/, '.js');
  return {
    code: chunk.code.trimEnd() + (names ? `\n//# sourceURL=liftbook/${name}\n` : ''),
    files: chunk.moduleIds.filter((id) => !id.startsWith('\0')),
  };
}
