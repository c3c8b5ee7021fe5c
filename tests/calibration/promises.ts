import { ALPHA } from './methods';
import type { Peeking } from './peeking';
import { type Outcome, type Share, monteCarloError, portion } from './simulate';

/** How many Monte-Carlo standard errors are put down to chance. */
export interface Bounds {
  /** Between false positives and alpha. */
  readonly rejecting: number;
  /** Between coverage and what it must at least be. */
  readonly covering: number;
}

/** What intervals at 95 % must at least cover. */
export const LEAST_COVERAGE = 0.94;

/** From so many users per arm the score test does not fall below alpha either. */
const NEAR_FROM = 500;

/** What was promised of a method without an effect and not kept, in words. */
export function broken(outcome: Outcome, bounds: Bounds): string[] {
  const { promise, rejected, covered, sizes } = outcome;
  if (promise === null) return [];
  const slack = bounds.rejecting * monteCarloError(ALPHA, rejected);
  const excess = portion(rejected) - ALPHA;
  const gap = LEAST_COVERAGE - portion(covered);
  const isNear = promise === 'alpha' && Math.min(...sizes) >= NEAR_FROM;
  return [
    ...(excess <= slack ? [] : ['rejects too often']),
    ...(!isNear || excess >= -slack ? [] : ['rejects too seldom']),
    ...(gap <= bounds.covering * monteCarloError(LEAST_COVERAGE, covered)
      ? []
      : ['covers too seldom']),
  ];
}

/** The same of looking every day. */
export function brokenByPeeking(
  { alwaysValid, hybrid, obrienFleming, pocock }: Peeking,
  { rejecting }: Bounds,
): string[] {
  const isOver = (share: Share) =>
    portion(share) - ALPHA > rejecting * monteCarloError(ALPHA, share);
  return [
    ...(portion(alwaysValid) <= ALPHA ? [] : ['always-valid rejects too often']),
    ...(portion(hybrid) <= ALPHA ? [] : ['hybrid rejects too often']),
    ...(isOver(obrienFleming) ? ['O’Brien–Fleming rejects too often'] : []),
    ...(isOver(pocock) ? ['Pocock rejects too often'] : []),
  ];
}
