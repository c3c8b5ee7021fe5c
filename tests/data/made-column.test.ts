import { describe, expect, it } from 'vitest';
import { madeColumn } from '../../src/data/made-column';

const column = (values: readonly unknown[], name = 'x') =>
  madeColumn(name, values, new Map([['ts', 'time'] as const]));

describe('madeColumn(name, values, times)', () => {
  it('keeps numbers, flags and texts, with what is missing', () => {
    expect(column([1, null, NaN, 4n])).toEqual({
      kind: 'number',
      values: Float64Array.of(1, NaN, NaN, 4),
    });
    expect(column([true, undefined, false])).toEqual({
      kind: 'flag',
      values: Int8Array.of(1, -1, 0),
    });
    expect(column(['b', null, 'a', 'b'])).toEqual({
      kind: 'text',
      values: ['b', 'a'],
      codes: Int32Array.of(0, -1, 1, 0),
    });
  });

  it('has no infinite numbers', () => {
    expect(column([1 / 0, -1 / 0, 2])).toEqual({
      kind: 'number',
      values: Float64Array.of(NaN, NaN, 2),
    });
  });

  it('knows times by their dates, by the column they come from, and by their name', () => {
    const noon = Date.UTC(2026, 2, 1, 12);
    const times = { kind: 'time', values: Float64Array.of(noon, NaN), dateOnly: false };
    expect(column([new Date(noon), null])).toEqual(times);
    expect(column([noon, null], 'ts')).toEqual(times);
    expect(column([noon, null], 'first_at')).toEqual(times);
    expect(column([noon, null], 'amount').kind).toBe('number');
    expect(column([7, null], 'first_at').kind).toBe('number');
  });

  it('writes as text what is of several kinds, lists and objects as JSON', () => {
    expect(column([1, 'a', { b: [2] }])).toMatchObject({
      kind: 'text',
      values: ['1', 'a', '{"b":[2]}'],
    });
  });

  it('stays what it was where no value is left', () => {
    expect(column([null], 'ts')).toEqual({
      kind: 'time',
      values: Float64Array.of(NaN),
      dateOnly: false,
    });
  });

  it('is empty text where nothing is known', () => {
    expect(column([null, undefined])).toEqual({
      kind: 'text',
      values: [],
      codes: Int32Array.of(-1, -1),
    });
  });
});
