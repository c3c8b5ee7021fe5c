import { type Finding, finding } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { TierRow, TiersResult } from './result';

/** Who is where, who climbs and falls, and whether those higher up buy again more often. */
export function findings(result: TiersResult): Finding[] {
  return [...checks(result), ...answer(result), ...movements(result), ...thresholds(result)];
}

function checks(result: TiersResult): Finding[] {
  const { users, through, tiers, outside, missing, negative, stray } = result;
  const found = [
    finding('check', 'good', 'tiers.users', {
      ...{ users, through },
      names: tiers.map(({ name }) => name),
      counts: tiers.map((tier) => String(tier.users)),
    }),
  ];
  if (stray !== null) found.push(finding('warning', 'warn', 'tiers.stray', { ...stray, through }));
  // A result that is passed on may have lost the lowest tier.
  const [lowest] = tiers;
  if (outside > 0 && lowest) {
    const { name, from } = lowest;
    found.push(finding('check', 'neutral', 'tiers.outside', { users: outside, name, from }));
  }
  if (missing > 0) found.push(finding('check', 'warn', 'tiers.missing', { rows: missing }));
  if (negative > 0) found.push(finding('check', 'warn', 'tiers.negative', { rows: negative }));
  const never = tiers.filter(({ reached }) => reached === 0).map(({ name }) => name);
  if (never.length > 0) found.push(finding('warning', 'warn', 'tiers.never', { names: never }));
  if (users === 1) found.push(finding('warning', 'warn', 'tiers.one-user', {}));
  const only = tiers.find((tier) => tier.users === users);
  if (only && tiers.length > 1) {
    found.push(finding('warning', 'warn', 'tiers.all-in-one', { name: only.name, users }));
  }
  return found;
}

/** The lowest and the highest tier with orders: who buys again? */
function answer({ tiers, measured, repurchaseMs }: TiersResult): Finding[] {
  const rated = tiers.filter(({ repurchase }) => repurchase.rate !== null);
  const [lowest, highest] = [rated[0], rated.at(-1)];
  if (!lowest || !highest) {
    const isYoung = tiers.some(({ repurchase }) => repurchase.open > 0);
    const code = isYoung ? 'tiers.no-orders' : 'tiers.none-in-a-tier';
    return [finding('answer', 'neutral', code, { measured, within: repurchaseMs })];
  }
  if (lowest === highest) {
    const args = { ...rateArgs('', lowest), measured, within: repurchaseMs };
    return [finding('answer', 'neutral', 'tiers.again-in-one', args)];
  }
  const isClear = highest.repurchase.low! > lowest.repurchase.high!;
  return [
    finding('answer', 'neutral', isClear ? 'tiers.more-above' : 'tiers.again', {
      ...rateArgs('', lowest),
      ...rateArgs('top', highest),
      ...{ measured, within: repurchaseMs },
    }),
    finding('note', 'neutral', 'tiers.not-a-cause', {}),
  ];
}

function rateArgs(prefix: '' | 'top', { name, repurchase }: TierRow): FindingArgs {
  const { rate, low, high } = repurchase;
  return prefix === ''
    ? { name, rate, low, high }
    : { topName: name, topRate: rate, topLow: low, topHigh: high };
}

function movements({ movements, period }: TiersResult): Finding[] {
  // Where nothing stops counting nobody falls, and it need not be said.
  const canFall = movements.some(({ downgraded }) => downgraded.count > 0);
  return movements.flatMap(({ name, kept, upgraded, downgraded }) => {
    if (kept.rate === null) return [];
    const args = { name, period, of: kept.of, kept: kept.rate };
    const moved = { upgraded: upgraded.rate, downgraded: canFall ? downgraded.rate : null };
    return [finding('note', 'neutral', 'tiers.movement', { ...args, ...moved })];
  });
}

function thresholds({ thresholds, unit, isCount }: TiersResult): Finding[] {
  return thresholds.flatMap(({ name, from, below, above, difference }) => {
    if (difference.estimate === null) return [];
    const isClear = difference.low > 0 || difference.high < 0;
    return finding('note', 'neutral', isClear ? 'tiers.jump' : 'tiers.no-jump', {
      ...{ name, from, unit, isCount, below: below.rate, above: above.rate },
      ...{ difference: difference.estimate, low: difference.low, high: difference.high },
    });
  });
}
