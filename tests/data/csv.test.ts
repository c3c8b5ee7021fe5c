import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, kinds, read, readCut, table } from './reading';

/** A second reader, simple enough to be seen to be right: one character after another into strings. */
function plainCsv(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'after' = 'start';
  const endCell = () => {
    record.push(cell);
    cell = '';
    state = 'start';
  };
  for (const char of `${text}\n`) {
    if (state === 'quoted') {
      if (char === '"') state = 'after';
      else cell += char;
    } else if (char === '"' && state === 'start') state = 'quoted';
    else if (char === '"' && state === 'after') {
      cell += '"';
      state = 'quoted';
    } else if (char === delimiter) endCell();
    else if (char === '\n' || char === '\r') {
      if (record.length > 0 || cell !== '' || state !== 'start') {
        endCell();
        records.push(record);
        record = [];
      }
    } else {
      cell += char;
      state = 'plain';
    }
  }
  return records;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

const DELIMITERS = [',', ';', '\t', '|'];
const delimiter = fc.constantFrom(...DELIMITERS);
const newline = fc.constantFrom('\n', '\r\n', '\r');

/** Texts that are nothing but text: no column of them can be taken for another kind. */
const text = fc
  .string({
    unit: fc.constantFrom('a', 'é', '漢', '😀', ' ', ',', ';', '\t', '|', '"', '\n', '\r', "'"),
  })
  .map((body) => `t${body}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6 });

/** As spreadsheets write it: whole seconds, no zone. */
function wallTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

const aTable = fc
  .record({
    number: fc.array(maybe(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })), { minLength: 1, maxLength: 30 }), // prettier-ignore
    seed: fc.infiniteStream(fc.nat()),
  })
  .chain(({ number }) => {
    const size = { minLength: number.length, maxLength: number.length };
    const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }); // prettier-ignore
    return fc.record({
      number: fc.constant(number),
      text: fc.array(maybe(text), size),
      flag: fc.array(maybe(fc.boolean()), size),
      time: fc.array(maybe(dates.map((date) => date.getTime())), size),
    });
  });

describe('readDataset() of delimited text', () => {
  it.each([
    ['sep=;\r\n', ';'],
    ['\uFEFFsep=|\n', '|'],
    ['"sep=,"\n', ','],
    ['SEP=\t\n', '\t'],
  ])('takes Excel’s first line %j for the delimiter, not for a record', async (line, mark) => {
    const dataset = await read(`${line}user${mark}note\nann${mark}"a,b;c|d"\nbob${mark}e\n`);
    expect(table(dataset)).toEqual({ user: ['ann', 'bob'], note: ['a,b;c|d', 'e'] });
  });

  it('counts the lines of a file whose first line tells the delimiter', async () => {
    const dataset = await read('sep=;\nuser;x\na;1\nb;2;3\n');
    expect(dataset.warnings).toMatchObject([{ code: 'ragged-rows', at: { line: 4 } }]);
  });

  it('passes over lines above the names that begin with #, and says so', async () => {
    const dataset = await read(
      '# exported by shop, 2026-03-01\n#\n#All rows\nuser,x\na,1\nb,2,3\n',
    );
    expect(table(dataset)).toMatchObject({ user: ['a', 'b'], x: [1, 2] });
    expect(dataset.warnings).toMatchObject([
      { code: 'comment-lines', args: { count: 3 }, at: { line: 1 } },
      { code: 'ragged-rows', at: { line: 6 } },
    ]);
  });

  it('takes a first line for names where only its first name begins with #', async () => {
    expect(table(await read('#user,x\na,1\n'))).toEqual({ '#user': ['a'], x: [1] });
    expect(table(await read('#tag\na\n'))).toEqual({ '#tag': ['a'] });
  });

  it('leaves a column whose name only begins like that', async () => {
    expect(table(await read('sep=x,b\n1,2\n'))).toEqual({ 'sep=x': [1], b: [2] });
  });

  it('gives back any table that was written, whatever the delimiter, the line ends and the quotes', async () => {
    await fc.assert(
      fc.asyncProperty(aTable, delimiter, newline, fc.boolean(), async (given, mark, end, all) => {
        const spelled = {
          wall: given.time.map((value) => (value === null ? '' : wallTime(value))),
          number: given.number.map((value) => (value === null ? '' : String(value))),
          text: given.text.map((value) => value ?? ''),
          flag: given.flag.map((value) => (value === null ? '' : String(value))),
          time: given.time.map((value) => (value === null ? '' : new Date(value).toISOString())),
        };
        const names = Object.keys(spelled) as (keyof typeof spelled)[];
        const needsQuotes = (cell: string) => all || /["\n\r,;\t|]/.test(cell);
        const write = (cell: string) => (needsQuotes(cell) ? quoted(cell) : cell);
        const lines = given.number.map((_, row) => names.map((name) => write(spelled[name][row]!)).join(mark)); // prettier-ignore
        const dataset = await read([names.join(mark), ...lines].join(end) + end);
        expect(dataset.rows).toBe(given.number.length);
        const found = table(dataset);
        for (const name of names) {
          const expected =
            name === 'wall'
              ? given.time.map((value) => (value === null ? null : Math.floor(value / 1000) * 1000))
              : given[name].map((value) => (Object.is(value, -0) ? 0 : value));
          expect(found[name], name).toEqual(expected);
        }
        expect(dataset.warnings).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same cells as a simple reader, of any text at all', async () => {
    const anything = fc.string({ unit: fc.constantFrom('a', 'b', '1', '"', ',', '\n', '\r', ' ') });
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const csv = `one,two,three\n${body}`;
        const expected = plainCsv(csv, ',').slice(1);
        const balanced = plainCsv(`${csv}\n"end"`, ',').at(-1)?.[0] === 'end';
        const dataset = await read(csv, { format: { delimiter: ',', header: true } }).catch((error: Error) => error.message); // prettier-ignore
        if (!balanced) {
          expect(dataset).toBe('unterminated-quote');
          return;
        }
        if (typeof dataset === 'string') throw new Error(dataset);
        expect(dataset.rows).toBe(expected.length);
        for (const [k, column] of dataset.columns.entries()) {
          const texts = expected.map((record) => record[k] ?? '');
          const found = cells(column).map((cell) => cell ?? '');
          if (column.kind === 'text') expect(found).toEqual(texts);
          else expect(found).toEqual(texts.map((cell) => (cell.trim() === '' ? '' : Number(cell))));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on where the file is cut into chunks', async () => {
    const csv = [
      'id;note;when;amount;ok',
      ...Array.from({ length: 40 }, (_, k) => `u${k % 7};"a ""${k}""\r\nb";2026-03-${String((k % 28) + 1).padStart(2, '0')} 10:00;${k * 1.5};${k % 2 === 0}`), // prettier-ignore
      'u1;é漢😀;x;y;z',
      'short;"row"',
      'long;a;2026-03-01 10:00;1;true;7;8',
    ].join('\r\n');
    const whole = await readCut(csv, [1_000_000]);
    expect(whole.warnings.map(({ code }) => code)).toContain('ragged-rows');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
        async (sizes) => {
          expect(await readCut(csv, sizes)).toEqual(whole);
        },
      ),
      { numRuns: 100 },
    );
    expect(await readCut(csv, [1])).toEqual(whole);
  });

  it('tells the delimiter', async () => {
    for (const mark of DELIMITERS) {
      const dataset = await read(`a${mark}b\n1${mark}x\n2${mark}y\n`);
      expect(table(dataset)).toEqual({ a: [1, 2], b: ['x', 'y'] });
    }
    const commas = await read('user;text\n1;"a, b"\n2;c, d\n');
    expect(table(commas)).toEqual({ user: [1, 2], text: ['a, b', 'c, d'] });
  });

  it('reads UTF-16 and declared encodings', async () => {
    const csv = 'name,città\nañb,1\n漢,2\n';
    const expected = { name: ['añb', '漢'], città: [1, 2] };
    const little = new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'));
    const big = new Uint8Array(Buffer.from(little).swap16());
    expect(table(await read(little))).toEqual(expected);
    expect(table(await read(big))).toEqual(expected);
    expect(table(await read(little.subarray(2)))).toEqual(expected);
    expect(table(await read(`\ufeff${csv}`))).toEqual(expected);
    const latin = new Uint8Array(Buffer.from('name\na\xf1b\n', 'latin1'));
    expect(table(await read(latin, { format: { encoding: 'windows-1252' } }))).toEqual({ name: ['añb'] }); // prettier-ignore
    await expect(read(latin, { format: { encoding: 'klingon' } })).rejects.toThrow(
      'unknown-encoding',
    );
  });

  it('makes names unique and says so', async () => {
    const dataset = await read('a,,a, b ,a_2,__proto__\n1,2,3,4,5,6\n');
    const names = dataset.columns.map(({ name }) => name);
    expect(names).toEqual(['a', 'column2', 'a_3', 'b', 'a_2', '__proto__']);
    expect(dataset.warnings).toMatchObject([{ code: 'renamed-columns', args: { count: 2 } }]);
    expect(dataset.columns.map((column) => cells(column)[0])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('sees that a first line of values is no header, and can be told', async () => {
    const bare = await read('1,2026-03-01\n2,2026-03-02\n');
    expect(bare.rows).toBe(2);
    expect(bare.columns.map(({ name }) => name)).toEqual(['column1', 'column2']);
    expect(bare.warnings).toMatchObject([{ code: 'no-column-names', at: { line: 1 } }]);
    expect((await read('2019,2020\n1,2\n', { format: { header: true } })).rows).toBe(1);
    const named = await read('1,2\n3,4\n', { format: { names: ['x', 'y'] } });
    expect(table(named)).toEqual({ x: [1, 3], y: [2, 4] });
    expect(named.warnings).toEqual([]);
  });

  it('loads ragged rows and says how many there are and where the first is', async () => {
    const dataset = await read('a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,1,1,\n');
    expect(table(dataset)).toEqual({ a: [1, 4, 6, 1], b: [2, 5, 7, 1], c: [3, null, 8, 1] });
    expect(dataset.warnings).toEqual([
      { code: 'ragged-rows', args: { count: 2, short: 1, long: 1, found: 2, expected: 3 }, at: { file: 'table.csv', line: 3 } }, // prettier-ignore
    ]);
  });

  it('counts lines inside quoted cells and empty lines when it names a line', async () => {
    const dataset = await read('a,b\n"x\ny\r\nz",1\n\n\r\nw\n');
    expect(dataset.rows).toBe(2);
    expect(dataset.warnings).toMatchObject([{ code: 'ragged-rows', at: { line: 7 } }]);
  });

  it.each([
    ['', 'empty-file', undefined],
    ['\n\n\r\n', 'empty-file', undefined],
    ['a,b\n1,"2\n3,4\n', 'unterminated-quote', 2],
    ['"a,b\n1,2\n', 'unterminated-quote', 1],
  ])('refuses %j with %s', async (csv, code, line) => {
    const problem = await read(csv).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code, at: { file: 'table.csv', ...(line && { line }) } });
  });

  it('opens a file with a header alone as a table without rows', async () => {
    for (const csv of ['a,b', 'a,b\n', '\ufeffa,b\r\n']) {
      const dataset = await read(csv);
      expect(dataset.rows).toBe(0);
      expect(dataset.columns.map(({ name }) => name)).toEqual(['a', 'b']);
      expect(dataset.warnings.map(({ code }) => code)).toEqual(['no-rows']);
    }
  });

  it('names the line of NUL bytes and of bytes that are not UTF-8', async () => {
    const bytes = new Uint8Array(Buffer.from('a,b\nx,1\ny\0,2\n\xff\xfe,3\n', 'latin1'));
    const dataset = await read(bytes);
    expect(dataset.rows).toBe(3);
    expect(dataset.warnings).toMatchObject([
      { code: 'nul-bytes', at: { line: 3 } },
      { code: 'not-utf8', at: { line: 4 } },
    ]);
  });

  it('reads a hundred thousand columns', async () => {
    const count = 100_000;
    const names = Array.from({ length: count }, (_, k) => `c${k}`);
    const dataset = await read(`${names.join()}\n${names.map((_, k) => k).join()}\n`);
    expect(dataset.columns.length).toBe(count);
    expect(cells(dataset.columns[99_999]!)).toEqual([99_999]);
  });

  it('reads one very long line', async () => {
    const long = 'x'.repeat(10_000_000);
    const dataset = await read(`a,b\n${long},1\n${long}y,2`);
    expect(dataset.rows).toBe(2);
    expect(cells(dataset.columns[0]!).map((cell) => String(cell).length)).toEqual([10_000_000, 10_000_001]); // prettier-ignore
    expect(cells(dataset.columns[1]!)).toEqual([1, 2]);
  });
});

describe('the kinds of columns', () => {
  it('keep what follows a time apart from its seconds', async () => {
    const csv = 't,n,x\n2026-03-02 09:00:00,,a\n2026-03-02 09:00:01,99,b\n2026-03-02 09:00:02.5,5,c\n"2026-03-02 09:00:03,25",7,d\n'; // prettier-ignore
    const dataset = await read(csv);
    expect(dataset.warnings).toEqual([]);
    expect(table(dataset)).toEqual({
      t: [0, 1000, 2500, 3250].map((ms) => Date.parse('2026-03-02T09:00:00Z') + ms),
      n: [null, 99, 5, 7],
      x: ['a', 'b', 'c', 'd'],
    });
    const other = await read('t;n\n2026-03-02 09:00:03,25;7\n');
    expect(table(other)).toEqual({ t: [Date.parse('2026-03-02T09:00:03.250Z')], n: [7] });
  });

  it('are told from all cells', async () => {
    const dataset = await read('n,t,d,f,y,x\n1,2026-01-01T10:00,2026-01-01,TRUE,yes,a\n-2.5e3,2026-01-02 11:00:00Z,2026-01-02,False,No,2\n'); // prettier-ignore
    expect(kinds(dataset)).toEqual({ n: 'number', t: 'time', d: 'time', f: 'flag', y: 'flag', x: 'text' }); // prettier-ignore
    expect(dataset.columns.find(({ name }) => name === 'd')).toMatchObject({ dateOnly: true });
    expect(dataset.columns.find(({ name }) => name === 't')).toMatchObject({ dateOnly: false });
    expect(dataset.warnings).toMatchObject([{ code: 'mixed-zones', args: { column: 't' } }]);
  });

  it('leave digits alone that a number would not keep', async () => {
    const csv = 'zip,id,phone\n02134,9007199254740993,+491511\n10001,12,+44\n';
    expect(table(await read(csv))).toEqual({
      zip: ['02134', '10001'],
      id: ['9007199254740993', '12'],
      phone: ['+491511', '+44'],
    });
  });

  it('take NA and its like for missing among numbers, and for text among texts', async () => {
    const csv = 'n,region,when\nNA,NA,2026-01-01\n1,EU,\nnull,null,n/a\n-,NaN,\\N\n';
    const dataset = await read(csv);
    expect(table(dataset)).toEqual({
      n: [null, 1, null, null],
      region: ['NA', 'EU', null, 'NaN'],
      when: [Date.parse('2026-01-01'), null, null, null],
    });
    expect(dataset.columns.map(({ missing, unreadable }) => [missing, unreadable])).toEqual([[3, 0], [1, 0], [3, 0]]); // prettier-ignore
  });

  /** Rows of numbers with `others` put in at the end. */
  function column(count: number, others: readonly string[]): string {
    return `v\n${Array.from({ length: count }, (_, k) => k).join('\n')}\n${others.join('\n')}\n`;
  }

  it('keep numbers with a few unreadable cells, which are counted and located', async () => {
    const dataset = await read(column(1000, ['error', '#DIV/0!', 'error']));
    expect(dataset.columns[0]).toMatchObject({ kind: 'number', missing: 0, unreadable: 3 });
    expect(dataset.warnings).toEqual([
      { code: 'unreadable-cells', args: { column: 'v', kind: 'number', count: 3, found: ['error', '#DIV/0!'] }, at: { file: 'table.csv', line: 1002 } }, // prettier-ignore
    ]);
  });

  it('become text with the original spelling when others turn up late, however late', async () => {
    const count = 150_000;
    const names = ['1.50', 'ann', 'bob', 'cy', 'dee', 'eve', 'flo'];
    const dataset = await read(column(count, names));
    expect(dataset.columns[0]).toMatchObject({ kind: 'text', missing: 0 });
    const found = cells(dataset.columns[0]!);
    expect(found.slice(0, 3)).toEqual(['0', '1', '2']);
    expect(found.slice(-names.length)).toEqual(names);
    expect(dataset.warnings).toMatchObject([
      { code: 'mixed-column', args: { column: 'v', kind: 'number', found: 'ann' }, at: { line: count + 3 } }, // prettier-ignore
    ]);
  });

  it('do not depend on the order of the rows', async () => {
    const cell = fc.constantFrom('1', '2.5', 'x', 'y', '2026-01-01', 'true', 'no', '', 'NA', '007');
    const rows = fc
      .array(cell, { minLength: 1, maxLength: 12 })
      .chain((cells) => fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length }))); // prettier-ignore
    const written = (cells: string[]) => `v,w\n${cells.map((cell) => `${cell},\n`).join('')}`;
    const filler = Array.from({ length: 1500 }, () => '1');
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async ([one, other], long) => {
        const first = await read(written([...one, ...(long ? filler : [])]));
        const second = await read(written([...(long ? filler : []), ...other]));
        expect(kinds(first)).toEqual(kinds(second));
        expect(cells(first.columns[0]!).map(String).sort()).toEqual(cells(second.columns[0]!).map(String).sort()); // prettier-ignore
      }),
      { numRuns: 150 },
    );
  });

  it('are numbers where thousands, decimals and money can be read in one way only', async () => {
    const csv = 'a;b;c;d\n337,300.00;€ 12.50;1.234,5;(12.00)\n12.5;$3;-0,25;USD 1,234\n';
    expect(table(await read(csv))).toEqual({
      a: [337_300, 12.5],
      b: [12.5, 3],
      c: [1234.5, -0.25],
      d: [-12, 1234],
    });
  });

  it('stay text where a comma may be either, until it is said which', async () => {
    const csv = 'v;w\n1,234;a\n5,678;b\n';
    const dataset = await read(csv);
    expect(table(dataset).v).toEqual(['1,234', '5,678']);
    expect(dataset.warnings).toMatchObject([{ code: 'ambiguous-numbers', args: { column: 'v', found: '1,234' }, at: { line: 2 } }]); // prettier-ignore
    expect(table(await read(csv, { format: { decimal: ',' } })).v).toEqual([1.234, 5.678]);
    expect(table(await read(csv, { format: { decimal: '.' } })).v).toEqual([1234, 5678]);
  });

  it('are dates where day and month can be read in one order only', async () => {
    const march = Date.parse('2026-03-04');
    const dmy = await read('d,x\n04/03/2026,1\n31/12/2025,2\n');
    expect(table(dmy).d).toEqual([march, Date.parse('2025-12-31')]);
    const mdy = await read('d,x\n3/4/2026 2:05 PM,1\n12/31/2025 12:00 AM,2\n');
    expect(table(mdy).d).toEqual([Date.parse('2026-03-04T14:05Z'), Date.parse('2025-12-31')]);
    const unclear = await read('d,x\n04/03/2026,1\n03/05/2026,2\n');
    expect(table(unclear).d).toEqual(['04/03/2026', '03/05/2026']);
    expect(unclear.warnings).toMatchObject([{ code: 'ambiguous-dates', at: { line: 2 } }]);
    const told = await read('d,x\n04.03.2026,1\n', { format: { dates: 'dmy' } });
    expect(table(told).d).toEqual([march]);
  });

  it('are times where a column named like one counts seconds or parts of them since 1970', async () => {
    const ms = Date.parse('2026-03-02T09:00:00.123Z');
    const csv = `ts,event_time,createdAt,updated_at,amount\n${Math.floor(ms / 1000)},${ms},${ms}456,${ms}456789,${ms}\n`;
    const { ts, event_time, createdAt, updated_at, amount } = table(await read(csv));
    expect(ts).toEqual([Math.floor(ms / 1000) * 1000]);
    expect(event_time).toEqual([ms]);
    expect(createdAt?.[0]).toBeCloseTo(ms + 0.456, 3);
    expect(updated_at?.[0]).toBeCloseTo(ms + 0.457, 3);
    expect(amount).toEqual([ms]);
  });

  it('are local dates on the clock of the time zone', async () => {
    const dataset = await read('d,t\n2026-07-01,2026-07-01 12:00\n', {
      timezone: 'America/New_York',
    });
    expect(table(dataset)).toEqual({
      d: [Date.parse('2026-07-01T04:00Z')],
      t: [Date.parse('2026-07-01T16:00Z')],
    });
    await expect(read('a\nb\n', { timezone: 'Mars/Base' })).rejects.toThrow('not-a-time-zone');
  });
});
