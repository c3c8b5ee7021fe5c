import { Problem } from '../base/problem';

/** Steps of expressions, each of a few dozen nanoseconds. */
const MOST_STEPS = 4_000_000;

let spent = 0;

/**
 * Counts work that charts do in one go, until the page can do something else.
 *
 * @throws {Problem} `chart-too-large` when it would be felt
 */
export function spendSteps(steps: number): void {
  if (spent === 0) queueMicrotask(() => (spent = 0));
  spent += steps;
  limitChart('steps', spent, MOST_STEPS);
}

/**
 * Passes what a page can draw.
 *
 * @param what  rows, steps, views, letters, pixels, depth, lines, inputs
 * @throws {Problem} `chart-too-large`
 */
export function limitChart(what: string, found: number, most: number): void {
  if (found <= most) return;
  const told = Number.isFinite(found) ? Math.round(found) : Number.MAX_SAFE_INTEGER;
  throw new Problem('chart-too-large', { what, found: told, most });
}
