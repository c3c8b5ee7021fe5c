import type { pathsFindings as english } from '../en/paths-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const pathsFindings: typeof english = {
  'paths.counted': ({ paths, users, count }, n) =>
    count === 'users'
      ? `跟踪了 ${units(users, 'users', n)}`
      : `跟踪了 ${units(users, 'users', n)}的 ${units(paths, 'sessions', n)}`,
  'paths.open': ({ open, count }, n) => `${units(open, count, n)}未计入：可能延续到数据结束之后`,
  'paths.reached': ({ from, to, rate, low, high, paths, of, count }, n) =>
    `${units(of, count, n)}中，${n.pct(Number(rate), 1)} ${from === null ? '' : `从 ${from} `}到达 ${to}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}）：${n.int(Number(paths))}。`,
  'paths.most': ({ from, to, name, paths, of, rate, count }, n) =>
    `${way(from, to)}最常见的路径是 ${name}：${n.pct(Number(rate), 1)}（${units(of, count, n)}中的 ${n.int(Number(paths))}）。`,
  'paths.way': ({ name, paths, of }, n) =>
    `到达的最常见路径是 ${name}：${n.int(Number(of))} 条中的 ${n.int(Number(paths))} 条。`,
  'paths.stop': ({ event, paths, of }, n) =>
    `在未到达的 ${n.int(Number(of))} 条中，有 ${n.int(Number(paths))} 条在所示步骤内止于 ${event}。`,
  'paths.rest': ({ sequences, others, left, count }, n) =>
    `列表显示最常见的 ${n.int(Number(sequences))} 种；其余 ${n.int(Number(others))} 种共有 ${units(left, count, n)}。`,
  'paths.differs': ({ name, group, other, rate, otherRate, estimate, low, high, p }, n) =>
    `${name}：${group} 为 ${n.pct(Number(rate), 1)}，${other} 为 ${n.pct(Number(otherRate), 1)}：相差 ${n.pp(Number(estimate), 1)}（${n.pp(Number(low), 1)} 至 ${n.pp(Number(high), 1)}），${n.pIs(Number(p))}。`,
  'paths.differences': ({ clear, tested, control }, n) =>
    `与 ${control} 的 ${n.int(Number(tested))} 项比较中有 ${n.int(Number(clear))} 项差异明显（已控制错误发现率）。若分组不是随机划分的，差异也可能另有原因。`,
  'paths.no-difference': ({ tested, control }, n) =>
    Number(tested) === 0
      ? `路径太少见，无法与 ${control} 比较。`
      : `与 ${control} 相比，没有哪条路径明显更多或更少（${n.int(Number(tested))} 项比较，已控制错误发现率）。`,
};

function way(from: FindingArgs[string] | undefined, to: FindingArgs[string] | undefined): string {
  if (from === null && to === null) return '开始时';
  return from === null ? `到达 ${String(to)} 之前` : `从 ${String(from)} 出发`;
}

function units(
  count: FindingArgs[string] | undefined,
  of: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return `${n.int(Number(count))} ${of === 'users' ? '名用户' : '个会话'}`;
}
