import type { healthProblems as english } from '../en/health-problems';

export const healthProblems: typeof english = {
  'no-weights': () => ({
    message: '所有权重都是 0，没有任何维度起作用。',
    hint: '请至少给一个维度大于 0 的权重；或者全部不写权重，这样各维度权重相同。',
  }),
  'measure-needs': ({ name, measure, what }) => ({
    message: `维度“${String(name)}”的类型是“${String(measure)}”，但没有说明${what === 'of' ? '是什么的占比' : '用哪一列'}。`,
    hint:
      what === 'of'
        ? '请加上 "of"，例如 { "event": "purchase" }。'
        : '请加上 "value"，即一个数值列的名称。',
  }),
  'health-too-short': ({ days, needed }, n) => ({
    message: `数据只有 ${n.int(Number(days))} 个完整的日子；在历史上检验指数需要 ${n.int(Number(needed))} 天。`,
    hint: '请加载更长的历史，或缩短 "horizon" 和各维度的时间窗口。',
  }),
  'reference-too-late': ({ found, latest }) => ({
    message: `刻度固定在 ${String(found)}，晚于检验指数的日子 ${String(latest)}。`,
    hint: `请选择 ${String(latest)} 或更早的日子：检验时不能知道之后发生的事。`,
  }),
  'reference-too-early': ({ found, days, needed }, n) => ({
    message: `在 ${String(found)} 时数据只能回看 ${n.int(Number(days))} 天，而最长的时间窗口有 ${n.int(Number(needed))} 天。`,
    hint: '请为 "reference" 选择更晚的日子，或使用更短的时间窗口。',
  }),
  'bands-overlap': ({ healthy, watch }, n) => ({
    message: `观察区段从 ${n.num(Number(watch))} 开始，没有低于健康区段的 ${n.num(Number(healthy))}。`,
    hint: '"watch" 的数值应小于 "healthy"。',
  }),
  'nobody-looked-at': ({ users, activeWithin, minimum }, n) => ({
    message: `曾经活跃的 ${n.int(Number(users))} 名用户中，在现在和检验之时，没有人在 ${String(activeWithin)} 之内活跃过且活跃至少 ${n.int(Number(minimum))} 天。`,
    hint: '请延长 "activeWithin"、降低 "minimum"，或检查筛选条件和数据日期。',
  }),
  'nobody-scored': () => ({
    message: '没有人有指数：每个人已知的权重都不足 60 %。',
    hint: '请给多数用户都有数据的维度更高的权重，或去掉很少有人有数据的维度。',
  }),
  'cannot-validate': ({ users, left, needed }, n) => ({
    message: `当时有指数的 ${n.int(Number(users))} 名用户中流失 ${n.int(Number(left))} 人：至少要有 ${n.int(Number(needed))} 人流失、同样多的人留下才能检验。`,
    hint: '请加载更多用户或更长的历史，或延长 "horizon"。',
  }),
  'index-says-nothing': ({ estimate, low, high }, n) => ({
    message: `指数没有把流失者与留下者区分开：AUC ${n.num(Number(estimate), 3)}（${n.num(Number(low), 3)} 至 ${n.num(Number(high), 3)}；0.5 等于碰运气）。`,
    hint: '请查看各维度的 AUC：低于 0.5 的请反转方向，没有信息的请去掉。',
  }),
  'dimension-unknown': ({ name }) => ({
    message: `“${String(name)}”在流失者和留下者中已知的人太少，无法单独检验。`,
    hint: null,
  }),
  'value-not-given': () => ({
    message: '没有说明用户带来多少价值。',
    hint: '请加上 "value"，例如 { "event": "purchase", "value": "amount" }。',
  }),
};
