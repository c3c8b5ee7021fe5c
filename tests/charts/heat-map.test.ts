import { type TopLevelSpec, compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { type StepPoint, bandCurves } from '../../src/charts/band-curves';
import { type HeatCell, heatMap } from '../../src/charts/heat-map';

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

const cells: HeatCell[] = ['2026-03-02', '2026-03-09'].flatMap((row, r) => [
  { row, column: 'Started', kind: 'plain', tint: 0, text: '40', detail: '' },
  { row, column: '1', kind: 'tinted', tint: 0.4, text: '40 %', detail: '16 of 40' },
  r === 0
    ? { row, column: '2', kind: 'tinted', tint: 1, text: '90 %', detail: '36 of 40' }
    : { row, column: '2', kind: 'unknown', tint: 0, text: '', detail: 'not known yet' },
]);

const points: StepPoint[] = ['A', 'B', 'C', 'D'].flatMap((series) =>
  ['1', '2'].map((step) => ({ step, series, value: 0.2, low: 0.1, high: 0.3 })),
);

const heat = heatMap(cells, {
  across: 'Weeks',
  down: 'Cohort',
  rows: ['2026-03-02', '2026-03-09'],
  columns: ['Started', '1', '2'],
  description: 'In words.',
});

const curves = (series: readonly string[], hasZero: boolean) =>
  bandCurves(
    points.filter((point) => series.includes(point.series)),
    {
      across: 'Weeks',
      axis: 'Share',
      steps: ['1', '2'],
      series,
      hasZero,
      description: 'In words.',
    },
    '.0%',
  );

const layers = (spec: TopLevelSpec) => (spec as { layer: { mark: { type: string } }[] }).layer;

describe.each([
  ['a heat map', heat],
  ['one curve', curves(['A'], false)],
  ['two differences', curves(['A', 'B'], true)],
  ['four curves', curves(['A', 'B', 'C', 'D'], false)],
])('%s', (_, spec) => {
  it('compiles without a complaint', () => {
    expect(complaints(spec)).toEqual([]);
  });

  it('leaves colours to the theme and says in words what it shows', () => {
    expect(JSON.stringify(spec)).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|"(red|green|blue)"/i);
    expect(spec.description).toBe('In words.');
  });
});

describe('a heat map', () => {
  it('writes a text into every cell that has one and strokes where nothing is known', () => {
    expect(layers(heat).map(({ mark }) => mark.type)).toEqual(['rect', 'rect', 'point', 'text']);
  });
});

describe('curves', () => {
  it('have bands as long as these do not hide one another, and a line at zero for differences', () => {
    expect(layers(curves(['A'], false)).map(({ mark }) => mark.type)).toEqual(['area', 'line']);
    expect(layers(curves(['A', 'B'], true)).map(({ mark }) => mark.type)).toEqual([
      'rule',
      'area',
      'line',
    ]);
    expect(layers(curves(['A', 'B', 'C', 'D'], false)).map(({ mark }) => mark.type)).toEqual([
      'line',
    ]);
  });
});
