import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Bidi, connect } from './bidi';

/** A value as the browser writes it down. */
interface Answer {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown; readonly sharedId?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * A page of an installed Firefox. Playwright's driver for it sends a command that Firefox ESR does
 * not know with every new page, so this is a small one of our own.
 */
export interface FirefoxPage {
  /** What the page logged as an error or threw, in order. */
  readonly wrongs: readonly string[];
  /** The addresses it asked for, of itself and of its frames, in order. */
  readonly asked: readonly string[];
  goto(url: string): Promise<void>;
  /** The value of an expression in the page, where it can be written as JSON. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Clicks with the mouse in the middle of the element that `expression` gives. */
  click(expression: string): Promise<void>;
  /** Gives files from disk to the file input that `expression` gives. */
  setFiles(expression: string, files: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Firefox in the file `program`, with the folder `profile` as a fresh profile. */
export async function firefoxPage(program: string, profile: string): Promise<FirefoxPage> {
  const options = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const browser = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  const wrongs: string[] = [];
  const asked: string[] = [];
  const bidi = await connect(`${await addressOf(browser)}/session`, (method, params) => {
    if (method === 'network.beforeRequestSent')
      asked.push((params as { readonly request: { readonly url: string } }).request.url);
    const { level, text } = params as { readonly level?: string; readonly text?: string | null };
    if (method === 'log.entryAdded' && level === 'error') wrongs.push(text ?? '');
  });
  await bidi.send('session.new', { capabilities: {} });
  await bidi.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
  const context = await firstTab(bidi);
  await bidi.send('browsingContext.setViewport', {
    context,
    viewport: { width: 1280, height: 800 },
  });

  async function answer(expression: string): Promise<NonNullable<Answer['result']>> {
    const target = { context };
    const asking = { expression, target, awaitPromise: true, resultOwnership: 'none' };
    const { result, exceptionDetails } = await bidi.send<Answer>('script.evaluate', asking);
    if (!result) throw new Error(exceptionDetails?.text);
    return result;
  }

  return {
    wrongs,
    asked,
    async goto(url) {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate<Value>(expression: string) {
      const { value } = await answer(`(async () => JSON.stringify(await (${expression})))()`);
      return (typeof value === 'string' ? JSON.parse(value) : undefined) as Value;
    },
    async click(expression) {
      const { sharedId } = await answer(expression);
      const origin = { type: 'element', element: { sharedId } };
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await bidi.send('input.performActions', {
        context,
        actions: [{ type: 'pointer', id: 'mouse', actions }],
      });
    },
    async setFiles(expression, files) {
      const { sharedId } = await answer(expression);
      await bidi.send('input.setFiles', { context, element: { sharedId }, files });
    },
    async close() {
      const gone = once(browser, 'exit');
      await bidi.send('browser.close', {}).catch(() => browser.kill());
      bidi.close();
      await gone;
    },
  };
}

/** Where it listens; Firefox writes that to its errors when it is ready. */
async function addressOf(browser: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: browser.stderr! })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('Firefox ended before it listened');
}

async function firstTab(bidi: Bidi): Promise<string> {
  const { contexts } = await bidi.send<{ readonly contexts: readonly { context: string }[] }>(
    'browsingContext.getTree',
    {},
  );
  return contexts[0]!.context;
}
