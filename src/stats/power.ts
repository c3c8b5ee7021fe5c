import { Problem } from '../base/problem';
import { validAlpha } from './alpha';
import * as normal from './normal';
import { root } from './root';

/** What a test is to achieve. */
export interface PowerTarget {
  /** Two-sided error rate; with several arms, already divided by the comparisons. */
  readonly alpha: number;
  /** Chance to find the effect, for example 0.8. */
  readonly power: number;
  /** Standard errors that the interval reaches, where looks make it wider than an ordinary one. */
  readonly multiplier?: number;
}

/** Users in each arm, not rounded. */
export interface ArmSizes {
  readonly control: number;
  readonly treatment: number;
}

/**
 * Which variance a sample size for rates takes under "no difference": that of the true rates
 * (`unpooled`), of their common rate as the score test does (`pooled`; Fleiss, Tytun & Ury 1980), or of
 * the baseline (`baseline`, Evan Miller's calculator).
 */
export type NullVariance = 'unpooled' | 'pooled' | 'baseline';

/**
 * The chance that a two-sided test finds a true difference of `effect` when the standard error of
 * the difference is `error`.
 */
export function power(
  effect: number,
  error: number,
  { alpha, multiplier }: Omit<PowerTarget, 'power'>,
): number {
  const z = multiplier ?? normal.criticalValue(validAlpha(alpha));
  const shift = Math.abs(effect) / error;
  return normal.lowerTail(shift - z) + normal.lowerTail(-z - shift);
}

/** The smallest true difference that is found with the wanted chance, in the unit of `error`. */
export function detectableEffect(error: number, target: PowerTarget): number {
  const { z, zPower } = quantiles(target);
  return (z + zPower) * error;
}

/**
 * How many times as many further users, beyond those who gave `error`, the target takes: 0.5 is half
 * as many again, 0 none.
 */
export function furtherUsers(effect: number, error: number, target: PowerTarget): number {
  return Math.max(0, (detectableEffect(error, target) / effect) ** 2 - 1);
}

/**
 * Users needed to find a difference of means (or ratios, with the deviation of the linearised
 * values).
 *
 * @param deviation  standard deviation per user in either arm
 * @param effect     the true difference, in the unit of the metric, not 0
 * @param controls   users of the control for each user of the treatment
 */
export function meanSampleSize(
  deviation: number,
  effect: number,
  target: PowerTarget,
  controls = 1,
): ArmSizes {
  const { z, zPower } = quantiles(target);
  const treatment = ((z + zPower) * (deviation / effect)) ** 2 * (1 + 1 / controls);
  return { control: controls * treatment, treatment };
}

/**
 * Users needed to find a difference of rates.
 *
 * @param effect    the true difference in rate, not 0
 * @param controls  users of the control for each user of the treatment
 * @throws {Problem} `impossible-rate` when the treatment's rate would leave [0, 1]
 */
export function rateSampleSize(
  baseline: number,
  effect: number,
  target: PowerTarget,
  controls = 1,
  nullVariance: NullVariance = 'unpooled',
): ArmSizes {
  const rate = baseline + effect;
  if (!(rate >= 0 && rate <= 1)) throw new Problem('impossible-rate', { rate });
  const { z, zPower } = quantiles(target);
  const truly = variance(rate) + variance(baseline) / controls;
  const common = (controls * baseline + rate) / (controls + 1);
  const ifEqual = {
    unpooled: truly,
    pooled: variance(common) * (1 + 1 / controls),
    baseline: variance(baseline) * (1 + 1 / controls),
  }[nullVariance];
  const treatment = ((z * Math.sqrt(ifEqual) + zPower * Math.sqrt(truly)) / effect) ** 2;
  return { control: controls * treatment, treatment };
}

/**
 * The smallest rise of a rate that is found with the wanted chance.
 *
 * @throws {Problem} `impossible-rate` when not even a rise to 1 would be found
 */
export function detectableRise(baseline: number, sizes: ArmSizes, target: PowerTarget): number {
  const controls = sizes.control / sizes.treatment;
  const surplus = (effect: number) =>
    sizes.treatment - rateSampleSize(baseline, effect, target, controls).treatment;
  const most = 1 - baseline;
  if (!(most > 0 && surplus(most) >= 0)) {
    const error = Math.sqrt(variance(baseline) * (1 / sizes.control + 1 / sizes.treatment));
    throw new Problem('impossible-rate', { rate: baseline + detectableEffect(error, target) });
  }
  return root(surplus, most * 1e-9, most);
}

function quantiles({ alpha, power: wanted, multiplier }: PowerTarget) {
  return {
    z: multiplier ?? normal.criticalValue(validAlpha(alpha)),
    zPower: normal.quantile(wanted),
  };
}

function variance(rate: number): number {
  return rate * (1 - rate);
}
