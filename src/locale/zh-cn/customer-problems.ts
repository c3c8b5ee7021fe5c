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
  'nobody-from-channel': () => ({ message: '没有已知来自该处的用户。', hint: null }),
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
  'tiers-not-ascending': ({ name, from, below, belowFrom }, n) => ({
    message: `等级“${name}”从 ${n.num(Number(from))} 开始，不高于“${below}”（${n.num(Number(belowFrom))}）。`,
    hint: '请从低到高列出等级，门槛逐级提高。',
  }),
  'same-tier': ({ name }) => ({
    message: `有两个等级都叫“${name}”，或该名称已被占用。`,
    hint: '请为每个等级取不同的名称。',
  }),
  'no-mature-orders': () => ({ message: '这里没有已过复购时限的订单。', hint: null }),
  'nobody-in-tier': () => ({ message: '没有人处于这一等级。', hint: null }),
  'most-still-there': () => ({ message: '超过一半的人仍在该等级，无法给出中位时间。', hint: null }),
  'too-few-near': ({ users, needed }, n) => ({
    message: `门槛一侧只有 ${n.int(Number(users))} 名用户有订单；计算差异至少需要 ${n.int(Number(needed))} 名。`,
    hint: '请放宽 "near"，或等待更多数据。',
  }),
};
