import type { powerFindings as english } from '../en/power-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** 实验规划的说法。 */
export const powerFindings: typeof english = {
  'power.baseline': (args, n) =>
    `当前为 ${level(args, n)}，来自 ${n.int(Number(args.users))} 名用户`,
  'power.baseline-typed': (args, n) => `当前为 ${level(args, n)}（手动填写）`,
  'power.arrivals': ({ perDay, days }, n) =>
    `${n.int(Number(days))} 天内平均每天新增 ${n.num(Number(perDay))} 名用户`,
  'power.arrivals-typed': ({ perDay }, n) => `每天新增 ${n.num(Number(perDay))} 名用户（手动填写）`,
  'power.arrivals-unknown': () => '不知道会来多少用户',
  'power.looks': ({ looks }) => LOOKS[String(looks)] ?? '',

  'power.days': (args, n) =>
    `请运行 ${n.int(Number(args.days))} 天${args.low === args.high ? '' : `（${n.int(Number(args.low))} 至 ${n.int(Number(args.high))} 天）`}：${users(args, n).trim()}，有 ${n.pct(Number(args.power), 0)} 的概率发现${change(args, n)}。`,
  'power.users': (args, n) =>
    `需要${users(args, n)}，才有 ${n.pct(Number(args.power), 0)} 的概率发现${change(args, n)}。`,
  'power.impossible': (args, n) =>
    `无论多少用户都无法发现${change(args, n)}：占比只能在 0 和 1 之间。请规划更小的变化。`,

  'power.window-after': ({ windowMs }, n) =>
    `最后一名用户进入后，请再等 ${n.duration(Number(windowMs))}：指标要统计这么久。`,
  'power.too-long': ({ days, shorter, mde }, n) =>
    `${n.int(Number(days))} 天太长：期间用户会丢失 cookie，产品也会变化。${mde === null ? '' : `${n.int(Number(shorter))} 天的实验能看到 ${n.pct(Number(mde), 1)} 及以上的变化；更大胆的改动或噪声更小的指标能更快得到结论。`}`,
  'power.beyond-history': ({ days, history }, n) =>
    `数据只有 ${n.int(Number(history))} 天；${n.int(Number(days))} 天超出了这个范围，这里假定用户仍按原来的速度到来。`,
  'power.at-hand': (args, n) =>
    `总共 ${n.int(Number(args.users))} 名用户时${args.chance === null ? '' : `，发现它的概率为 ${n.pct(Number(args.chance), 0)}`}${args.mde === null ? '，再大的变化也无法发现。' : `，能以 ${n.pct(Number(args.power), 0)} 的概率发现 ${n.pct(Number(args.mde), 1)} 及以上的变化。`}`,
  'power.maturing': ({ waiting, of, windowMs }, n) =>
    `${n.int(Number(of))} 名用户中有 ${n.int(Number(waiting))} 名尚未满指标所需的 ${n.duration(Number(windowMs))}；当前值来自其余用户。`,
  'power.no-window': ({ metric }) =>
    `${metric} 没有窗口，因此当前值取决于数据有多长。请填写实验将使用的窗口，例如 "7d"。`,
  'power.adjusted': ({ varianceRemoved }, n) =>
    `按实验前的行为校正，可去除 ${n.pct(Number(varianceRemoved), 0)} 的噪声，所需用户也减少同样的比例。`,
  'power.several-arms': ({ comparisons, alpha, whole }, n) =>
    `与对照组的 ${n.int(Number(comparisons))} 次比较共用 ${n.num(Number(whole))} 的 alpha：每次 ${n.num(Number(alpha))}。`,
  'power.price-of-looks': ({ looks, multiplier }, n) =>
    looks === 'hybrid'
      ? `一半的 alpha 留给运行期间的查看；结束时区间向两侧各延伸 ${n.num(Number(multiplier))} 个标准误。`
      : `随时可看是有代价的：区间向两侧各延伸 ${n.num(Number(multiplier))} 个标准误。`,
  'power.planned-looks': ({ looks, plan, inflation, none, change }, n) =>
    `按计划查看 ${n.int(Number(looks))} 次（${SPENDING[String(plan)]}），用户最多比只看一次多 ${n.pct(Number(inflation) - 1, 1)}。一越过界限就停止的话，没有变化时平均需要 ${n.int(Number(none))} 名用户，确有该变化时平均 ${n.int(Number(change))} 名。`,
};

const SPENDING: Readonly<Record<string, string>> = {
  'obrien-fleming': 'O’Brien–Fleming',
  pocock: 'Pocock',
  power: '幂函数族',
};

const LOOKS: Readonly<Record<string, string>> = {
  fixed: '只在结束时看一次',
  hybrid: '运行期间可看，结束时再看一次',
  'always-valid': '随时可看',
  planned: '按计划查看',
};

function level({ baseline, sd, kind, unit }: FindingArgs, n: Numbers): string {
  const value = amount(Number(baseline), { kind: kind!, unit: unit! }, n);
  return kind === 'rate' ? value : `${value}（标准差 ${amount(Number(sd), { unit: unit! }, n)}）`;
}

function users({ total, perArm, arms, isEven }: FindingArgs, n: Numbers): string {
  const smallest = isEven === true ? '每组' : '最小的一组';
  return ` ${n.int(Number(arms))} 组共 ${n.int(Number(total))} 名用户（${smallest} ${n.int(Number(perArm))} 名）`;
}

function change(args: FindingArgs, n: Numbers): string {
  const { metric, relative, absolute, direction, baseline } = args;
  const sign = direction === 'up' ? 1 : -1;
  const of = metric === null ? '' : ` ${metric} `;
  const from = amount(Number(baseline), args, n);
  const to = amount(Number(baseline) + sign * Number(absolute), args, n);
  const by = relative === null ? '' : `（${n.pct(Number(relative), 1)}）`;
  return `${of}从 ${from} ${sign > 0 ? '上升' : '下降'}到 ${to}${by}`;
}

function amount(value: number, { kind, unit }: FindingArgs, n: Numbers): string {
  if (typeof unit === 'string') return n.money(value, unit);
  return kind === 'rate' ? n.pct(value, value < 0.01 ? 3 : 2) : n.num(value);
}
