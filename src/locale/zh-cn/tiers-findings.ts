import type { tiersFindings as english } from '../en/tiers-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Arg = FindingArgs[string] | undefined;

const PERIODS: Readonly<Record<string, string>> = { day: '每天', week: '每周', month: '每月' };

export const tiersFindings: typeof english = {
  'tiers.users': ({ users, through, names, counts }, n) =>
    `截至${n.date(Date.parse(String(through)), 'UTC')}，共 ${n.int(Number(users))} 名用户：${n.list(texts(names).map((name, i) => `${name} ${n.int(Number(texts(counts)[i]))}`))}`,
  'tiers.stray': ({ users, gapDays }, n) =>
    `${users === 0 ? `数据截止日比最后一个事件晚 ${n.int(Number(gapDays))} 天` : `有 ${n.int(Number(users))} 名用户比其他所有人晚 ${n.int(Number(gapDays))} 天活跃`}：请检查是否有未来日期，或设置数据截止日（"completeThrough"）。`,
  'tiers.outside': ({ users, name }, n) => `有 ${n.int(Number(users))} 名用户低于最低等级“${name}”`,
  'tiers.missing': ({ rows }, n) => `有 ${n.int(Number(rows))} 行没有数值，不计入累计`,
  'tiers.negative': ({ rows }, n) => `有 ${n.int(Number(rows))} 行小于 0，会降低用户的累计值`,
  'tiers.never': ({ names }, n) => `从未有人达到${n.list(texts(names))}。`,
  'tiers.one-user': () => '只有一名用户：比例和区间没有意义。',
  'tiers.all-in-one': ({ name }) => `所有人都在等级“${name}”：无从比较。`,
  'tiers.more-above': (args, n) => `等级越高，复购越多：${comparison(args, n)}`,
  'tiers.again': (args, n) => `复购没有明确差异：${comparison(args, n)}`,
  'tiers.again-in-one': ({ name, measured, within, rate, low, high }, n) =>
    `${name} 的“${measured}”中，${rateOf(rate, low, high, n)}在${n.duration(Number(within))}内有后续。`,
  'tiers.no-orders': ({ measured, within }, n) =>
    `没有早于${n.duration(Number(within))}的“${measured}”，还看不出谁会再来。`,
  'tiers.none-in-a-tier': ({ measured }) =>
    `没有一次“${measured}”计入任何等级，无从说谁会再来：请检查门槛和数值的正负。`,
  'tiers.not-a-cause': () =>
    '常买的人自然会升级，这并非等级本身的作用。请比较略低于与略高于门槛的订单。',
  'tiers.movement': ({ name, period, of, kept, upgraded, downgraded }, n) =>
    `${name}：${PERIODS[String(period)] ?? ''}保级 ${n.pct(Number(kept), 1)}，升级 ${n.pct(Number(upgraded), 1)}${downgraded === null ? '' : `，降级 ${n.pct(Number(downgraded), 1)}`}（用户 × 周期共 ${n.int(Number(of))}）。`,
  'tiers.jump': (args, n) =>
    `在 ${args.name} 的门槛（${amount(args, n)}）处复购明显跃升：${threshold(args, n)}`,
  'tiers.no-jump': (args, n) =>
    `在 ${args.name} 的门槛（${amount(args, n)}）处没有明确变化：${threshold(args, n)}`,
};

function comparison(
  { name, measured, within, rate, low, high, topName, topRate, topLow, topHigh }: FindingArgs,
  n: Numbers,
): string {
  return `“${measured}”之后${n.duration(Number(within))}内再次购买的比例，${topName} 为 ${rateOf(topRate, topLow, topHigh, n)}，${name} 为 ${rateOf(rate, low, high, n)}。`;
}

function rateOf(rate: Arg, low: Arg, high: Arg, n: Numbers): string {
  return `${n.pct(Number(rate), 1)}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}）`;
}

function threshold({ below, above, difference, low, high }: FindingArgs, n: Numbers): string {
  return `略低 ${n.pct(Number(below), 1)}，略高 ${n.pct(Number(above), 1)}（${n.pp(Number(difference), 1)}；${n.pp(Number(low), 1)} 至 ${n.pp(Number(high), 1)}）。`;
}

function amount({ from, unit, isCount }: FindingArgs, n: Numbers): string {
  if (isCount) return n.int(Number(from));
  return n.money(Number(from), typeof unit === 'string' ? unit : null);
}

function texts(value: Arg): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
