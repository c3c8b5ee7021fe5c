import { describe, expect, it } from 'vitest';
import { movedReport } from '../../src/cli/moved-report';
import { english } from '../../src/locale/english';
import type { Moved } from '../../src/notebook/moved';

const AT = Date.UTC(2026, 2, 6);
const about = { at: AT, changed: [], all: false };

const move = (cell: string, name: string, was: Moved['was'], is: Moved['is']): Moved => ({
  path: [cell, name],
  was,
  is,
});

describe('movedReport()', () => {
  it('says the verdict first, then by cell what moved most', () => {
    const moved = [
      move('ab', 'slightly', 100, 101),
      move('ab', 'gone', 5, null),
      move('ab', 'decision', 'ship', 'do-not-ship'),
      move('way', 'half', 10, 5),
      move('ab', 'turned', 0.2, -0.2),
    ];
    expect(movedReport(moved, { ...about, changed: ['events'] }, english).split('\n')).toEqual([
      '5 figures moved since Mar 6, 2026.',
      'events: other data than the results were saved from.',
      'ab: 4 figures',
      '  ab.decision: "ship" → "do-not-ship"',
      '  ab.turned: 0.200 → −0.200',
      '  ab.slightly: 100 → 101',
      '  ab.gone: 5 → –',
      'way: one figure',
      '  way.half: 10 → 5',
      '',
    ]);
    expect(movedReport([], about, english)).toBe('The results are those of Mar 6, 2026.\n');
  });

  it('writes figures as the page does, and whole where they would read the same', () => {
    const moved = [
      move('ab', 'rate', 0.12345678901234567, 0.2234567890123456),
      move('ab', 'barely', 1234567.0001, 1234567.0002),
    ];
    const text = movedReport(moved, about, english);
    expect(text).toContain(`ab.rate: ${english.numbers.num(0.12345678901234567)} → `);
    expect(text).toContain('ab.barely: 1234567.0001 → 1234567.0002');
  });

  it('is a page at most, however many figures moved, and says how many more there are', () => {
    const few = Array.from({ length: 20 }, (_, i) => move('way', `n${i}`, 1, 2 + i));
    const many = Array.from({ length: 1_000 }, (_, i) => move('ab', `n${i}`, 1_000, 1_001 + i));
    const lines = movedReport([...many, ...few], about, english)
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe('1,020 figures moved since Mar 6, 2026.');
    expect(lines).toContain('way: 20 figures');
    expect(lines).toContain('  and 996 more');
    expect(lines.at(-1)).toBe('These moved most; --all lists every one.');
    expect(lines).toHaveLength(29);
    const all = movedReport([...many, ...few], { ...about, all: true }, english);
    expect(all.trimEnd().split('\n')).toHaveLength(1_023);
  });
});
