import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { Problem } from '../../src/base/problem';
import { parseJson, placeOf } from '../../src/notebook/json-source';

const problemOf = (text: string): Problem => {
  try {
    parseJson(text, { file: 'a.lift.md', line: 10, cell: 'c' });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
};

describe('parseJson(text)', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses, and reads what it reads but for a key given twice', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b',
      '1',
      '-',
      '.5',
      '1e9',
      'null',
      'tru',
      ' ',
      '\n',
      '\\',
      "'",
      '/',
      '/*',
      '\t',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const builtIn = outcome(() => JSON.parse(text) as Json);
        const own = outcome(() => parseJson(text).value);
        if (own === 'json-duplicate-key') return;
        if (builtIn === 'refused') expect(own).toMatch(/^json-/);
        else expect(own).toEqual(builtIn);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the order of keys that look like numbers', () => {
    const { root } = parseJson('{ "10": 1, "2": 2 }');
    expect(root.kind === 'object' && root.members.map(({ key }) => key)).toEqual(['10', '2']);
  });

  it('reads a key that means something in JavaScript as any other', () => {
    const value = parseJson('{ "__proto__": 1 }').value as object;
    expect(Object.hasOwn(value, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    ['', 'json-unexpected', '', 10, 1],
    ['{ "a": 1,\n  b: 2 }', 'json-quotes', 'b', 11, 3],
    ["{ 'a': 1 }", 'json-quotes', "'", 10, 3],
    ['{ "a": 1, }', 'json-trailing-comma', '}', 10, 11],
    ['[1, 2,\n]', 'json-trailing-comma', ']', 11, 1],
    ['{ "a" 1 }', 'json-unexpected', '1', 10, 7],
    ['{ "a": 1 "b": 2 }', 'json-unexpected', '"b"', 10, 10],
    ['[1 2]', 'json-unexpected', '2', 10, 4],
    ['{} x', 'json-unexpected', 'x', 10, 4],
    ['{ "a": }', 'json-unexpected', '}', 10, 8],
    ['{ "a": yes }', 'json-quotes', 'yes', 10, 8],
    ['{ // a\n}', 'json-comment', '/', 10, 3],
    ['{ "a": 1, "a": 2 }', 'json-duplicate-key', '"a"', 10, 11],
    ['[01]', 'json-number', '01', 10, 2],
    ['[.5]', 'json-number', '.5', 10, 2],
    ['[1.]', 'json-number', '1.', 10, 2],
    ['[+1]', 'json-number', '+1', 10, 2],
    ['[NaN]', 'json-number', 'NaN', 10, 2],
    ['[1e999]', 'json-number', '1e999', 10, 2],
    ['["a\n"]', 'json-unclosed-text', '"a', 10, 2],
    ['["a', 'json-unclosed-text', '"a', 10, 2],
    ['["\\x"]', 'json-escape', '\\x', 10, 3],
    ['["a\tb"]', 'json-control', 'U+0009', 10, 4],
    ['[\u00a01]', 'json-unexpected', 'U+00A0', 10, 2],
  ])('locates what is wrong in %j: %s', (text, code, found, line, column) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ code, at: { file: 'a.lift.md', cell: 'c', line, column } });
    expect(problem.args['found']).toBe(found);
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(problemOf('['.repeat(100_000)).code).toBe('json-too-deep');
    expect(() => parseJson('['.repeat(100) + ']'.repeat(100))).not.toThrow();
  });
});

describe('placeOf(source, path)', () => {
  const source = parseJson('{\n  "metrics": [\n    { "event": "buy" }\n  ]\n}', {
    line: 6,
    cell: 'ab',
  });

  it('gives line, column and path of a value, or of its key', () => {
    expect(placeOf(source, ['metrics', 0, 'event'])).toEqual({
      cell: 'ab',
      line: 8,
      column: 16,
      path: 'metrics[0].event',
    });
    expect(placeOf(source, ['metrics', 0, 'event'], 'key')).toMatchObject({ line: 8, column: 7 });
  });

  it('gives the innermost part around what is not there', () => {
    expect(placeOf(source, ['metrics', 0, 'window'])).toMatchObject({ line: 8, column: 5 });
    expect(placeOf(source, ['alpha'])).toMatchObject({ line: 6, column: 1, path: 'alpha' });
  });
});

function outcome(read: () => Json): Json {
  try {
    return read();
  } catch (error) {
    return error instanceof Problem ? error.code : 'refused';
  }
}
