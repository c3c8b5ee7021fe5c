import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line';
import { NOTEBOOK } from '../session/tools';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftbook-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const path = join(folder, 'story.lift.md');
  writeFileSync(path, text);
  return path;
}

async function freeze(...words: readonly string[]) {
  const notes: string[] = [];
  const terminal = {
    out: () => {},
    note: (line: string) => void notes.push(line),
    progress: () => {},
  };
  const code = await commandLine(['freeze', ...words], terminal);
  return { code, notes: notes.join('\n') };
}

describe('liftbook freeze', () => {
  it('stamps the plan into the header, without any data, and leaves the rest as it was', async () => {
    const file = write(NOTEBOOK);
    const { code, notes } = await freeze(file);
    expect(code).toBe(0);
    expect(notes).toContain('The plan of “ab” is frozen');
    const [header, ...rest] = readFileSync(file, 'utf8').split('\n```\n');
    expect(rest).toEqual(NOTEBOOK.split('\n```\n').slice(1));
    expect(header).toContain('"plan": {');
    expect(header).not.toContain('seen');
  });

  it('freezes once', async () => {
    const file = write(NOTEBOOK);
    await freeze(file);
    const once = readFileSync(file, 'utf8');
    expect(await freeze(file)).toMatchObject({
      code: 2,
      notes: expect.stringContaining('was frozen on') as string,
    });
    expect(readFileSync(file, 'utf8')).toBe(once);
  });

  it('asks which of several experiments is meant', async () => {
    const second = NOTEBOOK.slice(NOTEBOOK.indexOf('```json lift:analysis')).replace(' ab', ' cd');
    const file = write(`${NOTEBOOK}\n${second}`);
    expect(await freeze(file)).toMatchObject({
      code: 2,
      notes: expect.stringContaining('ab and cd') as string,
    });
    expect((await freeze(file, '--cell', 'cd')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('"cell": "cd"');
    expect((await freeze(write(NOTEBOOK), '--cell', 'events')).code).toBe(2);
  });
});
