import type { lifecycleFindings as english } from '../en/lifecycle-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { someOf } from '../some-of';

/** A period as it is counted, and one of them as a stretch of time. */
const PERIODS: Readonly<Record<string, readonly [noun: string, span: string]>> = {
  hour: ['小时', '一小时'],
  day: ['日', '一天'],
  week: ['周', '一周'],
  month: ['月', '一个月'],
};

export const lifecycleFindings: typeof english = {
  'lifecycle.complete': ({ periods, period }, n) =>
    `${n.int(Number(periods))} 个完整${noun(period)}`,
  'lifecycle.unfinished': ({ period, start, active }, n) =>
    `${periodOf(period, start, n)}尚未结束：目前活跃 ${count(active, n)} 人`,
  'lifecycle.first-unknown': ({ period, start }, n) =>
    `数据始于${periodOf(period, start, n)}：此前谁来过无从得知`,
  'lifecycle.gaps': ({ days }, n) => `有 ${count(days, n)} 天没有任何活动`,
  'lifecycle.grows': (args, n) => `获得的用户多于失去的用户。${accounts(args, n)}`,
  'lifecycle.shrinks': (args, n) => `失去的用户多于获得的用户。${accounts(args, n)}`,
  'lifecycle.level': (args, n) => `获得与失去的用户大致相当。${accounts(args, n)}`,
  'lifecycle.nobody-lost': (args, n) => `没有失去用户。${accounts(args, n)}`,
  'lifecycle.too-short': ({ period, start, active }, n) =>
    `${periodOf(period, start, n)}有 ${count(active, n)} 名活跃用户；要看增长，还需要第二个完整${noun(period)}。`,
  'lifecycle.parts': (args, n) =>
    `其中新增 ${count(args.new, n)} 人，中断后回流 ${count(args.resurrected, n)} 人，上一周期也活跃的 ${count(args.returning, n)} 人；上一周期活跃而这次没来的 ${count(args.dormant, n)} 人。`,
  'lifecycle.shrank': ({ period, starts }, n) => {
    const { shown, more } = someOf(starts as readonly string[]);
    const names = n.list(shown.map((start) => periodOf(period, start, n)));
    return `以下周期沉默的用户明显多于到来的用户：${names}${more > 0 ? `，另有 ${n.int(more)} 个` : ''}。`;
  },
  'lifecycle.stickiness': ({ ratio, mau, days }, n) =>
    `黏性（DAU / MAU，${count(days, n)} 天滚动）：平均每天有 ${n.pct(Number(ratio), 1)} 的用户活跃，共 ${count(mau, n)} 人。`,
  'lifecycle.power': ({ users, of, share, days }, n) =>
    `最近 28 天中活跃 ${count(days, n)} 天及以上的占 ${n.pct(Number(share))}（${count(of, n)} 人中的 ${count(users, n)} 人）。`,
};

function accounts(
  { period, start, active, gained, lost, ratio, low, high }: FindingArgs,
  n: Numbers,
) {
  const quick =
    ratio === null
      ? ''
      : `，速动比率 ${n.num(Number(ratio))}（${n.num(Number(low))} 至 ${n.num(Number(high))}）`;
  return `${periodOf(period, start, n)}：活跃 ${count(active, n)} 人，获得 ${count(gained, n)} 人，失去 ${count(lost, n)} 人${quick}。`;
}

/** 2026年2月23日起的一周 */
function periodOf(
  period: FindingArgs[string] | undefined,
  start: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  if (period === 'hour') return `${String(start).replace('T', ' ')} 起的一小时`;
  const date = n.date(Date.parse(String(start)), 'UTC');
  return period === 'day' ? date : `${date}起的${PERIODS[String(period)]?.[1] ?? ''}`;
}

function noun(period: FindingArgs[string] | undefined): string {
  return PERIODS[String(period)]?.[0] ?? '';
}

function count(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}
