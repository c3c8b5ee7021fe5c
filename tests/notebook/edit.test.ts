import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freshId,
  insertCell,
  moveCell,
  removeCells,
  resolveConflict,
  setAttributes,
  setBody,
  setCanonical,
  setHeader,
  setJson,
} from '../../src/notebook/edit';
import type { Notebook } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { formatNotebook, writeNotebook } from '../../src/notebook/write';
import { anyNotebook } from './any-notebook';

const parse = (text: string) => parseNotebook(text, 'test.lift.md');

const HEADER = '```json lift:notebook\n{ "liftbook": 1 }\n```';
const EVENTS = '```json   lift:source events\n{"file":"a.csv"}\n```';
const METRIC = '```json lift:metric m\n{ "value": 1 }\n```';
/** The source is not canonical: only cells that are edited are written anew. */
const TEXT = `${HEADER}\n\n# Title\n\n${EVENTS}\n\n\n${METRIC}\n`;

describe('setBody(notebook, id, text)', () => {
  it('changes nothing but the cell', () => {
    const edited = setBody(parse(TEXT), 'm', '{ "value": 2 }');
    expect(writeNotebook(edited)).toBe(TEXT.replace('"value": 1', '"value": 2'));
  });

  it('keeps line ends and the byte order mark', () => {
    const windows = '\uFEFF' + TEXT.replaceAll('\n', '\r\n');
    const edited = setBody(parse(windows), 'text1', '# One\n\nTwo');
    expect(writeNotebook(edited)).toBe(windows.replace('# Title', '# One\r\n\r\nTwo'));
  });

  it('grows the fence where the text holds back-ticks', () => {
    const edited = setBody(parse(TEXT), 'm', '```\n````');
    expect(writeNotebook(edited)).toContain('`````json lift:metric m\n```\n````\n`````\n');
    expect(edited.cells.at(-1)).toMatchObject({ id: 'm', body: '```\n````' });
  });

  it('leaves the cells it did not touch the same objects, and moves those below', () => {
    const notebook = parse(TEXT);
    const edited = setBody(notebook, 'events', '{\n  "file": "b.csv"\n}');
    expect(edited.cells[1]).toBe(notebook.cells[1]);
    expect(edited.cells[3]).toMatchObject({
      line: notebook.cells[3]!.line + 2,
      json: { at: { line: 15 } },
    });
  });

  it('closes code in prose that would swallow the cells behind it', () => {
    const edited = setBody(parse(TEXT), 'text1', 'Look:\n\n```js\nx');
    expect(edited.cells.map(({ id }) => id)).toEqual(['lift:notebook', 'text1', 'events', 'm']);
    expect(writeNotebook(edited)).toContain('```js\nx\n```\n\n```json   lift:source events');
  });

  it('makes cells of fences that were typed into prose', () => {
    const edited = setBody(parse(TEXT), 'text1', 'A\n\n```js lift:transform t\nx\n```\n\nB');
    expect(edited.cells.map(({ id }) => id)).toEqual([
      'lift:notebook',
      'text1',
      't',
      'text2',
      'events',
      'm',
    ]);
  });

  it('keeps the place of prose that was emptied', () => {
    const edited = setBody(parse(TEXT), 'text1', '');
    expect(edited.cells[1]).toMatchObject({ type: 'prose', id: 'text1', body: '' });
    expect(writeNotebook(edited)).toContain('<!-- lift:md text1 -->\n\n```json   lift:source');
  });
});

describe('setJson(notebook, id, params, keyOrder)', () => {
  const analysis = (body: string) => parse(`\`\`\`json lift:analysis ab\n${body}\n\`\`\`\n`);
  const order = (path: string) => (path === '' ? ['kind', 'source', 'where', 'alpha'] : []);
  const body = (notebook: Notebook) => notebook.cells[0]!.body;

  it('keeps the order of keys and puts a new one where the schema has it', () => {
    const notebook = analysis('{ "alpha": 0.1, "kind": "experiment", "source": "events" }');
    const params = { kind: 'experiment', source: 'events', alpha: 0.1, where: { a: 1 } };
    expect(body(setJson(notebook, 'ab', params, order))).toBe(
      '{ "alpha": 0.1, "kind": "experiment", "source": "events", "where": { "a": 1 } }',
    );
  });

  it('puts a key that precedes all others first, and one the schema does not know last', () => {
    const params = { x: 1, kind: 'k', alpha: 1 };
    expect(body(setJson(analysis('{ "alpha": 1 }'), 'ab', params, order))).toBe(
      '{ "kind": "k", "alpha": 1, "x": 1 }',
    );
  });

  it('follows elements of lists by their name', () => {
    const notebook = analysis('{ "metrics": [{ "name": "a", "x": 1 }, { "x": 2, "name": "b" }] }');
    const params = { metrics: [{ name: 'b', x: 3 }] };
    expect(body(setJson(notebook, 'ab', params))).toBe('{ "metrics": [{ "x": 3, "name": "b" }] }');
  });

  it('keeps keys that look like numbers where they were', () => {
    const notebook = analysis('{ "10": 1, "2": 1 }');
    expect(body(setJson(notebook, 'ab', { '2': 5, '10': 1 }))).toBe('{ "10": 1, "2": 5 }');
  });

  it('changes no byte where the parameters are the same', () => {
    const notebook = analysis('{"b":1.0,\n"a":[ 2 ]}');
    expect(setJson(notebook, 'ab', { a: [2], b: 1 })).toBe(notebook);
  });

  it('mends a cell whose JSON could not be read', () => {
    const edited = setJson(analysis('{ broken'), 'ab', { a: 1 });
    expect(body(edited)).toBe('{ "a": 1 }');
    expect(edited.problems).toEqual([]);
  });
});

describe('insertCell(notebook, index, spec)', () => {
  it('parts cells by a blank line', () => {
    const edited = insertCell(parse(`${HEADER}\n${METRIC}`), 1, { type: 'transform', body: 'x' });
    expect(writeNotebook(edited)).toBe(
      `${HEADER}\n\n\`\`\`js lift:transform transform\nx\n\`\`\`\n\n${METRIC}`,
    );
  });

  it('writes parameters in canonical form, under a free name', () => {
    const edited = insertCell(parse(TEXT), 3, { type: 'metric', id: 'n', json: { value: [1, 2] } });
    expect(edited.cells[3]).toMatchObject({ id: 'n', body: '{ "value": [1, 2] }' });
    expect(insertCell(edited, 9, { type: 'metric' }).cells.at(-1)).toMatchObject({ id: 'metric' });
  });

  it('goes before the snapshot at the latest', () => {
    const notebook = parse(`${METRIC}\n\n\`\`\`json lift:results\n{}\n\`\`\`\n`);
    const types = insertCell(notebook, 99, { type: 'prose', body: 'End.' }).cells.map(
      ({ type }) => type,
    );
    expect(types).toEqual(['metric', 'prose', 'results']);
  });

  it('gives prose a marker only where it would run into other prose', () => {
    const notebook = parse(TEXT);
    const alone = insertCell(notebook, 3, { type: 'prose', body: 'Alone.' });
    expect(writeNotebook(alone)).toContain('\n\nAlone.\n\n```json lift:metric m');
    const behind = insertCell(notebook, 2, { type: 'prose', body: 'Behind.' });
    expect(writeNotebook(behind)).toContain('# Title\n\n<!-- lift:md text2 -->\nBehind.\n\n');
    const before = insertCell(notebook, 1, { type: 'prose', body: 'Before.' });
    expect(writeNotebook(before)).toContain('Before.\n\n<!-- lift:md text1 -->\n# Title\n\n');
  });

  it('keeps the place of prose that is still empty by a marker', () => {
    const file = writeNotebook(insertCell(parse(METRIC), 1, { type: 'prose', body: '' }));
    expect(parse(file).cells.map(({ type, body }) => [type, body.trim()])).toEqual([
      ['metric', expect.any(String)],
      ['prose', ''],
    ]);
  });

  it('closes a fence that was open to the end of the file', () => {
    const edited = insertCell(parse('```js lift:transform t\nx'), 1, { type: 'prose', body: 'Y.' });
    expect(writeNotebook(edited)).toBe('```js lift:transform t\nx\n```\n\nY.\n');
  });

  it.each([
    ['a-b', 'bad-id'],
    ['class', 'reserved-id'],
    ['m', 'name-taken'],
  ])('refuses the name %s', (id, code) => {
    expect(() => insertCell(parse(TEXT), 1, { type: 'metric', id })).toThrow(code);
  });
});

describe('removeCells, moveCell', () => {
  it('keep prose apart that a removed cell parted', () => {
    const edited = removeCells(parse(`A.\n\n${METRIC}\n\nB.\n`), new Set(['m']));
    expect(writeNotebook(edited)).toBe('A.\n\n<!-- lift:md text2 -->\nB.\n');
  });

  it('leave no blank lines at the end', () => {
    expect(writeNotebook(removeCells(parse(TEXT), new Set(['m'])))).toBe(
      `${HEADER}\n\n# Title\n\n${EVENTS}\n`,
    );
  });

  it('move a cell to where so many stand before it, and back', () => {
    const moved = moveCell(parse(TEXT), 'm', 1);
    expect(moved.cells.map(({ id }) => id)).toEqual(['lift:notebook', 'm', 'text1', 'events']);
    expect(writeNotebook(moved)).toBe(`${HEADER}\n\n${METRIC}\n\n# Title\n\n${EVENTS}\n`);
    expect(moveCell(moved, 'm', 3).cells.map(({ id }) => id)).toEqual(
      parse(TEXT).cells.map(({ id }) => id),
    );
  });

  it('know the names of prose without a marker after it moved', () => {
    const notebook = parse(`A.\n\n${METRIC}\n\nB.\n`);
    expect(moveCell(notebook, 'text2', 0).cells.map(({ id, body }) => [id, body])).toEqual([
      ['text2', 'B.'],
      ['text1', 'A.'],
      ['m', '{ "value": 1 }'],
    ]);
  });
});

describe('setHeader(notebook, patch)', () => {
  it('sets, changes and removes keys in the order of the header', () => {
    const titled = setHeader(parse(TEXT), { run: 'lazy', title: 'T' });
    expect(titled.cells[0]!.body).toBe('{ "liftbook": 1, "title": "T", "run": "lazy" }');
    expect(titled.header).toMatchObject({ title: 'T', run: 'lazy' });
    expect(writeNotebook(setHeader(titled, { run: undefined, title: undefined }))).toBe(TEXT);
  });

  it('gives a notebook without a header one', () => {
    const edited = setHeader(parse('Text.\n'), { timezone: 'Asia/Shanghai' });
    expect(writeNotebook(edited)).toBe(
      '```json lift:notebook\n{ "liftbook": 1, "timezone": "Asia/Shanghai" }\n```\n\nText.\n',
    );
    expect(edited.warnings).toEqual([]);
  });

  it('does not write over a header that cannot be read', () => {
    const broken = parse('```json lift:notebook\n{ "title": "mine", }\n```\n');
    expect(() => setHeader(broken, { title: 'T' })).toThrow('json-trailing-comma');
  });
});

describe('setAttributes, setCanonical, resolveConflict, freshId', () => {
  it('write attributes so that they can be read again', () => {
    const attributes = { width: '6', title: 'a ` b --> "c"', empty: '' };
    for (const id of ['m', 'text1']) {
      const edited = setAttributes(parse(TEXT), id, attributes);
      expect(edited.cells.find((cell) => cell.id === id)).toMatchObject({ attributes });
      expect(edited.problems).toEqual([]);
    }
  });

  it('make one cell canonical', () => {
    expect(writeNotebook(setCanonical(parse(TEXT), 'events'))).toBe(
      TEXT.replace(EVENTS, '```json lift:source events\n{ "file": "a.csv" }\n```'),
    );
  });

  it('resolve a conflict to either side, or both', () => {
    const notebook = parse('A.\n<<<<<<< x\nOurs.\n=======\nTheirs.\n>>>>>>> y\nB.\n');
    const bodies = (keep: 'ours' | 'theirs' | 'both') =>
      resolveConflict(notebook, 'conflict1', keep).cells.map(({ body }) => body);
    expect(bodies('ours')).toEqual(['A.', 'Ours.', 'B.']);
    expect(bodies('theirs')).toEqual(['A.', 'Theirs.', 'B.']);
    expect(bodies('both')).toEqual(['A.', 'Ours.\n\nTheirs.', 'B.']);
  });

  it('find a name that is free', () => {
    expect(freshId(parse(TEXT), 'm')).toBe('m2');
    expect(freshId(parse(TEXT), 'text1')).toBe('text2');
    expect(freshId(parse(TEXT), 'my data')).toBe('my_data');
    expect(freshId(parse(TEXT), 'class')).toBe('class2');
  });
});

describe('a notebook of a newer version', () => {
  it('cannot be edited', () => {
    const notebook = parse('```json lift:notebook\n{ "liftbook": 2 }\n```\n\nText.\n');
    for (const edit of [
      () => insertCell(notebook, 0, { type: 'prose', body: 'x' }),
      () => removeCells(notebook, new Set(['text1'])),
      () => moveCell(notebook, 'text1', 0),
      () => setBody(notebook, 'text1', 'x'),
      () => setHeader(notebook, { title: 'x' }),
    ]) {
      expect(edit).toThrow('newer-version');
    }
  });
});

type Edit = (notebook: Notebook) => Notebook;

const pick = (notebook: Notebook, at: number) => notebook.cells[at % notebook.cells.length];
const body = fc.constantFrom(
  '',
  '{ "a": 1 }',
  'Text.',
  '# T\n\nx',
  '```js\nx',
  'a ``` b',
  '<<<<<<< x',
  '=======',
  '- ```\n  x',
  '<!-- lift:md z -->\nz',
  '\n\nx\n\n',
  '```json lift:metric q\n{}\n```',
);
const type = fc.constantFrom('prose', 'metric', 'transform', 'analysis');

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(20), type, body).map(
    ([index, type, body]): Edit =>
      (notebook) =>
        insertCell(notebook, index, { type, body } as Parameters<typeof insertCell>[2]),
  ),
  fc.nat(20).map((at): Edit => (notebook) => {
    const cell = pick(notebook, at);
    return cell ? removeCells(notebook, new Set([cell.id])) : notebook;
  }),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([at, to]): Edit => (notebook) => {
    const cell = pick(notebook, at);
    return cell ? moveCell(notebook, cell.id, to) : notebook;
  }),
  fc.tuple(fc.nat(20), body).map(([at, text]): Edit => (notebook) => {
    const cell = pick(notebook, at);
    return cell && cell.type !== 'conflict' ? setBody(notebook, cell.id, text) : notebook;
  }),
  fc.nat(20).map((at): Edit => (notebook) => {
    const cell = pick(notebook, at);
    return cell ? setCanonical(notebook, cell.id) : notebook;
  }),
);

describe('any edits, one after another', () => {
  it('give the document that its own text gives, but for names in memory', () => {
    fc.assert(
      fc.property(anyNotebook, fc.array(anyEdit, { maxLength: 6 }), (text, edits) => {
        let notebook = parse(text);
        for (const edit of edits) {
          if (notebook.newer !== null) return;
          notebook = edit(notebook);
          expect(withoutNames(notebook)).toEqual(withoutNames(parse(writeNotebook(notebook))));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep every cell that they do not touch', () => {
    fc.assert(
      fc.property(fc.nat(3), body, (at, text) => {
        const notebook = parse(TEXT);
        const cell = pick(notebook, at)!;
        const edited = setBody(notebook, cell.id, text);
        for (const other of notebook.cells) {
          if (other !== cell) expect(edited.cells.map(({ raw }) => raw)).toContain(other.raw);
        }
      }),
    );
  });

  it('leave a canonical file canonical when what they insert is', () => {
    const canonical = formatNotebook(parse(TEXT));
    const spec = fc.constantFrom(
      { type: 'prose', body: 'Text.' } as const,
      { type: 'transform', body: 'x' } as const,
      { type: 'metric', json: { value: 1 } } as const,
    );
    const steps = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.option(spec)), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (made) => {
        let notebook = parse(canonical);
        for (const [at, to, spec] of made) {
          notebook = spec
            ? insertCell(notebook, at, spec)
            : moveCell(notebook, pick(notebook, at)!.id, to);
        }
        expect(writeNotebook(notebook)).toBe(formatNotebook(notebook));
      }),
    );
  });
});

/** What of a notebook comes from its text. */
function withoutNames({ cells, header, newer }: Notebook) {
  return {
    header,
    newer,
    cells: cells.map(
      ({ type, written, raw, after, line, bodyLine, body, attributes, open, problems }) => ({
        type,
        written,
        raw,
        after,
        line,
        bodyLine,
        body,
        attributes,
        open,
        codes: problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`),
      }),
    ),
  };
}
