import { View, logger, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import type { Chart } from '../analyses/analysis';
import type { JsonObject } from '../base/json';
import { type ChartTokens, chartTheme } from '../charts/chart-theme';
import { CHART_EVENTS } from './chart-events';
import { guardedExpressions } from './guarded-expressions';
import { refusingLoader } from './refusing-loader';
import { scrubSpec } from './scrub-spec';

const ONLY_ERRORS = 1;

/** What leaves the app is read on paper too: the light tokens, written out. */
export const PAPER: ChartTokens = {
  c0: '#8b949e',
  c1: '#2f5fe0',
  c2: '#d9730d',
  ink: '#1c2128',
  ink2: '#57606a',
  ink3: '#626a74',
  line: '#e1e4e8',
  lineStrong: '#cbd1d8',
  paper: '#ffffff',
  good: '#18774a',
  bad: '#b3372f',
  font: 'system-ui, sans-serif',
};

/**
 * The Vega specification of a chart on paper, without what could reach beyond it; `width` pixels
 * wide where the chart takes the width there is.
 *
 * @throws {Problem} what `scrubSpec` refuses
 */
export function vegaSpec({ spec }: Chart, width: number): JsonObject {
  const { spec: scrubbed } = scrubSpec(spec as unknown as JsonObject);
  const fit = { width, autosize: { type: 'fit-x', contains: 'padding' } };
  const fitted = { ...scrubbed, ...(scrubbed['width'] === 'container' && fit) };
  const options = { config: chartTheme(PAPER), logger: logger(ONLY_ERRORS) };
  const { $schema: _, ...compiled } = compile(fitted as unknown as TopLevelSpec, options).spec;
  const config = { ...compiled.config, events: CHART_EVENTS };
  return { ...compiled, config } as unknown as JsonObject;
}

/** A Vega specification drawn as SVG. */
export async function drawing(spec: JsonObject): Promise<string> {
  const view = new View(parse(spec as never, undefined, { ast: true }), {
    expr: guardedExpressions,
    loader: refusingLoader() as never,
    logger: logger(ONLY_ERRORS),
    renderer: 'none',
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
