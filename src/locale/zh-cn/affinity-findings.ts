import type { affinityFindings as english } from '../en/affinity-findings';

export const affinityFindings: typeof english = {
  'affinity.events': ({ events, users }, n) =>
    `${n.int(Number(users))} 名用户的 ${n.int(Number(events))} 个事件`,
  'affinity.without': ({ events }, n) => `${n.int(Number(events))} 个事件没有内容`,
  'affinity.open': ({ users }, n) => `${n.int(Number(users))} 名用户的观察期未满，不计入回访`,
  'affinity.one-group': () => '只有一个分组，没有可比较的对象。',
  'affinity.none': () => '没有分组明显偏好某个内容。',
  'affinity.prefers': ({ group, content, events, of, rate, others, shrunken }, n) =>
    `“${String(group)}”偏好“${String(content)}”：占其事件的 ${n.pct(Number(rate), 1)}（${n.int(Number(of))} 个中的 ${n.int(Number(events))} 个），其他组为 ${n.pct(Number(others), 1)}，是预期的 ${n.num(Number(shrunken))} 倍。`,
  'affinity.no-return': ({ from, to }, n) =>
    `首个内容之后 ${n.duration(Number(from))} 至 ${n.duration(Number(to))}，无论是什么内容，用户回访的比例相近。`,
  'affinity.returns': (args, n) => {
    const { content, rate, returned, of, estimate, low, high, from, to } = args;
    return `以“${String(content)}”开始的用户中，${n.pct(Number(rate), 1)}（${n.int(Number(of))} 人中的 ${n.int(Number(returned))} 人）在其后 ${n.duration(Number(from))} 至 ${n.duration(Number(to))} 回访，与其他人相差 ${n.pp(Number(estimate))}（${n.pp(Number(low))} 至 ${n.pp(Number(high))}）。`;
  },
};
