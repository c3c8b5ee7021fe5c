import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line';
import { badInputs, lineOf, writeBadInputs } from './bad-inputs';
import { saidIn } from './said';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftbook-bad-'));
  writeBadInputs(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What the command line says of a bad input, in a language. */
async function ran(name: string, locale: string) {
  const notes: string[] = [];
  let out = '';
  const words = ['run', join(folder, name, 'book.lift.md'), '--trust', '--json'];
  const exit = await commandLine([...words, `--locale=${locale}`], {
    out: (text) => (out += text),
    note: (line) => notes.push(line),
    progress: () => {},
  });
  return { exit, out, notes: notes.join('\n') };
}

/** The same as a process of its own, in words. */
function processOn(name: string) {
  const words = ['run', join(folder, name, 'book.lift.md')];
  const args = ['--import', 'tsx', 'src/cli/main.ts', ...words];
  return new Promise<{ readonly status: number; readonly output: string }>((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

describe('bad input', () => {
  it('is of more than 150 kinds, each with a name of its own', () => {
    expect(badInputs.length).toBeGreaterThanOrEqual(150);
    expect(new Set(badInputs.map(({ name }) => name)).size).toBe(badInputs.length);
  });

  it.each(badInputs)('$name is said, and all else goes on', async (bad) => {
    const { exit, out, notes } = await ran(bad.name, 'en');
    expect(notes).not.toMatch(/\n\s+at |bug in Liftbook/);
    if (out === '' || bad.code === 'no-header') {
      expect(notes).toContain(bad.says);
    } else {
      const { said, states } = saidIn(out);
      const found = said.find(({ code, text }) => code === bad.code && text.includes(bad.says));
      expect(found ?? said).toMatchObject({ code: bad.code });
      if (lineOf(bad) !== null) expect(found!.line).toBe(lineOf(bad));
      expect(Object.values(states)).not.toContain('bug');
      if (String(bad.notebook).includes('# Still here')) expect(states['good']).toBe('done');
    }
    expect(exit).toBe(bad.exit);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('ends a process with a sentence and a code, never with a stack', async () => {
    const names = ['data-gzip-cut-off', 'notebook-binary', 'json-comment', 'data-ragged'];
    const all = await Promise.all(names.map((name) => processOn(name)));
    for (const [at, { status, output }] of all.entries()) {
      const { says, exit } = badInputs.find(({ name }) => name === names[at])!;
      expect(output).toContain(says);
      expect(output).not.toMatch(/\n\s+at /);
      expect(status).toBe(exit);
    }
  });

  it('is said in Chinese too', async () => {
    const some = badInputs.filter(({ exit }, at) => exit === 1 && at % 8 === 0);
    for (const { name, code } of some) {
      const { said } = saidIn((await ran(name, 'zh-CN')).out);
      expect(said.find((each) => each.code === code)?.text).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
