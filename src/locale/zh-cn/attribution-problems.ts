import type { attributionProblems as english } from '../en/attribution-problems';

const NEEDED: Readonly<Record<string, string>> = {
  touch: '什么算触点',
  conversion: '什么算转化',
};

export const attributionProblems: typeof english = {
  'attribution-needs': ({ needs }) => ({
    message: `分析没有说明${NEEDED[String(needs)] ?? needs}。`,
    hint: '触点是一个事件及其渠道列："touch": { "event": "visit", "channel": "channel" }。转化是一个事件："conversion": { "event": "purchase" }。',
  }),
  'attribution-needs-paths': () => ({
    message: '数据里既没有事件，也没有汇总好的路径。',
    hint: '请标出数据的用户、时间和事件列，或路径和转化数列。',
  }),
  'too-many-channels': ({ name, found, most }, n) => ({
    message: `触点上的“${name}”至少有 ${n.int(Number(found))} 个不同的值，它不像是渠道；最多比较 ${n.int(Number(most))} 个渠道。`,
    hint: '请选一列像“搜索、邮件、社交”这样的值，或先把取值归类。',
  }),
  'too-many-touches': ({ most }, n) => ({
    message: `全部路径的触点合计超过 ${n.int(Number(most))} 个。`,
    hint: '请缩短回溯期，让路径在转化后重新开始（"reset": true），或只保留最后几步（"maxSteps": 50）。',
  }),
  'negative-count': ({ name, found }, n) => ({
    message: `“${name}”里有 ${n.num(Number(found))}；数量不会是负数。`,
    hint: '请检查哪些列被标为转化数和未转化数。',
  }),
  'needs-ages': () => ({
    message: '时间衰减需要知道每个触点的时间；汇总好的路径里没有。',
    hint: '请去掉这个模型，或直接读取事件。',
  }),
  'same-model': ({ name }) => ({
    message: `模型“${name}”列了两次。`,
    hint: '请只列一次，或给其中一个换别的数字。',
  }),
  'weights-are-zero': () => ({
    message: '三个权重都是 0，没有可分的功劳。',
    hint: '请写首次、中间合计、末次的份额，例如 [0.4, 0.2, 0.4]。',
  }),
  'no-conversions': ({ event }) => ({
    message: event ? `没有用户有符合条件的转化事件“${event}”。` : '表里没有转化。',
    hint: '请检查转化的条件和日期。',
  }),
  'no-conversions-in-range': ({ event, from, to }) => ({
    message: `${from} 至 ${to} 之间没有发生“${event}”。`,
    hint: '请检查日期；结束日期不包含在内。',
  }),
  'not-a-cost-table': ({ cell }) => ({
    message: `“${cell}”不是花费表。`,
    hint: '请标出它的列："roles": { "channel": "channel", "date": "date", "cost": "cost" }。',
  }),
  'units-differ': ({ value, cost }) => ({
    message:
      value && cost
        ? `价值的单位是 ${value}，花费的单位是 ${cost}，不能相除。`
        : '价值和花费的单位不同，不能相除。',
    hint: '请换算其中之一，并给两列标上同一单位。',
  }),
  'no-cost': () => ({ message: '这个渠道没有花费，因此没有花费回报。', hint: null }),
  'no-conversions-credited': () => ({
    message: '模型没有给这个渠道任何转化，因此没有每次转化的成本。',
    hint: null,
  }),
  'no-upper-end': () => ({
    message: '有些重抽样里这个渠道没有转化：每次转化的成本没有上限。',
    hint: '请等待更多转化。',
  }),
  'no-touched-conversions': () => ({
    message: '没有任何转化之前有触点，因此谈不上缺少哪个渠道。',
    hint: '请检查触点事件和回溯期。',
  }),
  'value-not-positive': () => ({
    message: '价值合计不大于零，无法分配。',
    hint: '请检查价值列：退款可能超过了购买。',
  }),
  'chain-too-large': ({ states }, n) => ({
    message: `马尔可夫链${states ? `有 ${n.int(Number(states))} 个状态，` : ''}太大，无法为每次重抽样重新求解，因此没有区间。`,
    hint: '请降低阶数、减少重抽样次数，或合并渠道。',
  }),
};
