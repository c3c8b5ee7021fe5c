import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_NUMBER, ONLY_TEXT, readNumber } from '../../src/data/number-bytes';

/** The number at the start of `text` and the number of characters it takes, or why there is none. */
function readFrom(text: string): number | { value: number; length: number } {
  const bytes = new TextEncoder().encode(text);
  const values = new Float64Array(1);
  const end = readNumber(bytes, 0, bytes.length, values, 0);
  return end < 0 ? end : { value: values[0]!, length: end };
}

describe('readNumber()', () => {
  it('reads every number that JavaScript prints, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = String(number);
        // Integers beyond 2^53 stay text.
        fc.pre(!/^-?\d+$/.test(text) || Number.isSafeInteger(number));
        const read = readFrom(text);
        expect(read).toEqual({ value: Object.is(number, -0) ? 0 : number, length: text.length });
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds decimals of any length as Number does', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 25n }), fc.integer({ min: 1, max: 30 }))
      .map(([digits, places]) => {
        const all = String(digits).padStart(places + 1, '0');
        return `${all.slice(0, -places)}.${all.slice(-places)}`;
      });
    fc.assert(
      fc.property(decimal, (text) => {
        expect(readFrom(text)).toEqual({ value: Number(text), length: text.length });
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['007', '00', '-01', '+5', '+49151', '9007199254740992', '123456789012345678901'])(
    'leaves %s to text, which keeps its digits',
    (text) => expect(readFrom(text)).toBe(ONLY_TEXT),
  );

  it.each(['', '-', '.', 'e5', 'abc', '$5', '+'])('finds no number in “%s”', (text) =>
    expect(readFrom(text)).toBe(NO_NUMBER),
  );

  it.each([
    ['12,5', 12, 2],
    ['0.5x', 0.5, 3],
    ['5.', 5, 2],
    ['.5', 0.5, 2],
    ['1e3,', 1000, 3],
    ['1.2.3', 1.2, 3],
    ['9007199254740991', 9007199254740991, 16],
  ])('reads %s up to where the number ends', (text, value, length) =>
    expect(readFrom(text)).toEqual({ value, length }),
  );
});
