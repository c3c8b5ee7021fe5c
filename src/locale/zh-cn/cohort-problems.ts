import type { cohortProblems as english } from '../en/cohort-problems';

const PERIODS: Readonly<Record<string, string>> = {
  hour: '小时',
  day: '天',
  week: '周',
  month: '个月',
};

export const cohortProblems: typeof english = {
  'too-many-periods': ({ period, from, to, most }, n) => ({
    message: `从 ${from} 到 ${to} 超过 ${n.int(Number(most))} ${PERIODS[String(period)] ?? String(period)}。`,
    hint: '请选择更长的周期，并检查数据的最早和最晚日期。',
  }),
  'too-many-cells': ({ cells, most }, n) => ({
    message: `表格将有 ${n.int(Number(cells))} 个单元格，最多计算 ${n.int(Number(most))} 个。`,
    hint: '请选择更长的周期、更少的周期数，或更短的日期范围。',
  }),
  'nobody-started': ({ event, from, to }) =>
    from === null
      ? {
          message: `没有用户满足起始事件“${event}”的条件。`,
          hint: '请检查起始事件的筛选条件。',
        }
      : {
          message: `在 ${from} 到 ${to} 之间没有以“${event}”开始的同期群。`,
          hint: '请检查日期：同期群按其周期的开始日期选取，结束日期不包含在内。',
        },
  'not-mature': ({ through }) => ({
    message: `尚未可知：数据须完整到 ${through}。`,
    hint: null,
  }),
  'horizon-too-short': ({ horizon, least }, n) => ({
    message: `观察期 ${n.int(Number(horizon))} 早于所显示的最后一期 ${n.int(Number(least))}。`,
    hint: `请设为 ${n.int(Number(least))} 或更大，或减少显示的周期数。`,
  }),
  'cannot-combine': ({ first, second }) => ({
    message: `“${first}”与“${second}”不能同时使用。`,
    hint: '请去掉其中一个。',
  }),
  'too-few-starters': ({ users }, n) => ({
    message: `该同期群只有 ${n.int(Number(users))} 名用户；金额的区间至少需要两名。`,
    hint: null,
  }),
};
