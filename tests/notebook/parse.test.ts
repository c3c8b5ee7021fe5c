import { describe, expect, it } from 'vitest';
import { type Cell, type Notebook, cellAt } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { writeNotebook } from '../../src/notebook/write';

const HEADER = '```json lift:notebook\n{ "liftbook": 1 }\n```\n\n';

function parse(text: string): Notebook {
  const notebook = parseNotebook(text, 'test.lift.md');
  expect(writeNotebook(notebook)).toBe(text);
  return notebook;
}

/** The cells behind a header that is put in front, so that lines count from 5. */
function cells(text: string): readonly Cell[] {
  return parse(HEADER + text).cells.slice(1);
}

function codes(text: string): readonly string[] {
  return parse(HEADER + text).problems.map(({ code }) => code);
}

describe('rule 1: the header', () => {
  it('is the first lift:notebook fence, which prose may precede', () => {
    const notebook = parse(
      '# Title\n\n```json lift:notebook\n{ "liftbook": 1, "title": "Checkout", "weekStart": "sunday" }\n```\n',
    );
    expect(notebook.header).toMatchObject({ liftbook: 1, title: 'Checkout', weekStart: 'sunday' });
    expect(notebook.cells.map(({ type }) => type)).toEqual(['prose', 'header']);
    expect(notebook.warnings).toEqual([]);
  });

  it('has defaults: UTC, weeks from Monday, cells run by themselves', () => {
    expect(parse(HEADER).header).toEqual({
      liftbook: 1,
      title: null,
      timezone: 'UTC',
      weekStart: 'monday',
      locale: null,
      run: 'auto',
      present: null,
      plan: null,
      smallestGroup: 10,
    });
  });

  it('may be missing: version 1 and a warning, no problem', () => {
    const notebook = parse('Just text.\n');
    expect(notebook.header.liftbook).toBe(1);
    expect(notebook.warnings.map(({ code }) => code)).toEqual(['no-header']);
    expect(notebook.problems).toEqual([]);
  });

  it('is not missing when it stands in a conflict', () => {
    const conflict = '<<<<<<< a\n' + HEADER + '=======\n' + HEADER + '>>>>>>> b\n';
    expect(parse(conflict).warnings).toEqual([]);
  });

  it('is there once: another one is kept with a problem that names the first', () => {
    const notebook = parse(HEADER + HEADER);
    expect(notebook.cells.map(({ type }) => type)).toEqual(['header', 'unknown']);
    expect(notebook.problems).toMatchObject([
      { code: 'second-of-its-kind', args: { type: 'notebook', line: 1 }, at: { line: 5 } },
    ]);
  });

  it.each(['"1"', '0', '1.5', 'null'])('refuses %s as a version', (version) => {
    const { problems } = parse(`\`\`\`json lift:notebook\n{ "liftbook": ${version} }\n\`\`\`\n`);
    expect(problems).toMatchObject([
      { code: 'bad-version', args: { found: version }, at: { line: 2, column: 15 } },
    ]);
  });

  it('has to say its version', () => {
    const { problems } = parse('```json lift:notebook\n{ "title": "x" }\n```\n');
    expect(problems).toMatchObject([{ code: 'bad-version', args: { found: null } }]);
  });
});

describe('rule 2: a cell is a fence', () => {
  it('whose info string gives its type, its id and its attributes', () => {
    const [cell] = cells('```json lift:source events width=6 title="A \\"b\\""\n{ "a": 1 }\n```\n');
    expect(cell).toMatchObject({
      type: 'source',
      id: 'events',
      attributes: { width: '6', title: 'A "b"' },
      body: '{ "a": 1 }',
      raw: '```json lift:source events width=6 title="A \\"b\\""\n{ "a": 1 }\n```',
      line: 5,
      bodyLine: 6,
      json: { value: { a: 1 } },
      problems: [],
    });
  });

  it('that holds shorter runs of back-ticks', () => {
    const body = 'const text = `\n```\n`;';
    const [cell] = cells('````js lift:transform t\n' + body + '\n````\n');
    expect(cell).toMatchObject({ type: 'transform', body });
  });

  it('of tildes or back-ticks, with up to three spaces before it', () => {
    expect(cells('  ~~~json lift:metric m\n{}\n  ~~~~\n')[0]).toMatchObject({
      id: 'm',
      body: '{}',
    });
    expect(cells('    ```json lift:metric m\n    {}\n    ```\n')[0]).toMatchObject({
      type: 'prose',
    });
  });

  it('that runs to the end when it is not closed, which is a problem at its first line', () => {
    const { cells, problems } = parse(HEADER + '```js lift:transform t\nx\n\n# Title\n\n');
    expect(cells[1]).toMatchObject({ id: 't', body: 'x\n\n# Title', after: '\n\n', open: '```' });
    expect(problems).toMatchObject([{ code: 'unclosed-fence', at: { line: 5, cell: 't' } }]);
  });

  it.each([
    ['my-cell', 'bad-id', 'my_cell'],
    ['2nd', 'bad-id', '_2nd'],
    ['class', 'reserved-id', 'class2'],
    ['aq', 'reserved-id', 'aq2'],
    ['op', 'reserved-id', 'op2'],
  ])('whose id is not %s', (id, code, proposal) => {
    expect(parse(HEADER + '```json lift:metric ' + id + '\n{}\n```\n').problems).toMatchObject([
      { code, args: { id, proposal }, at: { file: 'test.lift.md', line: 5, cell: id } },
    ]);
  });

  it('whose id may be any identifier of JavaScript', () => {
    expect(
      codes('```json lift:metric größe_2\n{}\n```\n\n```json lift:metric 销量\n{}\n```\n'),
    ).toEqual([]);
  });

  it('whose id no other cell has: each of them gets a problem that points at the other', () => {
    const metric = '```json lift:metric m\n{}\n```\n\n';
    const notebook = parse(HEADER + metric + metric);
    expect(notebook.cells.map(({ id }) => id)).toEqual(['lift:notebook', 'm', 'm2']);
    expect(notebook.problems).toMatchObject([
      {
        code: 'duplicate-id',
        args: { id: 'm', line: 9, proposal: 'm2' },
        at: { cell: 'm', line: 5 },
      },
      { code: 'duplicate-id', args: { id: 'm', line: 5 }, at: { cell: 'm2', line: 9 } },
    ]);
  });

  it('that has to have an id', () => {
    expect(parse(HEADER + '```json lift:metric\n{}\n```').problems).toMatchObject([
      { code: 'missing-id', args: { proposal: 'metric1' }, at: { line: 5, cell: 'metric1' } },
    ]);
  });

  it.each([
    ['stray', 27],
    ['a="b', 27],
    ['a="\\x"', 27],
  ])('whose first line may not hold %s', (stray, column) => {
    const { problems } = parse(HEADER + '```json lift:metric m k=v ' + stray + '\n{}\n```\n');
    expect(problems).toMatchObject([
      { code: 'bad-attribute', args: { found: stray }, at: { column } },
    ]);
  });

  it('written in the language of its type', () => {
    expect(codes('```js lift:metric m\n{}\n```\n')).toEqual(['wrong-language']);
    expect(codes('```json lift:transform t\n1\n```\n')).toEqual(['wrong-language']);
    expect(codes('```lift:metric m\n{}\n```\n')).toEqual(['wrong-language']);
  });
});

describe('rule 3: everything else is prose', () => {
  it('which starts anew at a marker', () => {
    const found = cells(
      'One.\n\n<!-- lift:md intro width=6 -->\nTwo.\n\nThree.\n\n<!-- lift:md end -->',
    );
    expect(found).toMatchObject([
      { type: 'prose', id: 'text1', written: null, body: 'One.', line: 5, bodyLine: 5 },
      {
        type: 'prose',
        id: 'intro',
        attributes: { width: '6' },
        body: 'Two.\n\nThree.',
        bodyLine: 8,
      },
      { type: 'prose', id: 'end', body: '' },
    ]);
  });

  it('which has ids in memory that no cell in the file has', () => {
    const text =
      'One.\n\n```json lift:metric text1\n{}\n```\n\nTwo.\n\n<!-- lift:md text3 -->\nThree.\n';
    expect(cells(text).map(({ id }) => id)).toEqual(['text2', 'text1', 'text4', 'text3']);
  });

  it('which is no cell where it is blank', () => {
    const metric = '```json lift:metric m\n{}\n```\n';
    expect(cells('\n \n' + metric + '\n\t\n').map(({ type }) => type)).toEqual(['metric']);
  });

  it('which keeps ordinary code, whatever the code holds', () => {
    const code = '````md\n```json lift:metric m\n{}\n```\n<!-- lift:md a -->\n````';
    expect(cells(code + '\n')).toMatchObject([{ type: 'prose', body: code }]);
  });

  it('which keeps code in a list, even where the list item ends without closing it', () => {
    const [prose, metric] = cells('- ```js\n  x\n\n```json lift:metric m\n{}\n```\n');
    expect(prose).toMatchObject({ body: '- ```js\n  x', open: null, problems: [] });
    expect(metric).toMatchObject({ id: 'm' });
  });

  it('which runs to the end behind code that is not closed, a problem at the line of that code', () => {
    const { cells, problems } = parse(HEADER + 'Text.\n\n```js\nx\n\n```json lift:metric m\n{}\n');
    expect(cells).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'unclosed-fence', at: { line: 7, cell: 'text1' } }]);
  });
});

describe('rule 4: the snapshot', () => {
  it('is the last lift:results block', () => {
    const results = '```json lift:results\n{ "engine": "1" }\n```\n';
    expect(cells(results)).toMatchObject([{ type: 'results', id: 'lift:results' }]);
    expect(cells(results + results)).toMatchObject([
      { type: 'unknown', problems: [{ code: 'second-of-its-kind', args: { line: 8 } }] },
      { type: 'results' },
    ]);
  });
});

describe('rule 5: the bytes', () => {
  it('of a byte order mark and of CRLF come back, and places are the same as without', () => {
    const text = HEADER + '```json lift:metric m\n{ "a": }\n```\n';
    const windows = parse('\uFEFF' + text.replaceAll('\n', '\r\n'));
    expect(windows).toMatchObject({ bom: true, lineEnd: '\r\n' });
    expect(windows.problems).toEqual(parse(text).problems);
    expect(cellAt(windows, 'm').body).toBe('{ "a": }');
  });
});

describe('rule 6: what is not understood', () => {
  it('of an unknown type is kept, with the nearest type', () => {
    const { cells, problems } = parse(HEADER + '```json lift:analisys ab\n{}\n```\n');
    expect(cells[1]).toMatchObject({ type: 'unknown', was: 'analisys', id: 'ab', body: '{}' });
    expect(problems).toMatchObject([
      {
        code: 'unknown-cell-type',
        args: { type: 'analisys', near: 'analysis' },
        at: { cell: 'ab' },
      },
    ]);
  });

  it('of a newer version is read only', () => {
    const notebook = parse('```json lift:notebook\n{ "liftbook": 2 }\n```\n');
    expect(notebook.newer).toBe(2);
    expect(notebook.problems).toMatchObject([
      { code: 'newer-version', args: { found: 2, known: 1 }, at: { line: 2, column: 15 } },
    ]);
  });

  it('between conflict markers becomes one cell with both sides', () => {
    const [before, conflict, after] = cells(
      'Before.\n<<<<<<< main\nOurs.\n||||||| base\nOld.\n=======\nTheirs.\nMore.\n>>>>>>> topic\nAfter.\n',
    );
    expect(before).toMatchObject({ type: 'prose', body: 'Before.' });
    expect(conflict).toMatchObject({
      type: 'conflict',
      id: 'conflict1',
      line: 6,
      ours: { label: 'main', text: 'Ours.', names: [] },
      theirs: { label: 'topic', text: 'Theirs.\nMore.', names: [] },
      problems: [{ code: 'conflict', args: { ours: 'main', theirs: 'topic' }, at: { line: 6 } }],
    });
    expect(after).toMatchObject({ type: 'prose', body: 'After.' });
  });

  it('between conflict markers inside a fence takes the whole fence, and nothing behind it', () => {
    const [conflict, metric] = cells(
      [
        '```json lift:analysis ab',
        '{',
        '<<<<<<< main',
        '  "alpha": 0.05',
        '=======',
        '  "alpha": 0.01',
        '>>>>>>> topic',
        '}',
        '```',
        '',
        '```json lift:metric m',
        '{}',
        '```',
        '',
      ].join('\n'),
    );
    expect(conflict).toMatchObject({
      type: 'conflict',
      line: 5,
      ours: { text: '```json lift:analysis ab\n{\n  "alpha": 0.05\n}\n```', names: ['ab'] },
      theirs: { text: '```json lift:analysis ab\n{\n  "alpha": 0.01\n}\n```', names: ['ab'] },
    });
    expect(metric).toMatchObject({ type: 'metric', id: 'm', problems: [] });
  });

  it('between conflict markers that share a closing fence with what follows is two whole cells', () => {
    const [conflict, prose] = cells(
      [
        '<<<<<<< main',
        '```json lift:metric a',
        '{}',
        '=======',
        '```json lift:metric b',
        '{}',
        '>>>>>>> topic',
        '```',
        '',
        'After.',
      ].join('\n'),
    );
    expect(conflict).toMatchObject({
      ours: { text: '```json lift:metric a\n{}\n```', names: ['a'] },
      theirs: { text: '```json lift:metric b\n{}\n```', names: ['b'] },
    });
    expect(prose).toMatchObject({ type: 'prose', body: 'After.' });
  });

  it('is text where a conflict marker stands alone', () => {
    expect(cells('<<<<<<< main\nText.\n')).toMatchObject([{ type: 'prose' }]);
    expect(cells('Title\n=======\n>>>>>>> quoted\n')).toMatchObject([{ type: 'prose' }]);
  });
});

describe('rule 7: problems', () => {
  it('of JSON are located in the file, and the other cells stay alive', () => {
    const broken = '```json lift:source events\n{\n  "file": "a.csv"\n  "rows": 3\n}\n```\n\n';
    const { cells, problems } = parse(HEADER + broken + '```json lift:metric m\n{}\n```\n');
    expect(problems).toMatchObject([
      {
        code: 'json-unexpected',
        args: { found: '"rows"', expected: 'comma-or-brace' },
        at: { file: 'test.lift.md', line: 8, column: 3, cell: 'events' },
      },
    ]);
    expect(cells[1]).toMatchObject({ json: null, body: '{\n  "file": "a.csv"\n  "rows": 3\n}' });
    expect(cells[2]).toMatchObject({ id: 'm', json: { value: {} }, problems: [] });
  });

  it('stand in the notebook in file order', () => {
    const one = '```json lift:metric m\n[]\n```\n\n';
    expect(codes(one + '```json lift:mystery x\n{}\n```\n')).toEqual([
      'json-not-object',
      'unknown-cell-type',
    ]);
  });

  it('name each of thousands of cells that all have one name', () => {
    const { cells } = parse(`${HEADER}${'<!-- lift:md a -->\n'.repeat(20_000)}`);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(20_001);
    expect(cells.at(-1)!.id).toBe('a20000');
  });
});
