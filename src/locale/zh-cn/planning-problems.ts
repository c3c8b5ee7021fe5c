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
  'nobody-entered': ({ event }) => ({
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
  'arrivals-unknown': () => ({
    message: '不知道会来多少用户，因此无法给出天数。',
    hint: '请用 "arrivals" 填写每天新增用户数，或指定一个事件数据源。',
  }),
  'history-too-short': ({ days, needed }, n) => ({
    message: `数据只有 ${n.int(Number(days))} 个完整的天；至少需要 ${n.int(Number(needed))} 天才能规划天数。`,
    hint: '请用 "arrivals" 填写每天新增用户数。',
  }),
  'split-needs-arms': ({ arms, found }, n) => ({
    message: `分流有 ${n.int(Number(found))} 个占比，而分组有 ${n.int(Number(arms))} 个。`,
    hint: '请为每个分组填写一个占比，对照组在前。',
  }),
};
