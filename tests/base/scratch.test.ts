import { expect, test } from 'vitest';
import { scratchBytes, scratchIndexes, scratchNumbers, withScratch } from '../../src/base/scratch';

test('arrays of one piece of work never share memory, however deep it goes', () => {
  for (let run = 0; run < 3; ++run) {
    withScratch(() => {
      const outer = scratchNumbers(1_000).fill(1);
      const inner = withScratch(() => {
        const bytes = scratchBytes(13).fill(2);
        const indexes = scratchIndexes(77).fill(3);
        const numbers = scratchNumbers(500).fill(4);
        return [...bytes, ...indexes, ...numbers].reduce((a, b) => a + b, 0);
      });
      expect(inner).toBe(2 * 13 + 3 * 77 + 4 * 500);
      expect(outer.every((value) => value === 1)).toBe(true);
    });
  }
});

test('memory is taken again once the work is done', () => {
  const work = () => withScratch(() => scratchNumbers(20_000).buffer);
  work();
  expect(work()).toBe(work());
});

test('what fails gives its memory back too', () => {
  withScratch(() => scratchNumbers(40_000));
  const offset = () => withScratch(() => scratchNumbers(10).byteOffset);
  const before = offset();
  const failing = () => {
    scratchNumbers(3_000);
    throw new RangeError('no');
  };
  expect(() => withScratch(failing)).toThrow('no');
  expect(offset()).toBe(before);
});

test('outside of any work arrays are fresh and may be kept', () => {
  expect(scratchNumbers(3)).toEqual(new Float64Array(3));
  expect(scratchIndexes(3).buffer).not.toBe(scratchIndexes(3).buffer);
});
