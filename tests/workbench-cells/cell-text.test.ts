import { describe, expect, it } from 'vitest';
import { numbersFor } from '../../src/locale/numbers';
import { cellText, formatOf } from '../../src/share/cell-text';
import { membersCsv } from '../../src/share/members-csv';
import { unbroken } from '../../src/share/unbroken';

const en = numbersFor('en');

describe('cellText', () => {
  it.each([
    [48220, 'count', '48,220'],
    [0.05024, 'rate', '5.02 %'],
    [0.448188, 'rate', '44.82 %'],
    [0.00004, 'rate', '0.0040 %'],
    [0, 'rate', '0.00 %'],
    [-0.0082013, 'points', '−0.820 pp'],
    [-0.0132828, 'points', '−1.328 pp'],
    [0.1066, 'lift', '+10.7 %'],
    [0.07, 'signed', '+0.0700'],
    [0.00155, 'p', '0.00155'],
    [90_000, 'duration', '1.5 min'],
    ['purchase', 'text', 'purchase'],
    [7, 'text', '7'],
  ] as const)('writes %s as %s: %s', (value, format, text) => {
    expect(cellText(value, format, en)).toBe(text);
  });

  it('shows a dash where there is no number', () => {
    expect(cellText(null, 'rate', en)).toBe('–');
    expect(cellText(undefined, 'count', en)).toBe('–');
  });

  it('signs changes of money, with the typographic minus', () => {
    expect(cellText(2.31, 'money-change', en, { unit: 'EUR' })).toBe('+€2.31');
    expect(cellText(-2.31, 'money-change', en, { unit: 'EUR' })).toBe('−€2.31');
    expect(cellText(0, 'money-change', en, { unit: 'EUR' })).toBe('€0.00');
    expect(cellText(230.5, 'money-change', en, { unit: 'ms' })).toBe('+230.50 ms');
    expect(cellText(2.31, 'money-change', en)).toBe('+2.31');
    expect(cellText(-1234.5, 'money', en, { unit: 'EUR' })).toBe('−€1,235');
  });

  it('writes amounts below a tenth with the digits that tell them from nothing', () => {
    expect(cellText(0.0123, 'money', en, { unit: 'EUR' })).toBe('€0.012');
    expect(cellText(0.31, 'money', en, { unit: 'EUR' })).toBe('€0.31');
  });

  it('gives money the unit of its row', () => {
    expect(cellText(2.14, 'money', en, { unit: 'EUR' })).toBe('€2.14');
    expect(cellText(2.14, 'money', en, { unit: 'points' })).toBe('2.14 points');
    expect(cellText(2.14, 'money', en)).toBe('2.14');
  });

  it('keeps a day without a time on its day, in every zone', () => {
    expect(cellText('2026-03-02', 'date', en, { zone: 'Pacific/Apia' })).toBe('Mar 2, 2026');
    expect(cellText('2026-03-02', 'date', en, { zone: 'America/New_York' })).toBe('Mar 2, 2026');
  });

  it('shows an instant as the day it was in the notebook’s zone', () => {
    const instant = '2026-03-02T20:00:00Z';
    expect(cellText(instant, 'date', en, { zone: 'Asia/Shanghai' })).toBe('Mar 3, 2026');
  });

  it('leaves a date it cannot read as it is', () => {
    expect(cellText('week 9', 'date', en)).toBe('week 9');
  });
});

describe('formatOf', () => {
  it('lets each row say its own format', () => {
    const column = { key: 'value', title: 'Value', format: { by: 'format' } } as const;
    expect(formatOf(column, { value: 1, format: 'rate' })).toBe('rate');
    expect(formatOf(column, { value: 1, format: null })).toBe('text');
  });
});

describe('membersCsv', () => {
  it('writes a title and a line for each user', () => {
    expect(membersCsv('user_id', ['u1', 'u2'])).toBe('user_id\r\nu1\r\nu2\r\n');
  });

  it('quotes what CSV needs quoted', () => {
    expect(membersCsv('id', ['a,b', 'c"d'])).toBe('id\r\n"a,b"\r\n"c""d"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('keeps %s from running as a formula', (id) => {
    expect(membersCsv('id', [id])).toContain(`'${id}`);
  });
});

describe('unbroken', () => {
  it('keeps a unit on the line of its number, and leaves other words apart', () => {
    expect(unbroken('up 10.7 % (2.6 % to 19.4 %)')).toBe(
      'up 10.7\u00a0% (2.6\u00a0% to 19.4\u00a0%)',
    );
    expect(unbroken('0.5 pp, 3 ppm, 50 users')).toBe('0.5\u00a0pp, 3 ppm, 50 users');
  });
});
