import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf, rowWindow } from '../../src/workbench/cells/row-window';

describe('rowWindow', () => {
  it('holds the rows on screen and some on either side', () => {
    expect(rowWindow(240, 240, 24, 1000, 2)).toEqual({ from: 8, to: 22 });
  });

  it('never reaches outside the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 1e7 }), fc.nat(1e5), (top, total) => {
        const { from, to } = rowWindow(top, 300, 24, total, 6);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(total);
        expect(to - from).toBeLessThanOrEqual(26);
      }),
    );
  });
});

describe('pagesOf', () => {
  it('names each page that has a row in the window', () => {
    expect(pagesOf({ from: 0, to: 200 }, 200)).toEqual([0]);
    expect(pagesOf({ from: 190, to: 410 }, 200)).toEqual([0, 1, 2]);
  });

  it('names none for an empty window', () => {
    expect(pagesOf({ from: 5, to: 5 }, 200)).toEqual([]);
  });
});
