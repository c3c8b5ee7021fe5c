import { afterEach, describe, expect, it } from 'vitest';
import { Conversation, type Host, WorkerGone } from '../../src/engine/conversation';
import type { PageLink } from '../../src/engine/page-link';
import { nodeEngine } from '../../src/engine/node-engine';
import type { Engine, Setting } from '../../src/engine/engine';
import { serve } from '../../src/engine/serve';
import { ROLES, STORY, csvFile } from './csv-file';

const SETTING: Setting = { timezone: 'UTC', weekStart: 'monday', locale: 'en' };
const open: Conversation[] = [];

/** A page that hands out code by name and opens no rooms. */
function hostWith(code: (part: string) => string = () => 'code'): Host {
  return {
    code: async (part) => code(part),
    openRoom: () => Promise.reject(new Error('no rooms here')),
    leaveRoom: () => {},
  };
}

afterEach(() => {
  for (const conversation of open.splice(0)) conversation.end();
});

/** A page and a worker that talk over a channel as they do in the browser, in one process. */
function conversation(engineFor: () => Engine = () => nodeEngine()): Conversation {
  const { port1, port2 } = new MessageChannel();
  serve(port2, engineFor);
  const page = new Conversation(port1, hostWith());
  open.push(page);
  return page;
}

function load(page: Conversation, file: ReturnType<typeof csvFile>) {
  const params = { file: file.name, roles: ROLES };
  return { notebook: 'n', cell: 'events', params, files: [page.sent(file)], setting: SETTING };
}

/** An engine whose `run` ends only when it is cancelled. */
function endless(heard: () => void): Engine {
  const engine = nodeEngine();
  return {
    ...engine,
    run: (_request, progress, signal) => {
      progress(1, 2);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          heard();
          reject(signal.reason as Error);
        });
      });
    },
  };
}

const REQUEST = { notebook: 'n', cell: 'ab', params: {}, setting: SETTING };

describe('a conversation with the engine worker', () => {
  it('brings answers across', async () => {
    const page = conversation();
    const output = await page.ask('load', [load(page, csvFile('story.csv', STORY))]);
    expect(output).toMatchObject({ rows: 10, users: 6 });
    const rows = await page.ask('rows', [{ notebook: 'n', cell: 'events', from: 0, to: 1 }]);
    expect(rows.total).toBe(10);
  });

  it('brings problems across as problems, with their place', async () => {
    const page = conversation();
    const params = { file: 'a.csv', roles: { ...ROLES, user: 'usr_id' } };
    const request = { ...load(page, csvFile('a.csv', STORY)), params };
    await expect(page.ask('load', [request])).rejects.toMatchObject({
      name: 'Problem',
      code: 'not-in-data',
      args: { name: 'usr_id', near: 'user_id' },
      at: { path: 'roles.user' },
    });
  });

  it('brings our own mistakes across with their stack', async () => {
    const broken: Engine = {
      ...nodeEngine(),
      form: () => Promise.reject(new TypeError('x is not a function')),
    };
    const page = conversation(() => broken);
    await expect(page.ask('form', ['experiment', 'en'])).rejects.toMatchObject({
      message: 'x is not a function',
      stack: expect.stringContaining('conversation.test') as string,
    });
  });

  it('reads a file that the worker may not open piece by piece through the page', async () => {
    const page = conversation();
    const { name, size, bytes } = csvFile('story.csv', STORY);
    const slices: [number, number][] = [];
    const slice = (from: number, to: number): Promise<ArrayBuffer> => {
      slices.push([from, to]);
      return (bytes as Blob).slice(from, to).arrayBuffer();
    };
    const file = { name, size, bytes: { size, slice } };
    expect(await page.ask('load', [load(page, file)])).toMatchObject({ rows: 10 });
    expect(slices).toEqual([[0, size]]);
  });

  it('says so when the page cannot read the file any more either', async () => {
    const page = conversation();
    const slice = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
    const file = { name: 'gone.csv', size: 9, bytes: { size: 9, slice } };
    await expect(page.ask('load', [load(page, file)])).rejects.toMatchObject({
      code: 'unreadable-file',
      args: { file: 'gone.csv' },
    });
  });

  it('tells progress, and stops at once for the page and soon in the worker when cancelled', async () => {
    const cancel = new AbortController();
    let hear = (): void => {};
    const heard = new Promise<void>((resolve) => (hear = resolve));
    const page = conversation(() => endless(hear));
    const told: number[] = [];
    const stop = (...at: number[]): void => {
      told.push(...at);
      cancel.abort();
    };
    await expect(page.ask('run', [REQUEST], stop, cancel.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(told).toEqual([1, 2]);
    await heard;
  });

  it('rejects what is still waited for when the worker is gone, and whatever is asked later', async () => {
    const page = conversation(() => endless(() => {}));
    const run = page.ask('run', [REQUEST]);
    page.end();
    await expect(run).rejects.toBeInstanceOf(WorkerGone);
    await expect(page.ask('form', ['experiment', 'en'])).rejects.toBeInstanceOf(WorkerGone);
  });

  it('gives the text of a part of the engine to the worker that asks for it, and none that is not there', async () => {
    const { port1, port2 } = new MessageChannel();
    let link: PageLink | undefined;
    serve(port2, (page) => {
      link = page;
      return nodeEngine();
    });
    const page = new Conversation(
      port1,
      hostWith((part) => {
        if (part !== 'funnel.js') throw new TypeError(part);
        return `code of ${part}`;
      }),
    );
    open.push(page);
    expect(await link!.code('funnel.js')).toBe('code of funnel.js');
    await expect(link!.code('__proto__')).rejects.toMatchObject({ code: 'code-not-fetched' });
  });
});
