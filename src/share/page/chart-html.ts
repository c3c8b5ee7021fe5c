import type { Chart } from '../../analyses/analysis';
import { type Json, isObject } from '../../base/json';
import { Problem } from '../../base/problem';
import { type Language, problemLine } from '../../locale/language';
import { drawing, vegaSpec } from '../chart-drawing';
import { escaped } from '../escaped';

/** The width of the page's column, in pixels. */
const WIDTH = 920;

/**
 * A chart as a drawing that needs no script, with its Vega specification beside it, from which the
 * page's script makes it answer to the pointer.
 */
export async function chartHtml(chart: Chart, language: Language): Promise<string> {
  const label = escaped(`${chart.title}. ${chart.description}`);
  try {
    const spec = vegaSpec(chart, WIDTH);
    const drawn = await drawing(spec);
    return `<figure data-chart><figcaption>${escaped(chart.title)}</figcaption><div role="img" aria-label="${label}"><div class="drawing" aria-hidden="true">${drawn}</div></div><script type="application/json">${jsonInHtml(spec)}</script></figure>`;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `<p class="problem">${escaped(chart.title)}: ${escaped(problemLine(error, language))}</p>`;
  }
}

/** JSON that no `</script>` can end. */
export function jsonInHtml(value: Json): string {
  if (!isObject(value)) return JSON.stringify(value);
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
