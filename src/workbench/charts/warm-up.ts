import { type Spec, View, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import type { JsonObject } from '../../base/json';
import { idle } from '../../platform/machine';
import { guardedExpressions } from '../../share/guarded-expressions';
import { refusingLoader } from '../../share/refusing-loader';
import { drawChart } from './draw-chart';

const VALUES = { values: [{ x: 1, low: 0, high: 2, y: 'a' }] };
const X = { field: 'x', type: 'quantitative' } as const;
const Y = { field: 'y', type: 'nominal' } as const;

/** From the simplest chart to one with all that most results use. */
const CHARTS: readonly TopLevelSpec[] = [
  { data: VALUES, mark: 'point' },
  { data: VALUES, mark: 'point', encoding: { x: X } },
  {
    data: VALUES,
    layer: [
      { mark: 'rule', encoding: { x: { datum: 0, type: 'quantitative' } } },
      {
        mark: { type: 'bar', clip: true },
        encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' }, y: Y },
      },
      { mark: 'point', encoding: { x: X, y: Y, shape: Y, tooltip: [X, Y] } },
    ],
  },
];

let warm: Promise<void> | null = null;

/**
 * Draws a few charts that nobody sees while the browser has nothing else to do: a script runs
 * slowly for the first time, and the reader's first chart should not wait for it. Once on a page.
 */
export function warmUp(): Promise<void> {
  warm ??= drawUnseen();
  return warm;
}

/** Every step of a drawing by itself, then all of them as a chart takes them. */
async function drawUnseen(): Promise<void> {
  const box = document.createElement('div');
  for (const chart of CHARTS) {
    await idle();
    const { spec } = compile(chart);
    await idle();
    const runtime = parse(spec as Spec, {}, { ast: true });
    await idle();
    const view = new View(runtime, { expr: guardedExpressions, loader: refusingLoader() as never });
    view.renderer('svg').initialize(box);
    await idle();
    await view.runAsync();
    view.finalize();
  }
  await idle();
  const drawn = await drawChart(box, box, CHARTS[0] as unknown as JsonObject, {});
  drawn.remove();
}
