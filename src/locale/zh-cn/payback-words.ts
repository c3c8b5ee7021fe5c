import type { paybackFormWords as englishForm, paybackWords as english } from '../en/payback-words';

export const paybackFormWords: typeof englishForm = { acquisition: '获客' };

export const paybackWords: typeof english = {
  channels: '按渠道',
  channel: '渠道',
  cohorts: '按同期群',
  cohort: '获客于',
  acquired: '获客数',
  cost: '花费',
  cac: '获客成本',
  buyers: '购买者',
  costPerBuyer: '每名购买者',
  repeatBuyers: '复购者',
  costPerRepeatBuyer: '每名复购者',
  value: '价值',
  ratio: 'LTV/CAC',
  paidBackBy: '回本于',
  curve: 'LTV/CAC 随时间变化',
  balance: '花费与价值',
  curveIs: (channel, age, ratio, range) => `${channel}：截至${age}为 ${ratio}（${range}）。`,
  balanceIs: (channel, cost, value) => `${channel} 花费 ${cost}，带来 ${value}。`,
};
