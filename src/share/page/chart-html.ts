import { View, logger, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import type { Chart } from '../../analyses/analysis';
import { type Json, type JsonObject, isObject } from '../../base/json';
import { Problem } from '../../base/problem';
import { type ChartTokens, chartTheme } from '../../charts/chart-theme';
import { type Language, problemLine } from '../../locale/language';
import { CHART_EVENTS } from '../chart-events';
import { escaped } from '../escaped';
import { guardedExpressions } from '../guarded-expressions';
import { refusingLoader } from '../refusing-loader';
import { scrubSpec } from '../scrub-spec';

/** The width of the page's column, in pixels. */
const WIDTH = 920;
const ONLY_ERRORS = 1;

/** A page is read on paper too: the light tokens, written out. */
const PAPER: ChartTokens = {
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
 * A chart as a drawing that needs no script, with its Vega specification beside it, from which the
 * page's script makes it answer to the pointer.
 */
export async function chartHtml(chart: Chart, language: Language): Promise<string> {
  const label = escaped(`${chart.title}. ${chart.description}`);
  try {
    const spec = vegaSpec(chart);
    const drawing = await svgOf(spec);
    return `<figure data-chart><figcaption>${escaped(chart.title)}</figcaption><div class="drawing" role="img" aria-label="${label}">${drawing}</div><script type="application/json">${jsonInHtml(spec)}</script></figure>`;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `<p class="problem">${escaped(chart.title)}: ${escaped(problemLine(error, language))}</p>`;
  }
}

/** A Vega-Lite specification compiled for the page, without what could reach beyond it. */
function vegaSpec({ spec }: Chart): JsonObject {
  const { spec: scrubbed } = scrubSpec(spec as unknown as JsonObject);
  const fitted = { ...scrubbed, ...(scrubbed['width'] === 'container' && FITTED) };
  const options = { config: chartTheme(PAPER), logger: logger(ONLY_ERRORS) };
  const { spec: compiled } = compile(fitted as unknown as TopLevelSpec, options);
  const { config } = compiled;
  return lean({
    ...compiled,
    config: { ...config, events: CHART_EVENTS },
  } as unknown as JsonObject);
}

const FITTED = { width: WIDTH, autosize: { type: 'fit-x', contains: 'padding' } };

async function svgOf(spec: JsonObject): Promise<string> {
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

/** Without what only programs that edit charts read. */
function lean(spec: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(spec).filter(([key]) => key !== '$schema'));
}

/** JSON that no `</script>` can end. */
export function jsonInHtml(value: Json): string {
  if (!isObject(value)) return JSON.stringify(value);
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
