import { type TopLevelSpec, compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { costCredit } from '../../src/charts/cost-credit';
import { creditBars } from '../../src/charts/credit-bars';
import { ranges } from '../../src/charts/ranges';
import { shareMatrix } from '../../src/charts/share-matrix';

/** What Vega-Lite has to say against a chart. */
function complaints(spec: TopLevelSpec): string[] {
  const said: string[] = [];
  const logger = {
    level: () => logger,
    error: (...args: unknown[]) => (said.push(args.join(' ')), logger),
    warn: (...args: unknown[]) => (said.push(args.join(' ')), logger),
    info: () => logger,
    debug: () => logger,
  };
  compile(spec, { logger: logger as never });
  return said;
}

const series = ['First', 'Last'];
const bars = ['search', 'email'].flatMap((group) =>
  series.map((each, i) => ({ group, series: each, value: 10 + i, low: 8, high: 13 })),
);
const points = [
  { label: 'search', cost: 100, value: 300, low: 250, high: 340 },
  { label: 'email', cost: 10, value: 90, low: null, high: null },
];
const words = { axis: 'Conversions', series, description: 'Credit by channel.' };
const axes = { across: 'Cost', up: 'Value', description: 'Cost and credit.' };

describe('the charts of an attribution', () => {
  it.each([
    ['bars with intervals', creditBars(bars, words, ',.0f')],
    [
      'bars without',
      creditBars(
        bars.map((bar) => ({ ...bar, low: null, high: null })),
        words,
        ',.0f',
      ),
    ],
    [
      'ranges',
      ranges(
        bars.map(({ group, series: each, value }) => ({ row: group, series: each, value })),
        words,
        ',.0f',
      ),
    ],
    ['cost and credit in one currency', costCredit(points, axes, true)],
    ['cost and conversions', costCredit(points, axes, false)],
    [
      'shares',
      shareMatrix(
        [
          { row: 'start', column: 'search', share: 0.8 },
          { row: 'search', column: 'conversion', share: 0.2 },
        ],
        {
          rows: ['start', 'search'],
          columns: ['search', 'conversion'],
          ...{ across: 'to', down: 'from', share: 'share', description: 'Steps.' },
        },
      ),
    ],
  ])('%s are what Vega-Lite understands', (_, spec) => {
    expect(complaints(spec)).toEqual([]);
  });

  it('bars name their series where they end, so that colour is not needed', () => {
    const { data } = creditBars(bars, words, ',.0f') as { data: { values: { end: number }[] } };
    expect(data.values.map(({ end }) => end)).toEqual([13, 13, 13, 13]);
  });

  it('the line of even return is only drawn where both axes are money', () => {
    const layers = (isMoney: boolean) =>
      (costCredit(points, axes, isMoney) as { layer: unknown[] }).layer.length;
    expect(layers(true)).toBe(layers(false) + 1);
  });
});
