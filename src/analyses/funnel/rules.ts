import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { FunnelParams } from './params';

/** Events that must not happen after step `from` and before step `to`, both counted from 1. */
export interface Exclusion {
  readonly from: number;
  readonly to: number;
  /** The whole user is taken out; else the chain ends at the step it had reached. */
  readonly removes: boolean;
}

/** The rules of a funnel, without the data. */
export interface Rules {
  /** How many steps. */
  readonly steps: number;
  readonly order: FunnelParams['order'];
  readonly entry: FunnelParams['entry'];
  readonly count: FunnelParams['count'];
  /** From the entry to the last step, inclusive; Infinity for no limit. */
  readonly windowMs: number;
  /** Steps at most this far apart count as ordered, whichever came first. */
  readonly graceMs: number;
  /** For each step whether it may be skipped; never the first or the last. */
  readonly optional: readonly boolean[];
  readonly exclusions: readonly Exclusion[];
}

/**
 * @throws {Problem} `window-is-zero`
 * @throws {Problem} `optional-end` when the first or the last step is optional
 * @throws {Problem} `exclusion-without-steps` when an exclusion lies between no two steps
 * @throws {Problem} `unordered-cannot` for what needs an order
 */
export function rulesOf(params: FunnelParams): Rules {
  const { steps, window, order, entry, count, tieGrace } = params;
  const windowMs = window === null ? Infinity : durationMs(window);
  if (windowMs === 0) throw new Problem('window-is-zero', { found: window }, { path: 'window' });
  return {
    steps: steps.length,
    order,
    entry,
    count,
    windowMs,
    graceMs: order === 'ordered' ? durationMs(tieGrace) : 0,
    optional: steps.map((_, i) => isOptional(params, i)),
    exclusions: params.exclude.map((_, i) => exclusionOf(params, i)),
  };
}

function isOptional({ steps, order }: FunnelParams, i: number): boolean {
  if (steps[i]!.optional !== true) return false;
  const at = { path: `steps[${i}].optional` };
  if (order === 'unordered') throw new Problem('unordered-cannot', { what: 'optional' }, at);
  if (i === 0 || i === steps.length - 1) throw new Problem('optional-end', { step: i + 1 }, at);
  return true;
}

function exclusionOf({ exclude, steps, order }: FunnelParams, i: number): Exclusion {
  const { from, to, rule } = exclude[i]!;
  const at = { path: `exclude[${i}]` };
  if (from >= to || to > steps.length) {
    throw new Problem('exclusion-without-steps', { from, to, steps: steps.length }, at);
  }
  if (order === 'unordered' && (from > 1 || to < steps.length || rule === 'remove')) {
    throw new Problem('unordered-cannot', { what: 'exclude', steps: steps.length }, at);
  }
  return { from, to, removes: rule === 'remove' };
}
