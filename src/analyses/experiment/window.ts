import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { Metric } from './params';

/** The part of a user's time, from the exposure on, that a metric looks at. */
export interface Window {
  readonly fromMs: number;
  /** Exclusive; Infinity for "to the end of the data". */
  readonly toMs: number;
}

/**
 * The window of a metric.
 *
 * @throws {Problem} `window-is-zero`, `empty-range`, `not-a-duration`
 */
export function windowOf(metric: Metric, path: string): Window {
  if (metric.type === 'retention') {
    const [fromMs, toMs] = [durationMs(metric.from), durationMs(metric.to)];
    if (fromMs < toMs) return { fromMs, toMs };
    throw new Problem('empty-range', { from: metric.from, to: metric.to }, { path });
  }
  if (metric.window === undefined) return { fromMs: 0, toMs: Infinity };
  const toMs = durationMs(metric.window);
  if (toMs > 0) return { fromMs: 0, toMs };
  throw new Problem('window-is-zero', { found: metric.window }, { path: `${path}.window` });
}
