import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { Problem, type ProblemData } from '../../src/base/problem';
import { notebookProblems } from '../../src/locale/en/notebook-problems';
import { english } from '../../src/locale/english';
import { loadLanguage, problemSentence } from '../../src/locale/language';
import { renameCell } from '../../src/notebook/rename';
import { graphOf } from '../../src/notebook/graph';
import { parseNotebook } from '../../src/notebook/parse';
import { lookup } from '../../src/notebook/path';
import { cellSchemas } from '../../src/notebook/schema';
import { notOneValue } from '../../src/notebook/not-one-value';
import { validated } from '../../src/notebook/schema-problems';
import { parseJson } from '../../src/notebook/json-source';
import { textOf } from '../../src/notebook/text-of';
import { identifiersOf } from './identifiers-of-code';

const HEADER = '```json lift:notebook\n{ "liftbook": 1 }\n```\n\n';
const cell = (first: string, body: string) => `\`\`\`${first}\n${body}\n\`\`\`\n\n`;

/** Texts with one thing wrong each. */
const BROKEN = [
  '```js lift:transform t\nx',
  '<<<<<<< main\nA\n=======\nB\n>>>>>>>\n',
  cell('json lift:metric', '{}'),
  cell('json lift:metric a-b', '{}'),
  cell('json lift:metric class', '{}'),
  cell('json lift:metric m', '{}').repeat(2),
  cell('json lift:metric m stray', '{}'),
  cell('lift:metric m', '{}'),
  cell('json lift:chrt c', '{}'),
  HEADER,
  ...[
    '',
    '[1 2]',
    '// a',
    '[1,]',
    "{ 'a': 1 }",
    '{ a: 1 }',
    '[01]',
    '["\\x"]',
    '["\t"]',
    '["a',
  ].map((body) => cell('json lift:metric m', body)),
  cell('json lift:metric m', '{ "a": 1, "a": 2 }'),
  cell('json lift:metric m', '['.repeat(200)),
  cell('json lift:metric m', '[1]'),
  '{{ a. }} {{ a | pc1 }} {{ a',
  cell('json lift:analysis ab', '{ "source": "evnts" }'),
  cell('json lift:analysis ab', '{ "source": "ab" }'),
  cell('js lift:transform t', 't + 1'),
  cell('json lift:metric m', '{ "value": { "$ref": 1 } }'),
];

/** Parameters with one thing wrong each. */
const WRONG: readonly (readonly [keyof typeof cellSchemas, Json])[] = [
  ['note', { cell: 'ab', text: '', resolve: true }],
  ['note', { cell: 'ab' }],
  ['note', { cell: 'ab', text: 5 }],
  ['note', { cell: '', text: '' }],
  ['note', { cell: 'ab', text: '', at: 'yesterday' }],
  ['metric', { value: 1, direction: 'upp' }],
  ['layout', { cells: { ab: { width: 13 } } }],
  ['source', {}],
  ['source', { file: 'a', roles: { time: 't' } }],
];

function everyProblem(): readonly Problem[] {
  const ofText = BROKEN.flatMap((text) => {
    const notebook = parseNotebook(HEADER + text, 'a.lift.md');
    return [...notebook.problems, ...graphOf(notebook, identifiersOf).problems];
  });
  const ofHeader = ['{}', '{ "liftbook": 2 }'].flatMap((body) => {
    return parseNotebook(cell('json lift:notebook', body), 'a.lift.md').problems;
  });
  const ofParams = WRONG.flatMap(([type, value]) => {
    const json = parseJson(JSON.stringify(value), { file: 'a.lift.md', line: 1, cell: 'c' });
    return validated<unknown>(cellSchemas[type], value, json).problems;
  });
  const metrics = HEADER + cell('json lift:metric a', '{}') + cell('json lift:metric b', '{}');
  const thrown = [
    () => lookup({ lift: 1 }, ['lft']),
    () => lookup([1, 2], [2]),
    () => renameCell(parseNotebook(metrics, 'a.lift.md'), 'a', 'b', identifiersOf),
    () => textOf(new Uint8Array([0xff, 0x00]), 'a.lift.md'),
    () => textOf(new TextEncoder().encode('<html></html>'), 'a.lift.md'),
  ].map(problemOf);
  const many = notOneValue([1, 2], ['ab', 'arms'])!;
  return [...ofText, ...ofHeader, ...ofParams, ...thrown, many, ...parseNotebook('', 'a').warnings];
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('no problem');
}

describe('the sentences about notebooks', () => {
  const problems = everyProblem();

  it('are there for every problem that can be met, and for no other', () => {
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual(
      Object.keys(notebookProblems).sort(),
    );
  });

  it.each(['en', 'zh-CN'] as const)('say what was found, in %s', async (locale) => {
    const language = locale === 'en' ? english : await loadLanguage(locale);
    for (const problem of problems) {
      const { message, hint } = problemSentence(problem, language);
      expect(`${problem.code}: ${message} ${hint}`).not.toMatch(/undefined|NaN|\[object|“”/);
      expect(message).toMatch(/[.。]$/);
      if (locale === 'zh-CN') expect(message).toMatch(/\p{Script=Han}/u);
    }
  });

  it('read well', () => {
    const said = (text: string) => {
      const notebook = parseNotebook(HEADER + text, 'a.lift.md');
      const [problem] = [...notebook.problems, ...graphOf(notebook, identifiersOf).problems];
      return Object.values(problemSentence(problem!, english)).join(' ');
    };
    expect(said(cell('json lift:metric m', '{ "a": 1 "b": 2 }'))).toBe(
      'The JSON has "b" where a comma or a closing } is expected. Put a comma between two settings and a } behind the last.',
    );
    expect(
      said(
        cell('json lift:source events', '{}') +
          cell('json lift:analysis ab', '{ "source": "evnts" }'),
      ),
    ).toBe('There is no cell “evnts”. The notebook has: events. Did you mean “events”?');
    expect(said(cell('js lift:transform a', 'b') + cell('js lift:transform b', 'a'))).toBe(
      'These cells wait for each other: a → b → a. Remove one of the references.',
    );
  });
});

describe('a problem that lists what there is', () => {
  const missing = (count: number): ProblemData => {
    const known = Array.from({ length: count }, (_, at) => `id-${at}`);
    return { code: 'not-in-data', args: { what: 'arm', name: 'A', known, near: null } };
  };

  it('names the first eight of many, and how many more there are', async () => {
    expect(problemSentence(missing(5008), english).hint).toBe(
      'It has: id-0, id-1, id-2, id-3, id-4, id-5, id-6, id-7 and 5,000 more.',
    );
    const { hint } = problemSentence(missing(5008), await loadLanguage('zh-CN'));
    expect(hint).toContain('id-7 等，另有 5,000 个');
    expect(hint).not.toContain('id-8');
  });

  it('names all of a few', () => {
    expect(problemSentence(missing(2), english).hint).toBe('It has: id-0, id-1.');
  });
});

describe('the sentences of one language', () => {
  const files = import.meta.glob<Record<string, object>>('../../src/locale/*/*-problems.ts', {
    eager: true,
  });

  it.each(['en', 'zh-cn'])('stand in one file each: none hides another, %s', (locale) => {
    const parts = Object.entries(files).filter(([file]) => file.includes(`/${locale}/`));
    const codes = parts.flatMap(([, module]) => Object.values(module).flatMap(Object.keys));
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.filter((code, i) => codes.indexOf(code) < i)).toEqual([]);
  });
});
