import type { monitorFindings as english } from '../en/monitor-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { shaped, shapedChange } from '../shaped';
import { someOf } from '../some-of';
import { monitorWords } from './monitor-words';
import { periodNoun, periodSpan } from './period-noun';

export const monitorFindings: typeof english = {
  'monitor.complete': ({ periods, period }, n) =>
    `${n.int(Number(periods))} 个完整${periodNoun(period)}`,
  'monitor.unfinished': ({ period, start, isLast }, n) =>
    isLast
      ? `${periodOf(period, start, n)}尚未结束，不作判断`
      : `数据始于${periodOf(period, start, n)}之中，该周期不作判断`,
  'monitor.silence': ({ periods, period, from, through }, n) =>
    `连续 ${n.int(Number(periods))} 个${periodNoun(period)}没有任何数据（${dateText(from, period, n)} 至 ${dateText(through, period, n)}）：数据中是否有错误的日期？可以设置数据完整截至的日期`,
  'monitor.missing': ({ rows }, n) => `${n.int(Number(rows))} 行没有数值，不计入`,
  'monitor.noise-unknown': ({ pairs, period }, n) =>
    `只有 ${n.int(Number(pairs))} 对${periodNoun(period)}可比较：指标自身的波动未知`,
  'monitor.no-value': ({ period }) => `还没有一个完整${periodNoun(period)}的数值。`,
  'monitor.cannot-judge': (args, n) => `${named(args)}：规则“${ruleText(args, n)}”无法判断。`,
  'monitor.fires': (args, n) =>
    `${named(args)}${ruleText(args, n)}：规则触发。${lastValue(args, n)}`,
  'monitor.quiet': (args, n) => `规则“${ruleText(args, n)}”未触发。${lastValue(args, n)}`,
  'monitor.history': (args, n) => {
    const { times, judged, episodes, fired, period } = args;
    const over = `${n.int(Number(judged))} 个${periodNoun(period)}`;
    const rule = ruleText(args, n);
    if (judged === 0) return `${rule}：没有可判断的周期。`;
    if (times === 0) return `${rule}：在 ${over}中一次也不会触发。`;
    const { shown, more } = someOf((fired as readonly string[]).toReversed());
    const dates = n.list(shown.toReversed().map((start) => dateText(start, period, n)));
    return `${rule}：在 ${over}中会触发 ${n.int(Number(times))} 次，共 ${n.int(Number(episodes))} 段：${more > 0 ? '最近为' : ''}${dates}。`;
  },
  'monitor.false-alarms': ({ perYear }, n) =>
    `仅因噪声，该规则每年约触发 ${rateText(perYear, n)} 次。`,
  'monitor.noisy': (args, n) =>
    `规则“${ruleText(args, n)}”仅因噪声每年就约触发 ${rateText(args.perYear, n)} 次：请先核实再行动。`,
  'monitor.noise': ({ deviation, isRelative, overdispersion, period, format, unit }, n) => {
    const size = isRelative
      ? n.pct(Number(deviation), 1)
      : shaped(deviation, format === 'rate' ? 'number' : format, unit, n);
    const spread =
      overdispersion === null ? '' : `（方差为泊松计数的 ${n.num(Number(overdispersion))} 倍）`;
    return `每${periodNoun(period)}因噪声偏离均值 ${size}（一个标准差）${spread}。`;
  },
  'monitor.moved': (args, n) => {
    const { from, to, before, after, group, part, mix, own, period, format, unit } = args;
    const value = (each: FindingArgs[string] | undefined) => shaped(each, format, unit, n);
    const change = (each: FindingArgs[string] | undefined) => shapedChange(each, format, unit, n);
    const split = mix === null ? '' : `（自身数值 ${change(own)}，占比变化 ${change(mix)}）`;
    return `从 ${value(before)}（${dateText(from, period, n)}）到 ${value(after)}（${dateText(to, period, n)}）：贡献最大的是“${String(group)}”，${change(args.change)} 中的 ${change(part)}${split}。`;
  },
};

/** 连续 2 周下降超过 10 % */
function ruleText(args: FindingArgs, n: Numbers): string {
  const { rule, by, isRelative, runs, lag, below, above, direction, limit, format, unit } = args;
  const noun = periodNoun(args.period);
  const running = Number(runs) > 1 ? `连续 ${n.int(Number(runs))} ${noun}` : '';
  switch (rule) {
    case 'change': {
      const size = Math.abs(Number(by));
      const amount = isRelative ? n.pct(size) : shaped(size, format, unit, n);
      const against = Number(lag) > 1 ? `与 ${n.int(Number(lag))} ${noun}前相比` : '';
      return `${running}${against}${Number(by) < 0 ? '下降' : '上升'}超过 ${amount}`;
    }
    case 'level': {
      const ends = [
        below === null ? '' : `低于 ${shaped(below, format, unit, n)}`,
        above === null ? '' : `高于 ${shaped(above, format, unit, n)}`,
      ];
      return `${running}${ends.filter((end) => end !== '').join('或')}`;
    }
    case 'cusum': {
      const way = { down: '向下', up: '向上', both: '向上或向下' }[String(direction)] ?? '';
      return `${way}漂移（累积和超过 ${n.num(Number(limit))}）`;
    }
    default:
      return '与其他周期不同（异常）';
  }
}

function named({ metric, type }: FindingArgs): string {
  return String(metric ?? monitorWords.metrics[type as keyof typeof monitorWords.metrics]);
}

function lastValue(args: FindingArgs, n: Numbers): string {
  const { period, start, value, format, unit } = args;
  return `${periodOf(period, start, n)}：${named(args)} ${shaped(value, format, unit, n)}。`;
}

function rateText(value: FindingArgs[string] | undefined, n: Numbers): string {
  return Number(value) < 0.01 ? '不到 0.01' : n.num(Number(value), Number(value) < 1 ? 2 : 1);
}

function periodOf(
  period: FindingArgs[string] | undefined,
  start: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const date = dateText(start, period, n);
  return period === 'day' ? date : `${date}起的${periodSpan(period)}`;
}

function dateText(
  start: FindingArgs[string] | undefined,
  period: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const text = String(start);
  return period === 'hour' ? text.replace('T', ' ') : n.date(Date.parse(text), 'UTC');
}
