import type { churnFormWords as englishForm, churnWords as english } from '../en/churn-words';

export const churnWords: typeof english = {
  now: '用户现状',
  state: '状态',
  active: '活跃',
  atRisk: '沉默时间超过自身习惯',
  churned: '已流失',
  rows: '各周期流失',
  there: '期初在册',
  left: '流失',
  rate: '流失率',
  back: '回流',
  unfinished: '未结束',
  curve: '沉默后还会回来吗',
  silentDays: '沉默天数',
  silences: '达到该天数的沉默',
  returned: '以回归结束',
  chance: '会回来',
  curveOf: (days, back, first) =>
    `按沉默天数统计，最终回来的比例：沉默 1 天后为 ${first}；沉默 ${days} 天（视为流失）后为 ${back}。`,
  rowsOf: (from, first, to, last) =>
    `各周期流失用户的比例及其 95 % 区间：${from} 的周期为 ${first}，${to} 的周期为 ${last}。`,
};

export const churnFormWords: typeof englishForm = {
  churnAfter: '沉默多久视为流失',
  churnBelow: '建议规则：回归比例低于',
  churnHorizon: '多久之内的回归算数',
  churnGaps: '判断习惯所需的间隔数',
};
