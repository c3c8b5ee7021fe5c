import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from '../../src/notebook/json-format';
import { parseJson } from '../../src/notebook/json-source';

const format = (text: string) => formatJson(parseJson(text).root);

describe('formatJson(tree)', () => {
  it('keeps the value, and changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const once = format(text);
        expect(JSON.parse(once)).toEqual(JSON.parse(text));
        expect(format(once)).toBe(once);
      }),
    );
  });

  it('puts an object on one line where it has at most 100 columns, comma included', () => {
    const fits = `{ "a": "${'x'.repeat(89)}" }`;
    expect(fits).toHaveLength(100);
    expect(format(fits)).toBe(fits);
    expect(format(fits.replace('x', 'xx'))).toBe(`{\n  "a": "${'x'.repeat(90)}"\n}`);
  });

  it('counts what stands before and behind on the line', () => {
    const inner = (length: number) => `{"k":{"a":"${'x'.repeat(length)}"},"l":1}`;
    expect(format(inner(81))).toBe(`{\n  "k": { "a": "${'x'.repeat(81)}" },\n  "l": 1\n}`);
    expect(format(inner(82))).toContain('"k": {\n    "a"');
  });

  it('prints numbers as JavaScript does, and keeps the order of keys', () => {
    expect(format('{"10":1.50,"2":1e3,"a":-0,"b":1E-9}')).toBe(
      '{ "10": 1.5, "2": 1000, "a": 0, "b": 1e-9 }',
    );
  });

  it('writes what is empty without a space', () => {
    expect(format('{"a":{},"b":[ ]}')).toBe('{ "a": {}, "b": [] }');
  });
});
