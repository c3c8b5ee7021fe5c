import embed, { type Result } from 'vega-embed';
import { type View, logger } from 'vega';
import { type Config, type TopLevelSpec, compile } from 'vega-lite';
import type { JsonObject } from '../../base/json';
import { boundTransforms } from '../../share/bounded-transforms';
import { CHART_EVENTS } from '../../share/chart-events';
import { FailingView } from '../../share/failing-view';
import { guardedExpressions } from '../../share/guarded-expressions';
import { refusingLoader } from '../../share/refusing-loader';
import { textTooltip } from '../../share/text-tooltip';
import { frame } from '../parts/turn';

const CANVAS_ABOVE = 2_000;

const ONLY_ERRORS = 1;

/** A chart on the page. */
export interface DrawnChart {
  /** Draws again if its box has another width. */
  fit(): void;
  remove(): void;
}

/**
 * Draws a scrubbed Vega-Lite specification into `box`, which it takes over, with tooltips in
 * `tooltip`. `marks` decides between shapes that can be inspected and a bitmap that is fast.
 *
 * @throws {Problem} `chart-too-large`, `chart-pattern` when drawing it would take too long; what Vega throws
 */
export async function drawChart(
  box: HTMLElement,
  tooltip: HTMLElement,
  spec: JsonObject,
  config: Config,
  marks: number,
): Promise<DrawnChart> {
  boundTransforms();
  const compiled = compile(spec as unknown as TopLevelSpec, {
    config,
    logger: logger(ONLY_ERRORS),
  }).spec;
  await frame();
  const { view, finalize }: Result = await embed(
    withoutMarkup(box),
    { ...compiled, config: { ...compiled.config, events: CHART_EVENTS as never } },
    {
      mode: 'vega',
      ast: true,
      expr: guardedExpressions,
      loader: refusingLoader() as never,
      actions: false,
      tooltip: textTooltip(tooltip) as never,
      hover: false,
      defaultStyle: false,
      logLevel: ONLY_ERRORS,
      renderer: marks > CANVAS_ABOVE ? 'canvas' : 'svg',
      viewClass: TwoFrameView,
    },
  );
  const fits = spec['width'] === 'container';
  let width = box.clientWidth;
  return {
    fit: () => {
      if (!fits || width === box.clientWidth) return;
      width = box.clientWidth;
      void view.width(width).runAsync();
    },
    remove: () => {
      finalize();
      box.replaceChildren();
    },
  };
}

/** A view that is first drawn in another frame than that in which it was built: each of them is long. */
class TwoFrameView extends FailingView {
  #isBuilt = false;

  override async runAsync(): Promise<View> {
    if (!this.#isBuilt) {
      this.#isBuilt = true;
      await frame();
    }
    return super.runAsync();
  }
}

/**
 * vega-embed empties its box with `innerHTML = ''`, which Trusted Types forbid; this box answers
 * by dropping its children.
 */
function withoutMarkup(box: HTMLElement): HTMLElement {
  return Object.defineProperty(box, 'innerHTML', {
    set: () => box.replaceChildren(),
    configurable: true,
  });
}
