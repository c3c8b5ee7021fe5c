import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFinder } from '../../src/cli/find-data';
import { nodeEngine } from '../../src/engine/node-engine';
import { parseNotebook } from '../../src/notebook/parse';
import { formatNotebook } from '../../src/notebook/write';
import { Session } from '../../src/session/session';

const engine = nodeEngine();
const files = readdirSync('notebooks').filter((name) => name.endsWith('.lift.md'));
const sessions: Session[] = [];

afterAll(() => Promise.all(sessions.map((session) => session.close())));

describe.each(files)('notebooks/%s', (name) => {
  const path = join('notebooks', name);
  const text = readFileSync(path, 'utf8');

  it('is canonical', () => {
    expect(formatNotebook(parseNotebook(text, name))).toBe(text);
  });

  it('runs to the end without a problem and is saved as it was, byte for byte', async () => {
    const session = new Session(text, name, {
      engine,
      locate: dataFinder(path, new Map()),
      now: () => 0,
      locale: 'en',
      trusted: true,
    });
    sessions.push(session);
    await session.run();
    expect(session.problems).toEqual([]);
    for (const { id, type } of session.notebook.cells) {
      if (type === 'source' || type === 'analysis') expect(session.state(id).state).toBe('done');
    }
    expect(session.text).toBe(text);
    expect(session.dirty).toBe(false);
  });
});
