import { describe, expect, it } from 'vitest';
import type { Column, Dataset } from '../../src/data/dataset';
import { joined } from '../../src/engine/joined';

function dataset(name: string, columns: readonly [Column, ...Column[]]): Dataset {
  const [first] = columns;
  const rows = first.kind === 'text' ? first.codes.length : first.values.length;
  return { name, fingerprint: name, rows, columns, warnings: [] };
}

function texts(name: string, values: readonly string[], codes: readonly number[]): Column {
  return { kind: 'text', name, values, codes: Int32Array.from(codes), missing: 0, unreadable: 0 };
}

function numbers(name: string, values: readonly number[]): Column {
  const missing = values.filter(Number.isNaN).length;
  return { kind: 'number', name, values: Float64Array.from(values), missing, unreadable: 0 };
}

describe('joined', () => {
  const january = dataset('a', [
    texts('event', ['see', 'buy'], [0, 1, 0]),
    numbers('n', [1, 2, 3]),
  ]);
  const february = dataset('b', [texts('event', ['buy', 'see'], [0, -1]), numbers('n', [NaN, 5])]);

  it('puts the rows of the second table behind those of the first, each text under one number', () => {
    const both = joined([january, february]);
    expect(both.rows).toBe(5);
    expect(both.columns).toEqual([
      texts('event', ['see', 'buy'], [0, 1, 0, 1, -1]),
      { ...numbers('n', [1, 2, 3, NaN, 5]), missing: 1 },
    ]);
  });

  it('is the table itself when there is only one', () => {
    expect(joined([january])).toBe(january);
  });

  it('has a fingerprint of its own, which depends on the order of the files', () => {
    expect(joined([january, february]).fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(joined([january, february]).fingerprint).not.toBe(
      joined([february, january]).fingerprint,
    );
  });

  it('finds the column that only one of the tables has, or that is of another kind', () => {
    const more = dataset('c', [
      texts('event', ['see'], [0, 0, 0]),
      numbers('n', [1, 2, 3]),
      numbers('extra', [1, 2, 3]),
    ]);
    const other = dataset('d', [texts('event', ['see'], [0]), texts('n', ['x'], [0])]);
    const differ = (column: string) =>
      expect.objectContaining({ code: 'files-differ', args: expect.objectContaining({ column }) });
    expect(() => joined([january, more])).toThrow(differ('extra'));
    expect(() => joined([more, january])).toThrow(differ('extra'));
    expect(() => joined([january, other])).toThrow(differ('n'));
  });
});
