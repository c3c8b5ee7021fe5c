import type { retentionFindings as english } from '../en/retention-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { someOf } from '../some-of';

/** 留存结果的说法。 */
export const retentionFindings: typeof english = {
  'retention.complete': ({ through }) => `数据完整截至 ${through}`,
  'retention.waiting': ({ waiting, of }, n) =>
    `${n.int(Number(of))} 个单元格中有 ${n.int(Number(waiting))} 个尚未可知`,
  'retention.gaps': ({ days }, n) => `有 ${n.int(Number(days))} 天没有任何事件`,
  'retention.split-fits': () => '分流符合计划',
  'retention.split-off': () => '分流与计划不符',
  'retention.split-unknown': () => '未检查分流',

  'retention.back': (args, n) =>
    `${starters(args.of, args, n)}中，${when(args, args.label)}有 ${rate(args.value, args.low, args.high, n)} 回访${
      args.lastLabel === null
        ? ''
        : `；${n.int(Number(args.lastOf))} ${unitOf(args)}中，${when(args, args.lastLabel)}有 ${rate(args.lastValue, args.lastLow, args.lastHigh, n)}`
    }。`,
  'retention.brought': (args, n) =>
    `${starters(args.of, args, n)}，${when(args, args.label)}平均每${unitOf(args)}带来 ${amountRange(args, args.value, args.low, args.high, n)}${
      args.lastLabel === null
        ? ''
        : `；${n.int(Number(args.lastOf))} ${unitOf(args)}，${when(args, args.lastLabel)}平均 ${amountRange(args, args.lastValue, args.lastLow, args.lastHigh, n)}`
    }。`,
  'retention.nothing-yet': ({ users, start }, n) =>
    `有 ${n.int(Number(users))} 名用户发生过“${start}”，但数据结束时他们的任何一期都尚未结束。`,
  'retention.groups': (args, n) =>
    args.sum === null
      ? `${when(args, args.label)}，${args.most} 的回访率最高，为 ${n.pct(Number(args.mostValue), 1)}；${args.least} 最低，为 ${n.pct(Number(args.leastValue), 1)}。`
      : `${when(args, args.label)}，${args.most} 的用户人均带来最多，为 ${amount(args.mostValue, args.unit, n)}；${args.least} 最少，为 ${amount(args.leastValue, args.unit, n)}。`,
  'retention.more': (args, n) =>
    `与 ${args.control} 相比，${args.group} 的${args.sum === null ? '回访更多' : '人均金额更高'}：${when(args, args.label)}相差 ${difference(args, n)}。`,
  'retention.fewer': (args, n) =>
    `与 ${args.control} 相比，${args.group} 的${args.sum === null ? '回访更少' : '人均金额更低'}：${when(args, args.label)}相差 ${difference(args, n)}。`,
  'retention.same': (args, n) =>
    `${args.group} 与 ${args.control} 没有明显差异${args.difference === null ? '' : `；最大的差异在${when(args, args.label)}：${difference(args, n)}`}。`,

  'retention.rule': (args, n) => `规则：${ruleText(args, n)}`,
  'retention.split-explained': ({ observed, expected, p }, n) =>
    `用户没有按计划分流：实际 ${texts(observed).join(' / ')}，预期 ${texts(expected).join(' / ')}（${n.pIs(Number(p))}）。有某种原因不均匀地增加或减少了用户，请不要解读差异。`,
  'retention.unlimited': ({ period }) =>
    `“当期或以后”一直统计到数据结束，较早的同期群有更多机会回访，因此最后几列会偏低。请设置观察期，使每个同期群的${UNITS[String(period)]}数相同。`,
  'retention.mixed': ({ group, period, labels }, n) =>
    `${group === null ? '' : `${group}：`}总体曲线在第 ${n.list(texts(labels))} ${UNITS[String(period)]}上升，只是因为较弱的同期群到此为止。请查看各同期群，或将总体行设为 "balanced"。`,
  'retention.first-cohort': ({ cohort, users }, n) =>
    `数据从 ${cohort} 的同期群（${n.int(Number(users))} 名用户）中间开始：其中一些用户可能更早就已开始。`,
  'retention.small': ({ cohorts, of, users }, n) =>
    `${n.int(Number(of))} 个同期群中有 ${n.int(Number(cohorts))} 个不足 ${n.int(Number(users))} 名用户；其比率（括号内）只取决于少数几个人。`,
  'retention.small-groups': ({ groups, users }, n) =>
    `不足 ${n.int(Number(users))} 名用户的分组：${n.list(texts(groups))}。其比率只取决于少数几个人。`,
  'retention.missing': ({ rows, sum }, n) =>
    `有 ${n.int(Number(rows))} 次回访没有“${sum}”，按 0 计。`,
  'retention.others-same': ({ groups, control }, n) =>
    `其余分组与 ${control} 没有明显差异：${n.list(texts(groups))}。`,
  'retention.leaving': ({ control, groups, p }, n) =>
    `从整个期间看，用户流失速度与 ${control} 不同的有：${n.list(texts(groups))}（对数秩检验，校正后 ${n.pIs(Number(p))}${texts(groups).length > 1 ? ' 或更小' : ''}）。`,
  'retention.leaving-alike': ({ control, groups, p }, n) =>
    `从整个期间看，用户流失速度与 ${control} 没有可分辨差异的有：${n.list(texts(groups))}（对数秩检验，校正后 ${n.pIs(Number(p))}${texts(groups).length > 1 ? ' 或更大' : ''}）。`,
  'retention.not-random': ({ column }) =>
    `没有任何信息表明用户是按“${column}”随机划分的。如果不是随机的，差异就不是效果。给出计划分流即可检查。`,
};

const UNITS: Readonly<Record<string, string>> = {
  hour: '小时',
  day: '天',
  week: '周',
  month: '月',
};

function starters(users: Arg, args: FindingArgs, n: Numbers): string {
  return `${n.int(Number(users))} ${unitOf(args)}“${args.start}”${args.cohorts === 'recurring' ? '' : '用户'}`;
}

function unitOf({ cohorts }: FindingArgs): string {
  return cohorts === 'recurring' ? '次' : '名';
}

type Arg = FindingArgs[string] | undefined;

function rate(value: Arg, low: Arg, high: Arg, n: Numbers): string {
  return `${n.pct(Number(value), 1)}（${n.num(100 * Number(low), 1)} 至 ${n.num(100 * Number(high), 1)}）`;
}

function amountRange({ unit }: FindingArgs, value: Arg, low: Arg, high: Arg, n: Numbers): string {
  if (low === null) return amount(value, unit, n);
  return `${amount(value, unit, n)}（${amount(low, unit, n)} 至 ${amount(high, unit, n)}）`;
}

function amount(value: Arg, unit: Arg, n: Numbers): string {
  return typeof unit === 'string' ? n.money(Number(value), unit) : n.num(Number(value));
}

function difference({ difference, low, high, sum, unit }: FindingArgs, n: Numbers): string {
  if (sum === null) {
    return `${n.pp(Number(difference), 1)}（${n.num(100 * Number(low), 1)} 至 ${n.num(100 * Number(high), 1)}）`;
  }
  const change =
    typeof unit === 'string'
      ? n.moneyChange(Number(difference), unit)
      : n.signed(Number(difference));
  return `${change}（${amount(low, unit, n)} 至 ${amount(high, unit, n)}）`;
}

/** 一列统计哪些期：“第 1 周”“截至第 3 周”。 */
function when({ mode, period }: FindingArgs, label: Arg): string {
  const unit = UNITS[String(period)];
  switch (mode) {
    case 'on-or-after':
      return `第 ${label} ${unit}及以后`;
    case 'on-or-before':
      return `截至第 ${label} ${unit}`;
    case 'streak':
      return `到第 ${label} ${unit}为止的每一${unit}`;
    default:
      return `第 ${label} ${unit}`;
  }
}

function ruleText(args: FindingArgs, n: Numbers): string {
  const { cohorts, start, windows, mode, minimum, horizon, overall, sum } = args;
  const unit = UNITS[String(args.period)]!;
  const who = {
    'first-time': `用户属于其第一次满足条件的“${start}”所在的同期群`,
    'first-ever': `用户属于其第一次“${start}”所在的同期群（该次须满足条件）`,
    recurring: `用户属于每一个有“${start}”的${unit}的同期群`,
  }[String(cohorts)]!;
  const limit = horizon === null ? null : n.int(Number(horizon));
  const span = MODES[String(mode)]!(unit, limit);
  const what =
    sum === null
      ? `回访指${span}有${minimum === 1 ? '' : `至少 ${n.int(Number(minimum))} 次`}“${eventText(args.return)}”`
      : `对${span}“${eventText(args.return)}”的“${sum}”求和`;
  const clock =
    windows === 'calendar' ? `按日历${unit}` : `按每次开始后的${WINDOWS[String(args.period)]}`;
  return `${who}；${what}；${clock}。${OVERALL[String(overall)]}`;
}

const MODES: Readonly<Record<string, (unit: string, horizon: string | null) => string>> = {
  on: (unit) => `当${unit}`,
  'on-or-after': (unit, horizon) =>
    horizon === null
      ? `当${unit}或以后任一${unit}`
      : `当${unit}或以后（所有同期群都到第 ${horizon} ${unit}为止）`,
  brackets: (unit) => `区间内任一${unit}`,
  'on-or-before': (unit) => `截至当${unit}`,
  streak: (unit) => `截至当${unit}的每一${unit}`,
};

const WINDOWS: Readonly<Record<string, string>> = {
  hour: '每小时',
  day: '每 24 小时',
  week: '每 7 × 24 小时',
  month: '每 30 天',
};

const OVERALL: Readonly<Record<string, string>> = {
  pooled: '总体行统计所有期已结束的用户。',
  balanced: '总体行只统计到最后一列都已可知的同期群。',
  mean: '总体行是各同期群的简单平均。',
};

function eventText(name: Arg): string {
  return name === '*' ? '任意事件' : String(name);
}

function texts(value: Arg): readonly string[] {
  return Array.isArray(value) ? someOf(value as readonly string[]).shown : [];
}
