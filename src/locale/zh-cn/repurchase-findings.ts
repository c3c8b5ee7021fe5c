import type { repurchaseFindings as english } from '../en/repurchase-findings';
import type { FindingArgs } from '../sentence';

export const repurchaseFindings: typeof english = {
  'repurchase.customers': ({ customers, purchases, distinct }, n) =>
    `${n.int(Number(customers))} 名客户，${n.int(Number(purchases))} 次购买${distinct === 'day' ? '（同一天算一次）' : ''}`,
  'repurchase.waiting': ({ waiting, days }, n) =>
    `${n.int(Number(waiting))} 人首购距数据截止不足 ${daysOf(days)} 天：不计入该时限的占比`,
  'repurchase.one': () => '只有一名客户：不能说明其他人。',
  'repurchase.nobody': ({ customers }, n) =>
    `${n.int(Number(customers))} 名客户中还没有人第二次购买。`,
  'repurchase.again': ({ reached, of, rate }, n) =>
    `迄今有 ${n.pct(Number(rate), 2)} 的客户再次购买：${n.int(Number(of))} 人中的 ${n.int(Number(reached))} 人。`,
  'repurchase.within': ({ days, reached, of, rate, low, high }, n) =>
    `首购后 ${daysOf(days)} 天内有 ${n.pct(Number(rate), 1)} 再次购买（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}；观察满该时长的 ${n.int(Number(of))} 人中的 ${n.int(Number(reached))} 人）。`,
  'repurchase.not-half': () => '在观察的时间内，再次购买的人不足一半。',
  'repurchase.median': ({ estimate, low, high }) =>
    `计入仍在等待的人，一半客户在 ${daysOf(estimate)} 天内再次购买（${daysOf(low)} 至 ${daysOf(high)}）。`,
  'repurchase.order': ({ order, days, rate, low, high, reached, of }, n) =>
    `第 ${n.int(Number(order))} 次购买：完成前一次的人中，有 ${n.pct(Number(rate), 1)} 在 ${daysOf(days)} 天内完成（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}；${n.int(Number(of))} 人中的 ${n.int(Number(reached))} 人）。`,
  'repurchase.differs': ({ group, control, days, estimate, low, high, p }, n) =>
    `${String(group)} 与 ${String(control)} 相比，${daysOf(days)} 天内相差 ${n.pp(Number(estimate), 1)}（${n.pp(Number(low), 1)} 至 ${n.pp(Number(high), 1)}），${n.pIs(Number(p))}。`,
  'repurchase.not-random': ({ compared, clear, control }, n) =>
    `${n.int(Number(compared))} 个分组中有 ${n.int(Number(clear))} 个与 ${String(control)} 有明显差异。分组是客户自己选择的：差异并不说明是什么让他们回来。`,
};

/** Days as they are, at most two decimals. */
function daysOf(days: FindingArgs[string] | undefined): string {
  return String(Number(Number(days).toFixed(2)));
}
