import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from '../../src/workbench/palette/match';

describe('match', () => {
  it('finds letters in their order, whatever their case', () => {
    expect(match('sas', 'Save as…')).not.toBeNull();
    expect(match('xyz', 'Save as…')).toBeNull();
    expect(match('evas', 'Save as…')).toBeNull();
  });

  it('says which letters it found, together where they stand together', () => {
    expect(match('save', 'Save as…')?.ranges).toEqual([[0, 4]]);
    expect(match('np', 'Next problem')?.ranges).toEqual([
      [0, 1],
      [5, 6],
    ]);
  });

  it('prefers a whole word to letters here and there, and the start of words to their middle', () => {
    const score = (query: string, text: string) => match(query, text)!.score;
    expect(score('log', 'Log')).toBeGreaterThan(score('log', 'Close the tab, go'));
    expect(score('np', 'Next problem')).toBeGreaterThan(score('np', 'Panel up'));
    expect(score('run', 'Run all')).toBeGreaterThan(score('run', 'Cancel the run'));
  });

  it('matches everything when nothing is asked', () => {
    expect(match('', 'Anything')).toEqual({ score: 0, ranges: [] });
  });

  it('gives ranges that spell the query', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '-') });
    fc.assert(
      fc.property(word, word, (query, text) => {
        const found = match(query, text);
        if (!found) return;
        const spelt = found.ranges.map(([from, to]) => text.slice(from, to)).join('');
        expect(spelt.replace(/\s/g, '')).toBe(query.replace(/\s/g, ''));
      }),
    );
  });
});
