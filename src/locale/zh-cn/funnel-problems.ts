import type { funnelProblems as english } from '../en/funnel-problems';

export const funnelProblems: typeof english = {
  'nobody-entered': ({ event }) => ({
    message: `没有用户通过“${event}”进入漏斗。`,
    hint: '请检查第一步的条件、日期范围和筛选条件。',
  }),
  'all-open': ({ users }, n) => ({
    message: `进入漏斗的 ${n.int(Number(users))} 个对象都还在窗口期内，目前无法得出结论。`,
    hint: '请缩短窗口，或等待更多数据。',
  }),
  'nobody-reached': ({ event }) => ({
    message: `没有人在漏斗中完成“${event}”。`,
    hint: null,
  }),
  'few-durations': ({ values, needed }, n) => ({
    message: `计算中位数的区间需要 ${n.int(Number(needed))} 个时长，这里只有 ${n.int(Number(values))} 个。`,
    hint: '请等待更多数据。',
  }),
  'unordered-cannot': ({ what, steps }, n) => ({
    message:
      what === 'optional'
        ? '不限顺序时没有可选步骤：每一步要么完成，要么没有完成。'
        : `不限顺序时，排除事件只能作用于第一步到最后一步（1 到 ${n.int(Number(steps))}），并且只能阻断。`,
    hint:
      what === 'optional'
        ? '请去掉该步骤，或将顺序设为 "ordered"。'
        : '请修改 from、to 和 rule，或将顺序设为 "ordered"。',
  }),
  'optional-end': ({ step }) => ({
    message: `第 ${step} 步不能是可选步骤：第一步和最后一步决定谁进入漏斗、谁完成转化。`,
    hint: '请将其改为普通步骤，或去掉该步骤。',
  }),
  'exclusion-without-steps': ({ from, to, steps }) => ({
    message: `漏斗共有 ${steps} 步，第 ${from} 步与第 ${to} 步之间没有内容。`,
    hint: '请在 "from" 中填写排除事件之前的步骤编号，在 "to" 中填写之后的步骤编号。',
  }),
  'no-such-step': ({ step, steps }) => ({
    message: `没有第 ${step} 步；漏斗共有 ${steps} 步。`,
    hint: null,
  }),
  'no-such-group': ({ name, known, near }) => ({
    message: `没有名为“${name}”的分组。`,
    hint: [
      Array.isArray(known) ? `现有分组：${known.join('、')}。` : '',
      near ? `您是否想写“${near}”？` : '',
    ]
      .filter(Boolean)
      .join(''),
  }),
};
