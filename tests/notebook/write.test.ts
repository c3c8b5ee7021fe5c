import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { formatNotebook, writeNotebook } from '../../src/notebook/write';
import { anyNotebook } from './any-notebook';

const parse = (text: string) => parseNotebook(text, 'test.lift.md');
const format = (text: string) => formatNotebook(parse(text));

describe('writeNotebook(notebook)', () => {
  it('gives back any text that was parsed, character for character', () => {
    fc.assert(
      fc.property(anyNotebook, (text) => {
        expect(writeNotebook(parse(text))).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  it('gives back text that is no notebook at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(writeNotebook(parse(text))).toBe(text);
      }),
    );
  });
});

describe('formatNotebook(notebook)', () => {
  it('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(anyNotebook, (text) => {
        const once = format(text);
        expect(format(once)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every cell with its id, its attributes and its JSON', () => {
    fc.assert(
      fc.property(anyNotebook, (text) => {
        expect(content(format(text))).toEqual(content(text));
      }),
      { numRuns: 400 },
    );
  });
});

function content(text: string) {
  return parse(text).cells.map((cell) => {
    const { id, type, attributes } = cell;
    const json = 'json' in cell ? (cell.json?.value ?? null) : undefined;
    return { id, type, attributes, json, codes: cell.problems.map(({ code }) => code) };
  });
}
