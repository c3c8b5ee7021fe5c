import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line';
import { STORY } from '../engine/csv-file';
import { NOTEBOOK } from '../session/tools';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftbook-'));
  writeFileSync(join(folder, 'story.csv'), `${STORY.join('\n')}\n`);
  writeFileSync(join(folder, 'story.lift.md'), NOTEBOOK);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(to: string): Promise<{ readonly code: number; readonly notes: string }> {
  const notes: string[] = [];
  const terminal = {
    out: () => undefined,
    note: (line: string) => void notes.push(line),
    progress: () => undefined,
  };
  const book = join(folder, 'story.lift.md');
  const code = await commandLine(['run', book, '--ipynb', join(folder, to)], terminal);
  return { code, notes: notes.join('\n') };
}

it('run --ipynb writes a Jupyter notebook with the numbers of the run', async () => {
  expect((await run('story.ipynb')).code).toBe(0);
  const { cells } = JSON.parse(readFileSync(join(folder, 'story.ipynb'), 'utf8')) as {
    cells: { id: string; metadata: { liftbook?: { result?: { arms: unknown[] } } } }[];
  };
  const ab = cells.find(({ id }) => id === 'ab')!;
  expect(ab.metadata.liftbook!.result!.arms).toMatchObject([{ users: 3 }, { users: 3 }]);
  expect(JSON.stringify(cells)).toContain('66.7 % bought');
});

it('says when the file cannot be written', async () => {
  const { code, notes } = await run('no/such/folder.ipynb');
  expect(code).toBe(2);
  expect(notes).toContain('folder.ipynb');
});
