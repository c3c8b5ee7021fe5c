import type { segmentsFindings as english } from '../en/segments-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const segmentsFindings: typeof english = {
  'segments.nobody': ({ name, of }, n) =>
    `${int(of, n)} 名用户中没有人属于“${String(name)}”：规则没有选中任何人`,
  'segments.everybody': ({ name, of }, n) =>
    `${int(of, n)} 名用户全部属于“${String(name)}”：规则选中了所有人`,
  'segments.size': (args, n) => `${size(args, n)}。`,
  'segments.moves': (args, n) =>
    `${size(args, n)}；在 ${n.date(Date.parse(String(args.start)), 'UTC')} 起的周期里进入 ${int(args.entered, n)} 人，离开 ${int(args.left, n)} 人。`,
  'segments.overlap': ({ first, second, both, either, share }, n) =>
    `“${String(first)}”与“${String(second)}”重叠最多：${int(either, n)} 名用户中有 ${int(both, n)} 人同属两者（${n.pct(Number(share), 0)}）。`,
  'segments.lift': ({ segment, metric, lift, low, high }, n) =>
    `与其他用户相比，“${String(segment)}”的“${String(metric)}”相差 ${n.lift(Number(lift), 0)}（${n.lift(Number(low), 0)} 至 ${n.lift(Number(high), 0)}）；这说明他们是谁，而不是什么造成了差异。`,
  'segments.no-traits': ({ name, compared }, n) =>
    `没有能确定区分“${String(name)}”的特征：共比较 ${int(compared, n)} 项。`,
  'segments.trait': ({ name, kind, column, value, own, other }, n) =>
    `最能区分“${String(name)}”的特征：${trait(kind, column, value)}，分群内占 ${n.pct(Number(own), 0)}，其他用户占 ${n.pct(Number(other), 0)}。`,
};

function size({ name, users, of, share }: FindingArgs, n: Numbers): string {
  return `“${String(name)}”有 ${int(users, n)} 人，共 ${int(of, n)} 名用户（${n.pct(Number(share), 1)}）`;
}

function trait(
  kind: FindingArgs[string] | undefined,
  column: FindingArgs[string] | undefined,
  value: FindingArgs[string] | undefined,
): string {
  if (kind === 'event') return `近期有 ${String(value)}`;
  return kind === 'above'
    ? `${String(column)} 高于 ${String(value)}`
    : `${String(column)} = ${String(value)}`;
}

function int(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}
