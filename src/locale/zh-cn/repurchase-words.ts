import type {
  repurchaseChoices as englishChoices,
  repurchaseFormWords as englishForm,
  repurchaseWords as english,
} from '../en/repurchase-words';

export const repurchaseFormWords: typeof englishForm = {
  distinctPurchases: '合并计数',
  ordersFollowed: '跟踪到第几次购买',
  timeSince: '时间起点',
  within: '时限',
};

export const repurchaseChoices: typeof englishChoices = {
  distinctPurchases: { day: '同一天的购买算一次', event: '不合并：每行都算' },
  timeSince: { previous: '上一次购买', first: '首次购买' },
};

export const repurchaseWords: typeof english = {
  orders: '后续购买',
  order: '购买',
  orderOf: (order) => `第 ${order} 次购买`,
  customers: '可购人数',
  soFar: '迄今',
  within: (days) => `${Number(days.toFixed(2))} 天内`,
  median: '中位天数',
  groups: '按分组',
  group: '分组',
  comparisons: '与对照组相比',
  logRank: '对数秩 p',
  cohorts: '按同期群',
  cohort: '首购于',
  curve: '按天累计的复购',
  days: '天数',
  boughtAgain: '已再次购买',
  differs: '有差异',
  curveIs: (order, days, share, range) => `${order}：到第 ${days} 天有 ${share} 完成（${range}）。`,
};
