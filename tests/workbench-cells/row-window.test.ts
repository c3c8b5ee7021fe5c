import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersFor } from '../../src/locale/numbers';
import { rawText } from '../../src/workbench/cells/raw-text';
import { pagesOf, rowWindow, stepped } from '../../src/workbench/cells/row-window';

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

describe('stepped', () => {
  const size = { rows: 30, columns: 3 };

  it('goes one cell, one page, or to an end, and stays in the table', () => {
    expect(stepped('ArrowDown', { row: 4, column: 1 }, size, 11)).toEqual({ row: 5, column: 1 });
    expect(stepped('ArrowLeft', { row: 4, column: 0 }, size, 11)).toEqual({ row: 4, column: 0 });
    expect(stepped('PageDown', { row: 4, column: 1 }, size, 11)).toEqual({ row: 15, column: 1 });
    expect(stepped('End', { row: 4, column: 2 }, size, 11)).toEqual({ row: 29, column: 2 });
  });

  it('leaves other keys alone', () => {
    expect(stepped('Tab', { row: 4, column: 1 }, size, 11)).toBeNull();
  });
});

describe('rawText', () => {
  const en = numbersFor('en');
  const noon = Date.parse('2026-03-02T12:30:00Z');

  it('shows an instant with its time, and a midnight as its day', () => {
    expect(rawText(noon, 'date', en, 'UTC')).toMatch(/^Mar 2, 2026, 12:30\sPM$/);
    const midnight = Date.parse('2026-03-01T16:00:00Z');
    expect(rawText(midnight, 'date', en, 'Asia/Shanghai')).toBe('Mar 2, 2026');
  });

  it('shows numbers in full, ungrouped: they may be names', () => {
    expect(rawText(9999861, 'number', en, 'UTC')).toBe('9999861');
    expect(rawText(0.1, 'number', en, 'UTC')).toBe('0.1');
  });

  it('leaves everything else to the format', () => {
    expect(rawText(null, 'date', en, 'UTC')).toBe('–');
    expect(rawText('view', 'text', en, 'UTC')).toBe('view');
  });
});
