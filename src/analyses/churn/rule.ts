import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { ChurnParams } from './params';
import type { ReturnRate } from './return-curve';
import type { ChurnRule } from './result';

const DAY = 86_400_000;

/** Fewer users say nothing about the next one. */
const FEWEST_USERS = 10;

/** What was watched. */
interface Watch {
  /** Users who were ever active. */
  readonly users: number;
  /** Days for which the longest silence was watched. */
  readonly watched: number;
  /** How far ahead a return counts; null: as far as the data tell. */
  readonly horizonDays: number | null;
}

/** Whole days of a parameter, a part of a day counting as one. @throws {Problem} `window-is-zero` */
export function daysOf(found: string, path: string): number {
  const days = Math.ceil(durationMs(found) / DAY);
  if (days > 0) return days;
  throw new Problem('window-is-zero', { found }, { path });
}

/**
 * The least number of silent days after which fewer than `below` return, or null. A silence must have
 * been watched for as long again: otherwise returns are missing only because the data end.
 *
 * @param watched  days for which the longest silence was watched
 */
function suggestedDays(
  curve: readonly ReturnRate[],
  below: number,
  watched: number,
  horizonDays: number | null,
): number | null {
  const found = curve.find(
    ({ days, rate }) =>
      days >= 1 && days + (horizonDays ?? days) <= watched && rate.estimate < below,
  );
  return found?.days ?? null;
}

/**
 * The rule in force: the one that is given, else the one that the data propose.
 *
 * @throws {Problem} `no-churn-rule` where neither is there
 */
export function ruleOf(
  { after, below }: ChurnParams,
  curve: readonly ReturnRate[],
  { users, watched, horizonDays }: Watch,
): ChurnRule {
  const suggested = users < FEWEST_USERS ? null : suggestedDays(curve, below, watched, horizonDays);
  const args = { below, days: watched, users, needed: FEWEST_USERS };
  const unclear = new Problem('no-churn-rule', args, { path: 'after' });
  if (after === undefined && suggested === null) throw unclear;
  const days = after === undefined ? suggested! : daysOf(after, 'after');
  const here = curve[days];
  return {
    days,
    isSuggested: after === undefined,
    below,
    ...(horizonDays === null ? {} : { horizonDays }),
    suggestedDays: suggested,
    back: here
      ? {
          of: here.of,
          returned: here.returned,
          rate: here.rate.estimate,
          low: here.rate.low,
          high: here.rate.high,
        }
      : null,
    ...(suggested === null ? { problem: unclear.toJSON() } : {}),
    ...(here ? {} : { problem: new Problem('nobody-silent-so-long', { days }).toJSON() }),
  };
}
