import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line';
import { STORY } from '../engine/csv-file';
import { NOTEBOOK, sessionOf } from '../session/tools';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftbook-'));
  mkdirSync(join(folder, 'books'));
  write('books/story.csv', `${STORY.join('\n')}\n`);
  write('books/story.lift.md', NOTEBOOK);
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly notes: readonly string[];
}

async function liftbook(...words: readonly string[]): Promise<Ran> {
  const notes: string[] = [];
  let out = '';
  const code = await commandLine(words, {
    out: (text) => (out += text),
    note: (line) => notes.push(line),
    progress: () => {},
  });
  return { code, out, notes };
}

/** What `--json` prints, as far as these tests look at it. */
interface Report {
  readonly file: string;
  readonly sources: Record<
    string,
    { rows: number; duplicates: number; sha256: string; warnings: object[] }
  >;
  readonly cells: Record<
    string,
    {
      state: string;
      by?: string;
      result?: { alpha: number; arms: { name: string; users: number }[] };
      findings?: { level: string; code: string; text: string }[];
      tables?: { name: string; rows: object[] }[];
      problem?: { code: string; message: string; hint: string | null; at: object };
    }
  >;
}

async function report(...words: readonly string[]): Promise<Report & { readonly code: number }> {
  const { code, out } = await liftbook('run', ...words, '--json');
  return { ...(JSON.parse(out) as Report), code };
}

const story = () => join(folder, 'books/story.lift.md');

describe('liftbook run', () => {
  it('prints what was read, the findings as sentences and the tables', async () => {
    const { code, out, notes } = await liftbook('run', story());
    expect(code).toBe(0);
    expect(notes).toEqual([]);
    expect(out).toContain('events: story.csv, 10 rows, 6 users');
    expect(out).toContain('ab: A/B test');
    expect(out).toMatch(/purchase .*33\.33 % \(1 of 3\) .*66\.67 % \(2 of 3\)/);
  });

  it('says how many rows of a file are exact copies, and counts none that differ', async () => {
    const copies = [...STORY, STORY.at(-1)!, `${STORY.at(-1)!}9`];
    write('books/copies.csv', `${copies.join('\n')}\n`);
    const file = write('books/copies.lift.md', NOTEBOOK.replace('story.csv', 'copies.csv'));
    const { out } = await liftbook('run', file);
    expect(out).toContain(', 12 rows, 6 users\n  1 row is an exact copy of an earlier one.');
    expect((await report(file)).sources['events']).toMatchObject({ rows: 12, duplicates: 1 });
  });

  it('says of a notebook of a newer Liftbook where it says so and what to do', async () => {
    const file = write('books/newer.lift.md', NOTEBOOK.replace('"liftbook": 1', '"liftbook": 9'));
    const { code, out } = await liftbook('run', file);
    expect(code).toBe(1);
    expect(out).toContain(
      `${file}:2:15 liftbook: The notebook was written by a newer Liftbook: its format is version 9, and this one reads version 1. Update Liftbook`,
    );
    const { cells } = await report(file);
    expect(cells['lift:notebook']).toMatchObject({ problem: { code: 'newer-version' } });
  });

  it('prints a cell whatever its name', async () => {
    const file = write('books/proto.lift.md', NOTEBOOK.replace('lift:source events', 'lift:source __proto__')); // prettier-ignore
    const { out } = await liftbook('run', file, '--json');
    expect(out).toMatch(/"__proto__": \{\s+"state": "problem"/);
  });

  it.each([
    ['cut.arrow', 'ARROW1\0\0\x10\0\0', 'The Arrow file is damaged or cut off. Copy'],
    [
      'noise.csv',
      '\x01\x02\x03'.repeat(99),
      'This is neither text nor a known data format, so no table can be read from it.',
    ],
    ['header.csv', 'user_id,ts,event\n', 'The file has a header and no rows. Check'],
  ])('says of %s in one sentence why it is no source', async (name, bytes, sentence) => {
    write(`books/${name}`, bytes);
    const file = write('books/bad-data.lift.md', NOTEBOOK.replace('story.csv', name));
    const { code, out } = await liftbook('run', file);
    expect(code).toBe(1);
    expect(out).toContain(`events: ${name}: ${sentence}`);
    expect(out).toContain('ab: blocked by events');
  });

  it('says how to write a duration', async () => {
    const file = write('books/days.lift.md', NOTEBOOK.replace('"1d"', '"7 days"'));
    const { cells } = await report(file);
    expect(cells['ab']!.problem).toMatchObject({
      code: 'not-a-duration',
      at: { path: 'metrics[0].window' },
      hint: 'Write a number and s, m, h, d or w, such as "7d".',
    });
  });

  it('refuses a notebook that is not text', async () => {
    for (const bytes of [
      [0x23, 0x20, 0xff, 0xfe],
      [0x23, 0x20, 0, 0x0a],
    ]) {
      const file = write('books/bytes.lift.md', Uint8Array.from(bytes));
      const { code, out, notes } = await liftbook('run', file);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(notes).toEqual([
        `“${file}” is not text in UTF-8, so it is no notebook. Check that it is the right file, or save it as UTF-8.`,
      ]);
    }
  });

  it('prints one object with --json and nothing else', async () => {
    const { code, file, sources, cells } = await report(story());
    expect(code).toBe(0);
    expect(file).toBe(story());
    expect(sources).toEqual({
      events: {
        rows: 10,
        duplicates: 0,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        warnings: [],
      },
    });
    expect(Object.keys(cells)).toEqual(['events', 'ab']);
    expect(cells['events']).toEqual({ state: 'done' });
    const ab = cells['ab']!;
    expect(ab.state).toBe('done');
    expect(ab.result!.arms.map(({ name, users }) => [name, users])).toEqual([
      ['control', 3],
      ['treatment', 3],
    ]);
    for (const { level, code: finding, text } of ab.findings!) {
      expect([typeof level, typeof finding, typeof text]).toEqual(['string', 'string', 'string']);
    }
    expect(ab.tables!.length).toBeGreaterThan(0);
  });

  it('counts a segment and runs the experiment on its users', async () => {
    const segment = '{ "source": "events", "where": { "amount": { "<=": 25 } } }';
    const path = write(
      'books/segment.lift.md',
      NOTEBOOK.replace(
        '"kind": "experiment",',
        '"kind": "experiment", "population": "modest",',
      ).concat(`\n\`\`\`json lift:segment modest\n${segment}\n\`\`\`\n`),
    );
    const { code, cells } = await report(path);
    expect(code).toBe(0);
    expect(cells['modest']).toEqual({ state: 'done', result: { users: 2, of: 6 } });
    expect(cells['ab']!.result!.arms.map(({ users }) => users)).toEqual([1, 1]);
    expect((await liftbook('run', path)).out).toContain('modest: 2 of 6 users');
    expect((await liftbook('run', path, '--locale', 'zh-CN')).out).toContain(
      'modest: 6 名用户中的 2 名',
    );
  });

  it('prints money in the unit of its column', async () => {
    const path = write(
      'books/money.lift.md',
      NOTEBOOK.replace(
        '"event": "event" } }',
        '"event": "event" }, "columns": { "amount": { "unit": "EUR" } } }',
      ).replace(
        '"type": "proportion", "event": "purchase"',
        '"type": "mean", "event": "purchase", "value": "amount"',
      ),
    );
    const { out } = await liftbook('run', path);
    expect(out).toContain('€6.67 (€20.00 from 3)');
    expect(out).toContain('+€11.67');
  });

  it('says why a number is not there, in the language asked for', async () => {
    const one = NOTEBOOK.replace('"event": "purchase"', '"event": "view"').replace('"1d"', '"2d"');
    const path = write('books/constant.lift.md', one);
    const problems = (text: string): readonly string[] =>
      [...text.matchAll(/"message": "([^"]+)"/g)].map(([, message]) => message!);
    const english = await liftbook('run', path, '--json');
    const chinese = await liftbook('run', path, '--json', '--locale', 'zh-CN');
    expect(problems(english.out)).toContain('Every user has the value 0.');
    expect(problems(chinese.out)).toHaveLength(problems(english.out).length);
    for (const message of problems(chinese.out)) expect(message).toMatch(/\p{Script=Han}/u);
  });

  it('speaks Chinese when asked, and when the notebook does', async () => {
    const asked = await liftbook('run', story(), '--locale', 'zh-CN');
    const own = write(
      'books/own.lift.md',
      NOTEBOOK.replace('"liftbook": 1,', '"liftbook": 1, "locale": "zh-CN",'),
    );
    expect(asked.out).toContain('A/B 测试');
    expect((await liftbook('run', own)).out).toContain('A/B 测试');
    expect((await liftbook('run', own, '--locale', 'en')).out).toContain('A/B test');
  });

  it('sets parameters with --set, as JSON or as text, also inside lists', async () => {
    const set = await report(
      story(),
      '--set',
      'ab.alpha=0.1',
      '--set',
      'ab.control=treatment',
      '--set',
      'ab.metrics.purchase.window=2d',
    );
    expect(set.cells['ab']!.result).toMatchObject({
      alpha: 0.1,
      control: 'treatment',
      metrics: [{ windowMs: 2 * 86_400_000 }],
    });
  });

  it('reads the file that --source names', async () => {
    const other = write('other.csv', `${STORY.slice(0, 8).join('\n')}\n`);
    const { sources } = await report(story(), '--source', `events=${other}`);
    expect(sources['events']!.rows).toBe(7);
  });

  it('does not read outside the folders it may, not through a link either, unless told to', async () => {
    const outside = write('outside.csv', `${STORY.join('\n')}\n`);
    symlinkSync(outside, join(folder, 'books/link.csv'));
    for (const file of ['../outside.csv', outside, 'link.csv']) {
      const path = write('books/nosy.lift.md', NOTEBOOK.replace('story.csv', file));
      const { code, cells } = await report(path);
      expect(code).toBe(1);
      expect(cells['events']!.problem).toMatchObject({ code: 'outside-folder', at: { line: 8 } });
      expect((await report(path, '--source', `events=${outside}`)).code).toBe(0);
    }
  });

  it('warns on stderr when the file is another than the notebook was written with', async () => {
    const sum = `"file": "story.csv", "sha256": "${'0'.repeat(64)}"`;
    const path = write('books/changed.lift.md', NOTEBOOK.replace('"file": "story.csv"', sum));
    const { code, out, notes } = await liftbook('run', path, '--json');
    expect(code).toBe(0);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('is not the file that this notebook was written with');
    const { sources } = JSON.parse(out) as Report;
    expect(sources['events']!.warnings).toMatchObject([{ code: 'changed-file' }]);
  });

  it('ends with 1 when a cell has a problem, names it, and runs the others', async () => {
    const path = write(
      'books/typo.lift.md',
      NOTEBOOK.replace('"event": "purchase"', '"event": "purchse"').concat(
        '\n```js lift:transform sum\n1 + 1\n```\n',
      ),
    );
    const { code, cells } = await report(path);
    expect(code).toBe(1);
    expect(cells['events']!.state).toBe('done');
    expect(cells['sum']!.problem).toMatchObject({ code: 'untrusted' });
    expect(cells['ab']).toMatchObject({
      state: 'problem',
      problem: {
        code: 'not-in-data',
        message: 'The data has no event “purchse”.',
        at: { file: path, cell: 'ab', path: 'metrics[0].event' },
      },
    });
    const { out } = await liftbook('run', path);
    expect(out).toContain(`${path}:17:`);
    expect(out).toContain('Did you mean “purchase”?');
  });

  it('runs code with --trust only, and says the value of every cell', async () => {
    const path = write(
      'books/code.lift.md',
      NOTEBOOK.concat(
        '\n```json lift:input least\n{ "kind": "number", "value": 25 }\n```\n',
        '\n```js lift:transform large\n',
        'events.filter((d, $) => d.amount >= $.least).select("event", "amount")\n```\n',
        '\n```json lift:metric big\n{ "value": { "$ref": "large[0].amount" }, "unit": "EUR" }\n```\n',
      ),
    );
    const refused = await report(path);
    expect(refused.code).toBe(1);
    expect(refused.cells['large']!.problem!.hint).toContain('--trust');
    expect(refused.cells['big']).toEqual({ state: 'blocked', by: 'large' });
    const { code, cells } = await report(path, '--trust');
    expect(code).toBe(0);
    expect(cells['large']!.result).toEqual([
      { event: 'purchase', amount: 30 },
      { event: 'purchase', amount: 25 },
    ]);
    expect(cells['big']!.result).toBe(30);
    const set = await report(path, '--trust', '--set', 'least=30');
    expect(set.cells['large']!.result).toEqual([{ event: 'purchase', amount: 30 }]);
    const { out } = await liftbook('run', path, '--trust');
    expect(out).toContain('large: 2 rows: event, amount\n');
    expect(out).toContain('big: 30.0 EUR\n');
  });

  it.each([
    ['an empty file', '', 'empty-file'],
    ['a binary file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'not-a-table'],
  ])('gives %s one sentence, and blocks what reads it', async (_, bytes, code) => {
    write('books/bad.csv', bytes);
    const path = write('books/bad.lift.md', NOTEBOOK.replace('story.csv', 'bad.csv'));
    const ran = await report(path);
    expect(ran.code).toBe(1);
    expect(ran.cells['events']!.problem).toMatchObject({ code, at: { file: 'bad.csv' } });
    expect(ran.cells['ab']).toEqual({ state: 'blocked', by: 'events' });
  });

  it('keeps cells alive around merge-conflict markers and a broken cell', async () => {
    const path = write(
      'books/conflict.lift.md',
      `${NOTEBOOK}\n<<<<<<< ours\nOne.\n=======\nTwo.\n>>>>>>> theirs\n\n\`\`\`json lift:analysis broken\n{ "kind": \n\`\`\`\n`,
    );
    const { code, cells } = await report(path);
    expect(code).toBe(1);
    expect(cells['ab']!.state).toBe('done');
    expect(cells['conflict1']!.problem!.code).toBe('conflict');
    expect(cells['broken']!.problem!.code).toMatch(/^json-/);
  });
});

describe('--users', () => {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('writes the users behind each number that is named, and says how many they are', async () => {
    const [treated, buyers] = [join(folder, 'treated.csv'), join(folder, 'buyers.csv')];
    write('treated.csv', 'what stood there before, longer than what comes after it\n');
    const { code, out, notes } = await liftbook(
      'run',
      story(),
      '--users',
      `ab.arms.treatment=${treated}`,
      '--users',
      `ab.metrics.purchase.arms.treatment=${buyers}`,
    );
    expect(code).toBe(0);
    expect(text('treated.csv')).toBe('user\r\nbob\r\ndan\r\nfay\r\n');
    expect(text('buyers.csv')).toBe('user\r\nbob\r\ndan\r\n');
    expect(notes).toEqual([
      `ab.arms.treatment: 3 users written to ${treated}`,
      `ab.metrics.purchase.arms.treatment: 2 users written to ${buyers}`,
    ]);
    for (const id of ['bob', 'dan', 'fay']) expect(out).not.toContain(id);
  });

  it('writes every page of many users, each once and in order', async () => {
    const ids = Array.from({ length: 12_345 }, (_, i) => `u${i}`);
    const rows = ids.map((id, i) => `${id},${i % 2 === 0 ? 'a' : 'b'},${i % 3 === 0 ? 1 : 0}`);
    write('books/many.csv', ['id,arm,bought', ...rows, ''].join('\n'));
    const path = write(
      'books/many.lift.md',
      [
        '```json lift:notebook\n{ "liftbook": 1 }\n```\n',
        '```json lift:source units\n{ "file": "many.csv", "roles": { "user": "id" } }\n```\n',
        '```json lift:analysis ab',
        '{ "kind": "experiment", "source": "units", "variant": "arm", "control": "a",',
        '"metrics": [{ "name": "bought", "type": "proportion", "column": "bought" }] }\n```\n',
      ].join('\n'),
    );
    const { code } = await liftbook('run', path, '--users', `ab.arms.a=${join(folder, 'a.csv')}`);
    expect(code).toBe(0);
    const even = ids.filter((_, i) => i % 2 === 0);
    expect(text('a.csv')).toBe(['user', ...even, ''].join('\r\n'));
  });

  it('lets no spreadsheet run an id as a formula', async () => {
    const odd = STORY.join('\n')
      .replaceAll('bob', '=1+1')
      .replaceAll('dan', '@SUM(A1)')
      .replaceAll('fay', '"-2,""x"""');
    write('books/odd.csv', `${odd}\n`);
    const path = write('books/odd.lift.md', NOTEBOOK.replace('story.csv', 'odd.csv'));
    await liftbook('run', path, '--users', `ab.arms.treatment=${join(folder, 'odd.csv')}`);
    expect(text('odd.csv')).toBe(`user\r\n'=1+1\r\n'@SUM(A1)\r\n"'-2,""x"""\r\n`);
  });

  it.each([
    ['ab.verdict', 'nobody.csv', 'No users stand behind “ab.verdict”'],
    ['ab.arms.treatmnet', 'nobody.csv', 'treatmnet'],
    ['ab.arms.treatment', 'nowhere/nobody.csv', 'cannot be written'],
  ])('says why %s cannot be written to %s, beside the report', async (path, file, sentence) => {
    const target = join(folder, file);
    const { code, out, notes } = await liftbook('run', story(), '--users', `${path}=${target}`);
    expect(code).toBe(2);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(sentence);
    expect(out).toContain('ab: A/B test');
    expect(existsSync(target)).toBe(false);
  });

  it('writes nothing when the cell has no result', async () => {
    const typo = NOTEBOOK.replace('"event": "purchase"', '"event": "purchse"');
    const path = write('books/none.lift.md', typo);
    const target = join(folder, 'none.csv');
    const { code, notes } = await liftbook('run', path, '--users', `ab.arms.treatment=${target}`);
    expect(code).toBe(2);
    expect(notes).toEqual([expect.stringContaining('The cell “ab” has no result yet.')]);
    expect(existsSync(target)).toBe(false);
  });
});

describe('a wrong call', () => {
  it.each([
    [['run'], 'No notebook was named.'],
    [['run', 'nowhere.lift.md'], 'There is no file “nowhere.lift.md”.'],
    [['run', '.'], '“.” is a folder.'],
    [['rum', 'x'], 'There is no command “rum”. Did you mean “run”?'],
    [['run', 'a', 'b'], 'liftbook run takes one notebook at a time; also named: b.'],
    [['run', 'x', '--jsn'], 'There is no option “--jsn”. Did you mean --json?'],
    [['run', 'x', '--locale'], 'The option --locale needs a value.'],
    [['run', 'x', '--json=yes'], 'The option --json takes no value.'],
    [['run', 'x', '--locale', 'fr'], 'There is no language “fr”.'],
    [['run', 'x', '--source', 'events'], '“events” behind --source is not understood.'],
    [['run', 'x', '--users', 'ab'], 'Write --users ab.arms.treatment=users.csv.'],
    [['run', 'x', '--set', '=1'], '“=1” behind --set is not understood.'],
    [['format', 'nowhere.lift.md'], 'There is no file “nowhere.lift.md”.'],
  ])('%j is answered with a sentence and 2', async (words, sentence) => {
    const { code, out, notes } = await liftbook(...words);
    expect([code, out]).toEqual([2, '']);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(sentence);
  });

  it.each([
    [['--source', 'evnts=x.csv'], 'There is no cell “evnts”.'],
    [['--users', 'events.rows=x.csv'], 'There is no cell “events”.'],
    [['--users', 'a b=x.csv'], 'a b'],
    [['--set', 'ab=1'], '“ab” is neither an input nor a parameter of an analysis.'],
    [['--set', 'ab.metrics.sales.window=1d'], 'neither an input nor a parameter'],
    [['--set', 'a b=1'], 'a b'],
  ])('%j does not fit the notebook, which is said with 2', async (words, sentence) => {
    const { code, out, notes } = await liftbook('run', story(), ...words);
    expect([code, out]).toEqual([2, '']);
    expect(notes.join('\n')).toContain(sentence);
  });

  it('is complained about in Chinese when Chinese was asked for', async () => {
    const { notes } = await liftbook('run', 'nowhere.lift.md', '--locale', 'zh-CN');
    expect(notes[0]).toMatch(/\p{Script=Han}/u);
  });
});

describe('liftbook format', () => {
  it('makes a notebook canonical, and a canonical one stays as it is', async () => {
    const path = write(
      'books/wild.lift.md',
      NOTEBOOK.replaceAll('\n', '\r\n').replace('{ "lift', '{"lift'),
    );
    expect((await liftbook('format', path)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(NOTEBOOK);
    expect((await liftbook('format', path)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(NOTEBOOK);
  });
});

describe('liftbook schema', () => {
  it('prints the JSON Schema of header, cells and analyses', async () => {
    const { code, out } = await liftbook('schema');
    expect(code).toBe(0);
    const { $defs } = JSON.parse(out) as { $defs: Record<string, Record<string, object>> };
    expect(Object.keys($defs)).toEqual(['header', 'cells', 'analyses']);
    expect($defs['analyses']!['experiment']).toMatchObject({
      required: expect.arrayContaining(['kind', 'source']) as unknown,
      additionalProperties: false,
    });
  });
});

describe('liftbook check', () => {
  /** The story's notebook with its results in it. */
  async function kept(): Promise<string> {
    const session = sessionOf(NOTEBOOK, { now: () => Date.UTC(2026, 2, 6, 12) });
    await session.run();
    session.saveResults();
    return write('books/kept.lift.md', session.text);
  }

  it('says that nothing moved', async () => {
    const { code, out } = await liftbook('check', await kept());
    expect(out).toMatch(/^The results are those of Mar 6, 2026\.\n$/);
    expect(code).toBe(0);
  });

  it('says which figures moved when the data did', async () => {
    const grown = write('more.csv', `${STORY.join('\n')}\ncat,2026-03-02T20:00:00Z,purchase,,5\n`);
    const { code, out } = await liftbook('check', await kept(), '--source', `events=${grown}`);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\d+ figures moved since Mar 6, 2026\.$/);
    expect(lines.slice(1, 3)).toEqual([
      'events: other data than the results were saved from.',
      expect.stringMatching(/^ab: \d+ figures$/) as unknown,
    ]);
    expect(lines.length).toBeLessThan(32);
    const [, count] = /^(\d+) figures/.exec(lines[0]!)!;
    const [, more] = /^  and (\d+) more$/.exec(lines.at(-2)!)!;
    expect(lines.slice(3, -2)).toHaveLength(Number(count) - Number(more));

    const all = await liftbook('check', await kept(), '--source', `events=${grown}`, '--all');
    expect(all.out).toMatch(/ab\.metrics\.purchase\.arms\.control\.total: 1 → 2/);
    expect(all.out.trimEnd().split('\n')).toHaveLength(Number(count) + 3);
  });

  it('needs saved results, and data', async () => {
    const { code, notes } = await liftbook('check', story());
    expect([code, notes[0]]).toEqual([2, expect.stringContaining('holds no results')]);
    const file = write('elsewhere.lift.md', readFileSync(await kept(), 'utf8'));
    const missing = await liftbook('check', file);
    expect([missing.code, missing.notes[0]]).toEqual([2, expect.stringContaining('story.csv')]);
  });
});
