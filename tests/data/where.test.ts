import { describe, expect, it } from 'vitest';
import { timeZone } from '../../src/base/time-zone';
import type { ColumnValues } from '../../src/data/dataset';
import { type Where, rowMask } from '../../src/data/where';

const columns = new Map<string, ColumnValues>([
  ['country', { kind: 'text', values: ['DE', 'FR', 'de'], codes: Int32Array.of(0, 1, 2, -1) }],
  ['amount', { kind: 'number', values: Float64Array.of(10, 20.5, 30, NaN) }],
  ['new', { kind: 'flag', values: Int8Array.of(1, 0, 1, -1) }],
  ['when', { kind: 'time', dateOnly: false, values: Float64Array.of(Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 2), Date.UTC(2026, 2, 3), NaN) }], // prettier-ignore
]);

function rows(where: Where, from = 0, to = 4): number[] {
  const names = [...columns.keys()];
  const all = { names, get: (name: string) => columns.get(name) };
  const mask = rowMask(all, where, from, to, { path: 'where' });
  return [...mask.keys()].filter((i) => mask[i] === 1);
}

describe('rowMask()', () => {
  it.each<[Where, number[]]>([
    [{}, [0, 1, 2, 3]],
    [{ country: 'DE' }, [0]],
    [{ country: ['DE', 'FR', 'XX'] }, [0, 1]],
    [{ country: { contains: 'dE' } }, [0, 2]],
    [{ country: { '!=': 'DE' } }, [1, 2]],
    [{ country: { '>=': 'E' } }, [1, 2]],
    [{ country: { exists: true } }, [0, 1, 2]],
    [{ country: { exists: false } }, [3]],
    [{ country: [] }, []],
    [{ amount: 20.5 }, [1]],
    [{ amount: { '>=': 10, '<': 30 } }, [0, 1]],
    [{ amount: { '>': 10, '<=': 30 } }, [1, 2]],
    [{ amount: { exists: false } }, [3]],
    [{ amount: { '!=': 10 } }, [1, 2]],
    [{ new: true }, [0, 2]],
    [{ new: { '!=': true } }, [1]],
    [{ when: '2026-03-02' }, [1]],
    [{ when: { '>=': '2026-03-02', '<': '2026-03-03T00:00:00Z' } }, [1]],
    [{ when: { '<': '2026-03-01T01:00+01:00' } }, []],
    [{ country: 'DE', amount: { '>': 10 } }, []],
    [{ new: true, amount: { '>': 10 } }, [2]],
  ])('passes for %j the rows %j', (where, expected) => expect(rows(where)).toEqual(expected));

  it('looks at the rows of a range only', () => {
    expect(rows({ new: true }, 1, 3)).toEqual([1]);
  });

  it('takes times without a zone to be on the given clock', () => {
    const column: ColumnValues = { kind: 'time', dateOnly: false, values: Float64Array.of(Date.UTC(2026, 2, 1, 23)) }; // prettier-ignore
    const all = { names: ['t'], get: () => column };
    const { instant } = timeZone('Europe/Berlin');
    const where = { t: { '>=': '2026-03-02' } };
    expect([...rowMask(all, where, 0, 1, { path: 'where', instant })]).toEqual([1]);
    expect([...rowMask(all, where, 0, 1, { path: 'where' })]).toEqual([0]);
  });

  it('names the nearest column when there is none of the name', () => {
    expect(() => rows({ county: 'DE' })).toThrow(
      expect.objectContaining({
        code: 'not-in-data',
        args: { what: 'column', name: 'county', known: [...columns.keys()], near: 'country' },
        at: { path: 'where.county' },
      }) as Error,
    );
  });

  it.each<[Where, string, string]>([
    [{ amount: '20' }, 'number', '"20"'],
    [{ country: 5 }, 'text', '5'],
    [{ country: null }, 'text', 'null'],
    [{ new: 1 }, 'flag', '1'],
    [{ when: 'soon' }, 'time', '"soon"'],
    [{ when: { '>': 5 } }, 'time', '5'],
    [{ amount: { contains: '2' } }, 'number', '"2"'],
    [{ amount: [10, 'x'] }, 'number', '"x"'],
  ])('refuses %j: the column holds %s, not %s', (where, expected, found) => {
    const [name] = Object.keys(where);
    expect(() => rows(where)).toThrow(
      expect.objectContaining({
        code: 'wrong-comparison',
        args: { name, expected, found },
      }) as Error,
    );
  });
});
