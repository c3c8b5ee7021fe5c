import { describe, expect, it } from 'vitest';
import { metricUnit } from '../../src/analyses/experiment/metric-unit';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { Scope } from '../../src/analyses/analysis';
import { findingSentence, loadLanguage } from '../../src/locale/language';
import { nodeEngine } from '../../src/engine/node-engine';
import { ROLES, csvFile } from '../engine/csv-file';

const scope: Scope = {
  timezone: 'UTC',
  weekStart: 'monday',
  completeThrough: Infinity,
  range: null,
  seed: 1,
  columnUnits: { amount: 'EUR', fee: 'EUR', ms: 'ms' },
};

function unitOf(metric: object): string | null {
  const metrics = [{ name: 'it', ...metric }];
  const params = experiment.params.parse({ source: 'shop', control: 'A', metrics });
  return metricUnit(params.metrics[0]!, scope);
}

describe('metricUnit(metric, scope)', () => {
  it.each([
    [{ type: 'mean', event: 'buy', value: 'amount' }, 'EUR'],
    [{ type: 'mean', column: 'fee' }, 'EUR'],
    [{ type: 'mean', event: 'buy', value: 'items' }, null],
    [{ type: 'mean', event: 'buy' }, null],
    [{ type: 'quantile', event: 'load', value: 'ms' }, 'ms'],
    [{ type: 'count', event: 'buy' }, null],
    [{ type: 'proportion', column: 'amount' }, null],
    [
      {
        type: 'ratio',
        numerator: { event: 'buy', value: 'amount' },
        denominator: { event: 'buy' },
      },
      'EUR',
    ],
    [{ type: 'ratio', numerator: { column: 'fee' }, denominator: { column: 'amount' } }, null],
    [{ type: 'ratio', numerator: { column: 'fee' }, denominator: { column: 'items' } }, 'EUR'],
  ])('of %j is %s', (metric, unit) => {
    expect(unitOf(metric)).toBe(unit);
  });
});

/** Four users in each arm who spend 10, 11, 12, 13, and 2.5 more each in the treatment. */
const SHOP = [
  'user_id,ts,event,variant,amount',
  ...['control', 'treatment'].flatMap((arm, more) =>
    [0, 1, 2, 3].flatMap((user) => [
      `${arm}${user},2026-03-02T09:00:00Z,exposure,${arm},`,
      `${arm}${user},2026-03-02T10:00:00Z,purchase,,${10 + user + 2.5 * more}`,
    ]),
  ),
];

async function output(columns: object, locale: 'en' | 'zh-CN') {
  const engine = nodeEngine();
  const setting = { timezone: 'UTC', weekStart: 'monday', locale } as const;
  const file = csvFile('shop.csv', SHOP);
  const { signal } = new AbortController();
  const source = { file: file.name, roles: ROLES, columns } as never;
  await engine.load(
    { notebook: 'n', cell: 'shop', params: source, files: [file], setting },
    () => {},
    signal,
  );
  const params = {
    kind: 'experiment',
    source: 'shop',
    exposure: { event: 'exposure', variant: 'variant' },
    control: 'control',
    metrics: [{ name: 'revenue', type: 'mean', event: 'purchase', value: 'amount' }],
    completeThrough: '2026-03-05',
    looks: 'fixed',
  };
  return engine.run({ notebook: 'n', cell: 'ab', params, setting }, () => {}, signal);
}

describe('an experiment on money', () => {
  it('says the unit of its metrics in the result and in every row about them', async () => {
    const { result, tables } = await output({ amount: { unit: 'EUR' } }, 'en');
    expect(result).toMatchObject({ metrics: [{ name: 'revenue', unit: 'EUR' }] });
    expect(tables.find(({ name }) => name === 'results')!.rows).toMatchObject([
      {
        unit: 'EUR',
        valueFormat: 'money',
        differenceFormat: 'money-change',
        controlOf: '€46.00 from 4',
        difference: 2.5,
      },
    ]);
    expect(tables.find(({ name }) => name === 'certainty')!.rows).toMatchObject([
      { unit: 'EUR', lossFormat: 'money' },
    ]);
  });

  it('writes the difference as money in its sentences, in both languages', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { findings } = await output({ amount: { unit: 'EUR' } }, locale);
      const language = await loadLanguage(locale);
      const change = findings.find(({ code }) => code === 'experiment.change')!;
      expect(findingSentence(change, language)).toMatch(
        /\+€2\.50 ?[(（]€0\.\d\d (to|至) €4\.\d\d[)）]/,
      );
    }
  });

  it('writes plain numbers where the column has no unit', async () => {
    const { result, tables } = await output({}, 'en');
    expect(result).toMatchObject({ metrics: [{ unit: null }] });
    expect(tables[0]!.rows).toMatchObject([
      { unit: null, valueFormat: 'number', differenceFormat: 'signed' },
    ]);
    expect(JSON.stringify(tables)).not.toContain('€');
  });
});
