import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import type { Column, Dataset } from '../../src/data/dataset';
import { chartSummary } from '../../src/engine/chart-summary';
import { recordsOf } from '../../src/engine/records';

interface Sale {
  readonly country: string | null;
  readonly day: number;
  readonly amount: number | null;
}

function datasetOf(sales: readonly Sale[]): Dataset {
  const names = [...new Set(sales.flatMap(({ country }) => country ?? []))];
  const columns: readonly Column[] = [
    {
      ...{ name: 'country', kind: 'text', values: names, missing: 0, unreadable: 0 },
      codes: Int32Array.from(sales, ({ country }) => names.indexOf(country ?? '')),
    },
    {
      ...{ name: 'ts', kind: 'time', dateOnly: false, missing: 0, unreadable: 0 },
      values: Float64Array.from(sales, ({ day }) => Date.UTC(2026, 0, 1, 20) + day * 86_400_000),
    },
    {
      ...{ name: 'amount', kind: 'number', missing: 0, unreadable: 0 },
      values: Float64Array.from(sales, ({ amount }) => amount ?? NaN),
    },
  ];
  return { name: 'sales', fingerprint: '', rows: sales.length, columns, warnings: [] };
}

const STORY: readonly Sale[] = [
  { country: 'DE', day: 0, amount: 10 },
  { country: 'DE', day: 1, amount: null },
  { country: 'FR', day: 1, amount: 5 },
  { country: null, day: 31, amount: 7 },
  { country: 'DE', day: 31, amount: 30 },
];

const bars = (y: JsonObject, x: JsonObject = { field: 'country' }): JsonObject => ({
  mark: 'bar',
  encoding: { x, y },
});

describe('chartSummary(spec, dataset, timezone)', () => {
  it('counts the rows of each group, missing values being one', () => {
    const found = chartSummary(bars({ aggregate: 'count' }), datasetOf(STORY), 'UTC')!;
    expect(found.rows).toEqual([
      { country: 'DE', 'count of rows': 3 },
      { country: 'FR', 'count of rows': 1 },
      { country: null, 'count of rows': 1 },
    ]);
    expect(found.spec['encoding']).toEqual({
      x: { field: 'country' },
      y: { field: 'count of rows', title: 'Count of Records', type: 'quantitative' },
    });
  });

  it('leaves missing amounts out of sums and means, and gives nothing where there is none', () => {
    const mean = chartSummary(
      bars({ aggregate: 'mean', field: 'amount' }),
      datasetOf([...STORY, { country: 'PL', day: 0, amount: null }]),
      'UTC',
    )!;
    expect(mean.rows).toEqual([
      { country: 'DE', 'mean of amount': 20 },
      { country: 'FR', 'mean of amount': 5 },
      { country: null, 'mean of amount': 7 },
      { country: 'PL', 'mean of amount': null },
    ]);
  });

  it('takes days and months from the notebook’s own clock', () => {
    const x = { field: 'ts', timeUnit: 'yearmonth', type: 'temporal' };
    const months = chartSummary(
      bars({ aggregate: 'count' }, x),
      datasetOf(STORY),
      'Asia/Shanghai',
    )!;
    expect(months.rows).toEqual([
      { ts: '2026-01-01T00:00:00', 'count of rows': 3 },
      { ts: '2026-02-01T00:00:00', 'count of rows': 2 },
    ]);
  });

  it.each<[string, JsonObject]>([
    ['draws every row', bars({ field: 'amount' })],
    ['bins', bars({ aggregate: 'count' }, { field: 'amount', bin: true })],
    ['has a transform of its own', { ...bars({ aggregate: 'count' }), transform: [] }],
    ['has layers', { layer: [bars({ aggregate: 'count' })] }],
    ['uses an aggregate that is not ours', bars({ aggregate: 'stdev', field: 'amount' })],
    ['names a column that is not there', bars({ aggregate: 'sum', field: 'amont' })],
  ])('leaves a chart alone that %s', (_, spec) => {
    expect(chartSummary(spec, datasetOf(STORY), 'UTC')).toBeNull();
  });

  it('gives what counting the rows one by one gives', () => {
    const sale = fc.record({
      country: fc.constantFrom('DE', 'FR', null),
      day: fc.integer({ min: 0, max: 3 }),
      amount: fc.option(fc.integer({ min: -5, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(sale, { minLength: 1, maxLength: 40 }), (sales) => {
        const dataset = datasetOf(sales);
        const spec: JsonObject = {
          mark: 'rect',
          encoding: {
            x: { field: 'country' },
            y: { field: 'ts', timeUnit: 'yearmonthdate' },
            color: { aggregate: 'sum', field: 'amount' },
            size: { aggregate: 'distinct', field: 'country' },
            tooltip: [{ aggregate: 'max', field: 'amount' }, { aggregate: 'count' }],
          },
        };
        const found = chartSummary(spec, dataset, 'UTC')!.rows;
        const rows = recordsOf(dataset.columns, dataset.rows, 'UTC');
        const twin = new Map<string, JsonObject[]>();
        for (const row of rows) {
          const key = `${row['country']} ${String(row['ts']).slice(0, 10)}`;
          twin.set(key, [...(twin.get(key) ?? []), row]);
        }
        expect(found).toEqual(
          [...twin.values()].map((group) => {
            const amounts = group.map((row) => row['amount']).filter((each) => each !== null);
            return {
              country: group[0]!['country'],
              ts: `${String(group[0]!['ts']).slice(0, 10)}T00:00:00`,
              'sum of amount': amounts.reduce<number>((sum, each) => sum + Number(each), 0),
              'distinct of country': 1,
              'max of amount': amounts.length > 0 ? Math.max(...amounts.map(Number)) : null,
              'count of rows': group.length,
            };
          }),
        );
      }),
    );
  });
});
