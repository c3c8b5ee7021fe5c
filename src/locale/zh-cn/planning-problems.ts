import type { planningProblems as english } from '../en/planning-problems';

const NEEDED: Readonly<Record<string, string>> = {
  metric: '一个可从数据源得出当前值的指标',
  baseline: '带指标的数据源，或用 "baseline" 填写当前值',
  sd: '用 "sd" 填写单个用户的标准差，或提供能得出它的数据源',
};

/** 实验规划的问题。 */
export const planningProblems: typeof english = {
  'plan-needs': ({ needs }) => ({
    message: `规划缺少起点：需要${NEEDED[String(needs)] ?? needs}。`,
    hint: null,
  }),
  'nobody-to-expose': ({ event }) => ({
    message: `没有用户有会使其进入实验的事件“${event}”。`,
    hint: '请检查曝光的筛选条件。',
  }),
  'too-few-matured': ({ users }, n) => ({
    message: `只有 ${n.int(Number(users))} 名用户已满指标的窗口；得出当前值至少需要两名。`,
    hint: '请缩短窗口，或等待更多数据。',
  }),
  'baseline-is-zero': () => ({
    message: '该指标目前为零，因此变化没有百分比。',
    hint: '请写成 "mde": { "absolute": … }，或检查该事件是否有记录。',
  }),
  'arrivals-unknown': ({ canBeTyped }) => ({
    message: '不知道会来多少用户，因此无法给出天数。',
    hint: canBeTyped === true ? '请用 "arrivals" 填写每天新增用户数，或指定一个事件数据源。' : null,
  }),
  'history-too-short': ({ days, needed, canBeTyped }, n) => ({
    message: `数据只有 ${n.int(Number(days))} 个完整的天；至少需要 ${n.int(Number(needed))} 天才能规划天数。`,
    hint: canBeTyped === true ? '请用 "arrivals" 填写每天新增用户数。' : null,
  }),
  'arrivals-stopped': ({ last, days, canBeTyped }, n) => ({
    message: `最后一批新用户出现在 ${last}，此后到数据结束有 ${n.int(Number(days))} 个完整的天没有新用户，因此不知道何时还会有。`,
    hint: canBeTyped === true ? '请用 "arrivals" 填写每天新增用户数。' : null,
  }),
  'exposure-is-over': ({ end }) => ({
    message: `曝光已按计划于 ${end} 结束，之后来的用户不计入。`,
    hint: null,
  }),
  'split-needs-arms': ({ arms, found }, n) => ({
    message: `分流有 ${n.int(Number(found))} 个占比，而分组有 ${n.int(Number(arms))} 个。`,
    hint: '请为每个分组填写一个占比，对照组在前。',
  }),
  'not-counts': ({ arm, users, conversions }, n) => ({
    message: `分组“${arm}”的 ${users === null ? '（缺失）' : n.num(Number(users))} 名用户中有 ${conversions === null ? '（缺失）' : n.num(Number(conversions))} 次转化。`,
    hint: '计数必须是整数，且同一用户不能转化两次：请统计用户数而不是事件数。',
  }),
  'not-arms': ({ found }) => ({
    message: `“${found}”不是带有用户数和转化数的分组。`,
    hint: '请每个分组写一行，例如“control 24102 1211”，至少两个分组。',
  }),
  'needs-users': ({ name }) => ({
    message: `“${name}”要从用户读取，而这里只有计数。`,
    hint: '请将它删除；可用 “where” 从多个实验中选出一个。',
  }),
  'counts-have-one-metric': () => ({
    message: '用户数与转化数只有一个指标：发生转化的用户占比。',
    hint: '请省略 “metrics”，或只写一个类型为 "proportion" 的指标，仅含方向、目标值或界值。',
  }),
  'definitions-cycle': ({ path }) => ({
    message: `这些笔记本互相引用对方的定义：${path}。`,
    hint: '请让其中一个自行定义指标。',
  }),
  'no-definitions': ({ file }) => ({
    message: `笔记本“${file}”没有定义任何指标。`,
    hint: '供其他笔记本使用的指标应写在类型为“definitions”的单元格中。',
  }),
};
