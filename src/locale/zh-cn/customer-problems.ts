import type { customerProblems as english } from '../en/customer-problems';

export const customerProblems: typeof english = {
  'one-user': ({ measured }) => ({
    message: `只有一名用户有“${measured}”；用户之间的比较至少需要两名。`,
    hint: '请检查筛选条件、日期，以及哪一列被标记为用户。',
  }),
  'nothing-to-share': ({ measured }) => ({
    message: `每名用户的“${measured}”合计都不大于 0，因此谈不上占比。`,
    hint: '请检查数值列，以及退款是否超过了购买。',
  }),
  'median-is-zero': () => ({ message: '中位用户为 0，无法计算倍数。', hint: null }),
  'previous-not-before': ({ previous, reference }) => ({
    message: `对比日期 ${previous} 不早于数据截止日 ${reference}。`,
    hint: '请选择更早的日期。',
  }),
  'no-purchases-before': ({ date }) => ({
    message: `截至 ${date} 还没有人购买，无从对比。`,
    hint: '请选择更晚的日期，或更长的回看期。',
  }),
  'nobody-in-segment': () => ({ message: '这一层没有客户。', hint: null }),
  'cuts-not-ascending': ({ found }) => ({
    message: `分界点 ${found} 不是递增的。`,
    hint: '请从小到大填写四个数。',
  }),
};
