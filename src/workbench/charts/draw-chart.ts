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
import { unhurryDataflow } from '../../share/unhurried-dataflow';
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
 * `tooltip`: as shapes that can be inspected, or many of them as a bitmap that is fast.
 *
 * @throws {Problem} `chart-too-large`, `chart-pattern` when drawing it would take too long; what Vega throws
 */
export async function drawChart(
  box: HTMLElement,
  tooltip: HTMLElement,
  spec: JsonObject,
  config: Config,
): Promise<DrawnChart> {
  boundTransforms();
  unhurryDataflow();
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
      renderer: 'none',
      viewClass: ThreeFrameView,
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

/** A view that is built, computed and drawn in three frames, each of which is long. */
class ThreeFrameView extends FailingView {
  #isBuilt = false;

  override async runAsync(...given: unknown[]): Promise<View> {
    if (this.#isBuilt) return super.runAsync(...given);
    this.#isBuilt = true;
    await frame();
    await super.runAsync();
    await frame();
    const marks = itemCount((this.scenegraph() as unknown as { readonly root: Scene }).root);
    const box = this.container();
    if (box) this.renderer(marks > CANVAS_ABOVE ? 'canvas' : 'svg').initialize(box);
    return super.runAsync();
  }
}

/** What a Vega scene holds, in all of its groups. */
interface Scene {
  readonly items?: readonly Scene[];
}

function itemCount({ items = [] }: Scene): number {
  return items.reduce((sum, item) => sum + itemCount(item), items.length);
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
