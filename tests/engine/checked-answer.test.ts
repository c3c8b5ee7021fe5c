import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedAnswer } from '../../src/engine/checked-answer';

const number = { kind: 'number', name: 'n', values: Float64Array.of(1, 2) };
const text = { kind: 'text', name: 't', values: ['a'], codes: Int32Array.of(0, -1) };
const table = (...columns: readonly unknown[]) => ({ type: 'table', rows: 2, columns });

describe('checkedAnswer(data)', () => {
  it('takes over plain columns', () => {
    const flag = { kind: 'flag', name: 'f', values: Int8Array.of(1, -1) };
    expect(checkedAnswer(table(number, text, flag))).toEqual(table(number, text, flag));
  });

  it.each<[string, unknown]>([
    ['another type', { type: 'trust' }],
    ['nothing at all', undefined],
    ['a column that is too short', table({ ...number, values: Float64Array.of(1) })],
    ['a column of other memory', table({ ...number, values: [1, 2] })],
    ['a code that points past its texts', table({ ...text, codes: Int32Array.of(0, 1) })],
    ['a text that is none', table({ ...text, values: [{ toString: () => 'a' }] })],
    ['two columns of one name', table(number, { ...text, name: 'n' })],
    ['a list of texts with nothing in it', table({ ...text, values: new Array(1) })],
    ['texts that say they are endless', table({ ...text, values: new Array(2 ** 32 - 1) })],
    ['endless columns', { type: 'table', rows: 2, columns: new Array(2 ** 32 - 1) }],
    ['a time that is none', table({ ...number, kind: 'time', values: Float64Array.of(1e300, 0) })],
    ['a name that is a book', table({ ...number, name: 'n'.repeat(1e6) })],
    ['a kind from a prototype', table({ ...number, kind: 'constructor' })],
    ['a negative number of rows', { type: 'table', rows: -1, columns: [] }],
    ['a value that is no text', { type: 'value', json: { then: 1 } }],
  ])('refuses %s', (_, data) => {
    expect(checkedAnswer(data)).toBeNull();
  });

  it('drops what it does not know, and shortens what is said', () => {
    const threw = {
      type: 'threw',
      message: 'x'.repeat(10_000),
      line: 2.5,
      column: '3',
      stack: 's',
    };
    expect(checkedAnswer(threw)).toEqual({
      type: 'threw',
      message: 'x'.repeat(500),
      line: null,
      column: null,
    });
    expect(checkedAnswer(table({ ...number, getter: 1 }))).toEqual(table(number));
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (data) => void checkedAnswer(data)));
    const shaped = fc.record({
      type: fc.constantFrom('table', 'value', 'threw', 'odd', 'nothing'),
      rows: fc.anything(),
      columns: fc.anything(),
      json: fc.anything(),
      message: fc.anything(),
      found: fc.anything(),
    });
    fc.assert(fc.property(shaped, (data) => void checkedAnswer(data)));
  });
});
