import { logger, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import type { Chart } from '../analyses/analysis';
import type { JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import { type ChartTokens, chartTheme } from '../charts/chart-theme';
import { boundTransforms } from './bounded-transforms';
import { CHART_EVENTS } from './chart-events';
import { FailingView } from './failing-view';
import { guardedExpressions } from './guarded-expressions';
import { refusingLoader } from './refusing-loader';
import { safeSvg } from './safe-svg';
import { scrubSpec } from './scrub-spec';
import { unhurryDataflow } from './unhurried-dataflow';

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
 * @throws {Problem} what `scrubSpec` refuses; `chart-broken` when it is no chart
 */
export function vegaSpec({ spec }: Chart, width: number): JsonObject {
  const { spec: scrubbed } = scrubSpec(spec as unknown as JsonObject);
  const fit = { width, autosize: { type: 'fit-x', contains: 'padding' } };
  const fitted = { ...scrubbed, ...(scrubbed['width'] === 'container' && fit) };
  const options = { config: chartTheme(PAPER), logger: logger(ONLY_ERRORS) };
  const { $schema: _, ...compiled } = compiledSpec(fitted as unknown as TopLevelSpec, options);
  const config = { ...compiled.config, events: CHART_EVENTS };
  return { ...compiled, config } as unknown as JsonObject;
}

/**
 * A Vega specification drawn as SVG.
 *
 * @throws {Problem} `chart-too-large`, `chart-pattern` when drawing it would take too long; `chart-broken`
 */
export async function drawing(spec: JsonObject): Promise<string> {
  boundTransforms();
  unhurryDataflow();
  try {
    const view = new FailingView(parse(spec as never, undefined, { ast: true }), {
      expr: guardedExpressions,
      loader: refusingLoader() as never,
      logger: logger(ONLY_ERRORS),
      renderer: 'none',
    });
    return safeSvg(await view.toSVG().finally(() => view.finalize()));
  } catch (error) {
    throw broken(error);
  }
}

function compiledSpec(spec: TopLevelSpec, options: Parameters<typeof compile>[1]) {
  try {
    return compile(spec, options).spec;
  } catch (error) {
    throw broken(error);
  }
}

/** What Vega throws is about the specification, which anybody may have written. */
function broken(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem('chart-broken', { reason: reason.slice(0, 200) });
}
