import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line';
import { parseNotebook } from '../../src/notebook/parse';
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

  it('freezes metrics as another notebook defines them', async () => {
    const metrics = { purchase: { type: 'proportion', event: 'purchase', window: '1d' } };
    const team = `\`\`\`json lift:definitions t\n${JSON.stringify({ metrics })}\n\`\`\`\n`;
    writeFileSync(join(folder, 'team.lift.md'), team);
    const taken = NOTEBOOK.replace(/"metrics": \[.*\]/, '"metrics": [{ "$ref": "t.purchase" }]');
    const other = mkdtempSync(join(tmpdir(), 'liftbook-team-'));
    writeFileSync(join(other, 'far.lift.md'), team);

    for (const [name, words] of [
      ['team.lift.md', []],
      ['nowhere.lift.md', ['--source', `t=${join(other, 'far.lift.md')}`]],
    ] as const) {
      const cell = `\`\`\`json lift:definitions t\n{ "file": "${name}" }\n\`\`\`\n`;
      const file = write(`${taken}\n${cell}`);
      expect(await freeze(file, ...words)).toMatchObject({ code: 0 });
      const { plan } = parseNotebook(readFileSync(file, 'utf8'), file).header;
      expect(plan!.params!['metrics']).toEqual([
        { name: 'purchase', ...metrics.purchase, direction: 'up' },
      ]);
    }
    rmSync(other, { recursive: true });
  });

  it('freezes nothing while a definition is not at hand', async () => {
    const taken = NOTEBOOK.replace(/"metrics": \[.*\]/, '"metrics": [{ "$ref": "t.purchase" }]');
    const cell = '```json lift:definitions t\n{ "file": "nowhere.lift.md" }\n```\n';
    const file = write(`${taken}\n${cell}`);
    const { code, notes } = await freeze(file);
    expect(code).toBe(2);
    expect(notes).toContain('nowhere.lift.md');
    expect(readFileSync(file, 'utf8')).not.toContain('"plan"');
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
