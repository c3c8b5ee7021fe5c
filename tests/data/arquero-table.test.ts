import { op } from 'arquero';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/arquero-table';
import { read } from './reading';

const csv = [
  'user,country,amount,new,when',
  'u1,DE,10,true,2026-03-02T09:00:00Z',
  'u2,,5.5,false,2026-04-02T09:00:00Z',
  'u1,DE,,true,',
].join('\n');

describe('tableOf()', () => {
  it('shows the cells with null for what is missing', async () => {
    expect(tableOf(await read(csv)).objects()).toEqual([
      { user: 'u1', country: 'DE', amount: 10, new: true, when: Date.UTC(2026, 2, 2, 9) },
      { user: 'u2', country: null, amount: 5.5, new: false, when: Date.UTC(2026, 3, 2, 9) },
      { user: 'u1', country: 'DE', amount: null, new: true, when: null },
    ]);
  });

  it('can be worked on with the verbs', async () => {
    const table = tableOf(await read(csv))
      .groupby('user')
      .rollup({ sum: op.sum('amount'), rows: op.count() })
      .orderby('user');
    expect(table.objects()).toEqual([
      { user: 'u1', sum: 10, rows: 2 },
      { user: 'u2', sum: 5.5, rows: 1 },
    ]);
    const march = tableOf(await read(csv)).filter((d: { when: number }) => op.utcmonth(d.when as never) === 2); // prettier-ignore
    expect(march.numRows()).toBe(1);
  });

  it('stands on the memory of the dataset', async () => {
    const dataset = await read('n\n1\n2\n');
    const column = dataset.columns[0]!;
    expect(tableOf(dataset).column('n')).toBe(column.kind === 'number' && column.values);
  });

  it('takes any name for a column', async () => {
    const table = tableOf(await read('__proto__,length\n1,2\n'));
    expect(table.get('__proto__', 0)).toBe(1);
    expect(table.get('length', 0)).toBe(2);
    expect(({} as { at?: unknown }).at).toBeUndefined();
  });
});
