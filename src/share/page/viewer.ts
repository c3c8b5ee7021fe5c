import { View, logger, parse } from 'vega';
import { boundTransforms } from '../bounded-transforms';
import { guardedExpressions } from '../guarded-expressions';
import { refusingLoader } from '../refusing-loader';
import { textTooltip } from '../text-tooltip';

/** The one script of a shared page: its charts are drawn anew from their specifications and answer to the pointer. */
const ONLY_ERRORS = 1;

const tooltip = document.createElement('div');
tooltip.className = 'tooltip';
tooltip.hidden = true;
document.body.append(tooltip);

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    void draw(target);
  }
});
boundTransforms();
for (const figure of document.querySelectorAll('figure[data-chart]')) seen.observe(figure);

async function draw(figure: Element): Promise<void> {
  const box = figure.querySelector<HTMLElement>('.drawing');
  const spec = figure.querySelector('script')?.textContent;
  if (!box || !spec) return;
  const fresh = document.createElement('div');
  const view = new View(parse(JSON.parse(spec) as never, undefined, { ast: true }), {
    expr: guardedExpressions,
    loader: refusingLoader() as never,
    logger: logger(ONLY_ERRORS),
    renderer: 'svg',
    tooltip: textTooltip(tooltip) as never,
  });
  await view.initialize(fresh).runAsync();
  box.replaceChildren(fresh);
}
