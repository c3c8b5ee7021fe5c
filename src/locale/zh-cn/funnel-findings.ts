import type { funnelFindings as english } from '../en/funnel-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** 漏斗结果的说法。 */
export const funnelFindings: typeof english = {
  'funnel.all-over': ({ windowMs, count }, n) =>
    `所有${NAMES[String(count)]}都已满 ${n.duration(Number(windowMs))}`,
  'funnel.open': ({ open, of, windowMs, count }, n) =>
    `${n.int(Number(of))} ${UNITS[String(count)]}中有 ${n.int(Number(open))} ${UNITS[String(count)]}仍在 ${n.duration(Number(windowMs))} 窗口内：尚未到期，不算流失`,
  'funnel.no-window': () => '没有窗口：最后进入者的时间较短',
  'funnel.removed': ({ removed, count }, n) =>
    `${n.int(Number(removed))} ${UNITS[String(count)]}因排除事件被移除`,
  'funnel.split-fits': () => '分流符合计划',
  'funnel.split-off': () => '分流与计划不符',
  'funnel.split-unknown': () => '未检查分流',

  'funnel.converted': (args, n) =>
    `进入漏斗的 ${counted(args.of, args.count, n)}中，${n.pct(Number(args.rate), 1)}${within(args, n)}到达 ${args.event}：${n.int(Number(args.users))}（${n.pct(Number(args.low), 1)} 至 ${n.pct(Number(args.high), 1)}）。`,
  'funnel.nothing-yet': ({ users, count, windowMs }, n) =>
    `目前无法得出结论：${counted(users, count, n)}进入漏斗，但都未满 ${n.duration(Number(windowMs))}。`,
  'funnel.more-convert': (args, n) =>
    `${args.group} 中到达 ${args.event} 的比例更高：${shares(args, n)}。`,
  'funnel.fewer-convert': (args, n) =>
    `${args.group} 中到达 ${args.event} 的比例更低：${shares(args, n)}。`,
  'funnel.no-difference': (args, n) =>
    `到达 ${args.event} 的比例没有明显差异。${args.group}：${shares(args, n)}。`,
  'funnel.not-comparable': ({ event, groups }, n) =>
    `${n.list(texts(groups))} 在 ${event} 这一步无法比较。`,

  'funnel.largest-loss': ({ from, to, users, of, share, count }, n) =>
    `流失最多的是从 ${from} 到 ${to}：${n.int(Number(of))} ${UNITS[String(count)]}中有 ${n.int(Number(users))} ${UNITS[String(count)]}（${n.pct(Number(share), 1)}）没有继续。`,
  'funnel.time': ({ medianMs, p90Ms }, n) =>
    `从第一步到最后一步的时间中位数为 ${n.duration(Number(medianMs))}；九成在 ${n.duration(Number(p90Ms))} 以内。`,
  'funnel.driver': (args, n) =>
    `具有“${traitName(args, n)}”特征者有 ${n.pct(Number(args.withTrait), 1)} 转化，其他人为 ${n.pct(Number(args.withoutTrait), 1)}：几率之比 ${n.num(Number(args.odds), 2)}（${n.num(Number(args.low), 2)} 至 ${n.num(Number(args.high), 2)}）。`,
  'funnel.not-a-cause': ({ more }, n) =>
    `${Number(more) > 0 ? `另有 ${n.int(Number(more))} 个明显的特征。` : ''}与转化相关的特征未必是原因。`,
  'funnel.no-drivers': ({ compared }, n) =>
    `从进入前的已知信息看，没有特征能明显区分转化者（比较了 ${n.int(Number(compared))} 个特征）。`,

  'funnel.split-explained': ({ p, observed }, n) =>
    `各分组的人数与计划不符（${texts(observed)
      .map((users) => n.int(Number(users)))
      .join(' 对 ')}；${n.pIs(Number(p))}）：有某种原因不均匀地增加或减少了用户。`,
  'funnel.ties': ({ share, tied, of, order }, n) =>
    `${n.pct(Number(share), 1)} 的步骤（${n.int(Number(of))} 个中的 ${n.int(Number(tied))} 个）与上一步时间相同，先后不明；${order === 'strict' ? '按文件中的顺序处理' : '视为按顺序完成'}。`,
  'funnel.few': ({ groups, needed }, n) =>
    `${n.list(texts(groups))} 不足 ${n.int(Number(needed))}，数量太少，不宜比较。`,

  'funnel.rule': ({ order, entry, count, windowMs, hold }, n) =>
    `规则：步骤${ORDERS[String(order)]}${windowMs === null ? '' : `，都在进入后${n.duration(Number(windowMs))}之内`}；${count === 'totals' ? '一次尝试在转化、超时或被阻断时结束，之后才能开始下一次' : ENTRIES[String(entry)]}${texts(hold).length > 0 ? `；${n.list(texts(hold))} 须保持相同` : ''}。`,
  'funnel.exclusion': ({ event, from, to, rule }) =>
    rule === 'remove'
      ? `在第 ${from} 步与第 ${to} 步之间发生过 ${event} 的用户从漏斗中移除。`
      : `在第 ${from} 步与第 ${to} 步之间发生 ${event}，则止于已到达的步骤。`,
  'funnel.conditional': () =>
    '只有占进入者的比例才是同类相比；相邻步骤之间的比率仅供描述，因为谁能走到那一步本身受分组影响。',
  'funnel.corrected': ({ comparisons }, n) =>
    `共 ${n.int(Number(comparisons))} 次比较：p 值已校正（Holm）。`,
};

const NAMES: Readonly<Record<string, string>> = { users: '用户', sessions: '会话', totals: '尝试' };

const UNITS: Readonly<Record<string, string>> = {
  users: '名用户',
  sessions: '个会话',
  totals: '次尝试',
};

const ORDERS: Readonly<Record<string, string>> = {
  ordered: '须按此顺序，中间可有其他事件',
  strict: '须按此顺序，中间不得有其他事件',
  unordered: '不限顺序',
};

const ENTRIES: Readonly<Record<string, string>> = {
  any: '任意一次进入都可计入',
  first: '只计第一次进入',
};

function counted(
  value: FindingArgs[string] | undefined,
  count: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return `${n.int(Number(value))} ${UNITS[String(count)]}`;
}

function within({ windowMs }: FindingArgs, n: Numbers): string {
  return windowMs === null ? '' : ` 在 ${n.duration(Number(windowMs))} 内`;
}

function shares(args: FindingArgs, n: Numbers): string {
  const range = `${n.num(100 * Number(args.low), 1)} 至 ${n.num(100 * Number(args.high), 1)}`;
  return `${n.pct(Number(args.rate), 1)}，${args.control} 为 ${n.pct(Number(args.controlRate), 1)}，差异 ${n.pp(Number(args.difference), 1)}（${range}），${n.pIs(Number(args.p))}`;
}

function traitName({ kind, column, value }: FindingArgs, n: Numbers): string {
  if (kind === 'event') return `做过 ${value}`;
  return kind === 'above' ? `${column} 高于 ${n.num(Number(value))}` : `${column} = ${value}`;
}

function texts(value: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
