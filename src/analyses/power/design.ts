import { Problem } from '../../base/problem';
import { alwaysValidMultiplier, mixtureScale } from '../../stats/always-valid';
import * as normal from '../../stats/normal';
import {
  detectableEffect,
  detectableRise,
  meanSampleSize,
  power,
  rateSampleSize,
} from '../../stats/power';
import { root } from '../../stats/root';
import { type SequentialDesign, sequentialDesign, stoppedBy } from '../../stats/sequential-power';
import type { PowerParams } from './params';

/** The metric as it stands without the change. */
export interface Baseline {
  readonly kind: 'rate' | 'mean';
  readonly value: number;
  /** Of one user; a rate that is not adjusted has that of its value. */
  readonly sd: number;
}

/** How the test will be divided and read. */
export interface Design {
  /** Of one comparison, of the half that decides. */
  readonly alpha: number;
  readonly power: number;
  /** Of the users of the test, the control first; they add up to 1. */
  readonly shares: readonly number[];
  /**
   * Standard errors that the interval of a comparison reaches when `users` are in its two arms; of a
   * plan of looks those of the one look that needs as many users.
   */
  multiplier(users: number): number;
  /** Under a plan of looks. */
  readonly sequential: SequentialDesign | null;
}

/** The design of a test with these shares. */
export function designOf(params: PowerParams, shares: readonly number[]): Design {
  const half = params.looks === 'hybrid' ? params.alpha / 2 : params.alpha;
  const alpha = half / (shares.length - 1);
  const once = normal.criticalValue(alpha);
  const scale = mixtureScale(half, params.tuning);
  const sequential = sequentialOf(params, alpha);
  const reach = sequential && sequential.drift - normal.quantile(params.power);
  return {
    alpha,
    power: params.power,
    shares,
    multiplier:
      params.looks === 'always-valid'
        ? (users) => alwaysValidMultiplier(users, scale, alpha)
        : () => reach ?? once,
    sequential,
  };
}

/** The looks of a plan; the test ends with the last user, so that is a look. */
function sequentialOf({ looks, power }: PowerParams, alpha: number): SequentialDesign | null {
  if (typeof looks !== 'object') return null;
  const given =
    typeof looks.looks === 'number'
      ? Array.from({ length: looks.looks }, (_, i) => (i + 1) / (looks.looks as number))
      : looks.looks;
  const shares = [...new Set([...given, 1])].sort((a, b) => a - b);
  return sequentialDesign(shares, alpha, power, looks.plan);
}

/**
 * Users of all arms together that it takes to find `effect`, not rounded. The smallest treatment arm
 * decides: what is found there is found everywhere.
 *
 * @param effect  true difference, in the unit of the metric, not 0
 * @throws {Problem} `impossible-rate`
 */
export function usersNeeded(baseline: Baseline, effect: number, design: Design): number {
  const { control, least } = pairOf(design);
  const needed = (multiplier: number): number => {
    const target = { alpha: design.alpha, power: design.power, multiplier };
    const sizes =
      baseline.kind === 'rate'
        ? rateSampleSize(baseline.value, effect, target, control / least)
        : meanSampleSize(baseline.sd, effect, target, control / least);
    return sizes.treatment / least;
  };
  // Looking more often widens the interval, by an amount that depends on the users there will be.
  const surplus = (total: number) => total - needed(multiplierAt(total, design));
  const low = needed(normal.criticalValue(design.alpha));
  if (surplus(low) >= 0) return low;
  let high = 2 * low;
  while (surplus(high) < 0) high *= 2;
  return root(surplus, low, high);
}

/**
 * The smallest change that `total` users find with the wanted chance, in the unit of the metric, as
 * a size without a sign.
 *
 * @param direction  of the change: a rate has more room to one side
 * @throws {Problem} `impossible-rate` when not even the largest would be found
 */
export function detectable(
  baseline: Baseline,
  total: number,
  design: Design,
  direction: 'up' | 'down',
): number {
  const { control, least } = pairOf(design);
  const sizes = { control: total * control, treatment: total * least };
  const multiplier = multiplierAt(total, design);
  const target = { alpha: design.alpha, power: design.power, multiplier };
  if (baseline.kind === 'mean')
    return detectableEffect(errorOf(baseline, 0, total, design), target);
  // A fall of those who do it is a rise of those who do not.
  const rate = direction === 'up' ? baseline.value : 1 - baseline.value;
  return detectableRise(rate, sizes, target);
}

/**
 * The chance that `total` users find a true difference of `effect`.
 *
 * @throws {Problem} `impossible-rate`
 */
export function chance(baseline: Baseline, effect: number, total: number, design: Design): number {
  const error = errorOf(baseline, effect, total, design);
  const { alpha, sequential } = design;
  if (sequential) return sequentialChance(sequential, Math.abs(effect) / error);
  return power(effect, error, { alpha, multiplier: multiplierAt(total, design) });
}

function sequentialChance({ looks }: SequentialDesign, drift: number): number {
  const shares = looks.map(({ passed }) => passed);
  const bounds = looks.map(({ bound }) => bound);
  return stoppedBy(shares, bounds, drift).at(-1)!;
}

/** What the interval of the comparison that needs most reaches, in standard errors. */
export function multiplierAt(total: number, design: Design): number {
  const { control, least } = pairOf(design);
  return design.multiplier(total * (control + least));
}

/** The standard error of the difference when the treatment differs by `effect`. */
function errorOf(baseline: Baseline, effect: number, total: number, design: Design): number {
  const { control, least } = pairOf(design);
  const { kind, value, sd } = baseline;
  const own = sd ** 2;
  const rate = value + effect;
  if (kind === 'rate' && !(rate >= 0 && rate <= 1)) throw new Problem('impossible-rate', { rate });
  const changed = kind === 'rate' ? rate * (1 - rate) : own;
  return Math.sqrt(own / (total * control) + changed / (total * least));
}

/** Shares of the control and of the smallest treatment arm. */
function pairOf({ shares }: Design): { readonly control: number; readonly least: number } {
  return { control: shares[0]!, least: Math.min(...shares.slice(1)) };
}
