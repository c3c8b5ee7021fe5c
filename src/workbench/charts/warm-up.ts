import type { JsonObject } from '../../base/json';
import { idle } from '../../platform/machine';
import { drawChart } from './draw-chart';

const VALUES = { values: [{ x: 1, low: 0, high: 2, y: 'a' }] };
const X = { field: 'x', type: 'quantitative' };
const Y = { field: 'y', type: 'nominal' };

/** From the simplest chart to one with all that most results use. */
const CHARTS: readonly JsonObject[] = [
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

async function drawUnseen(): Promise<void> {
  const box = document.createElement('div');
  for (const chart of CHARTS) {
    await idle();
    const drawn = await drawChart(box, box, chart, {}, 1);
    drawn.remove();
  }
}
