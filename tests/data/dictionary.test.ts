import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary, type Oddity } from '../../src/data/dictionary';

function codeOf(dictionary: Dictionary, text: string): number {
  const bytes = new TextEncoder().encode(`<${text}>`);
  return dictionary.code(bytes, 1, bytes.length - 1);
}

describe('Dictionary', () => {
  it('numbers texts as a Map does, NUL bytes, long texts and likenesses included', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '\0'), maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.nat({ max: 5000 }).map((n) => `user_with_a_long_name_${n}`),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
        const dictionary = new Dictionary();
        const expected = new Map<string, number>();
        for (const each of texts) {
          if (!expected.has(each)) expected.set(each, expected.size);
          expect(codeOf(dictionary, each)).toBe(expected.get(each));
        }
        expect(dictionary.values()).toEqual([...expected.keys()]);
      }),
    );
  });

  it('keeps a hundred thousand texts apart', () => {
    const dictionary = new Dictionary();
    for (let pass = 0; pass < 2; ++pass) {
      for (let n = 0; n < 100_000; ++n) {
        if (codeOf(dictionary, `u${n}`) !== n) throw new Error(`u${n} has another number`);
      }
    }
    expect(dictionary.values()[99_999]).toBe('u99999');
  });

  it('tells once of each text that is odd', () => {
    const odd: Oddity[] = [];
    const dictionary = new Dictionary((oddity) => odd.push(oddity));
    for (const bytes of [[0x61, 0], [0x61, 0], [0xff], [0xc3, 0xa9], [0xed, 0xa0, 0x80]]) {
      dictionary.code(Uint8Array.from(bytes), 0, bytes.length);
    }
    expect(odd).toEqual(['nul-bytes', 'not-utf8', 'not-utf8']);
  });
});
