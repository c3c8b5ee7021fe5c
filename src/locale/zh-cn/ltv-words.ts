import type {
  ltvChoices as englishChoices,
  ltvFormWords as englishForm,
  ltvWords as english,
} from '../en/ltv-words';

const PERIODS = { day: '天', week: '周', month: '个月' } as const;

export const ltvFormWords: typeof englishForm = {
  purchase: '购买',
  customerStart: '从何时起算客户',
  buyingModel: '模型',
  timeUnit: '模型的时间单位',
  holdout: '留出最后',
  forecastHorizon: '预测时长',
  marginOfValue: '毛利率',
  discount: '年折现率',
};

export const ltvChoices: typeof englishChoices = {
  buyingModel: {
    'bg-nbd': 'BG/NBD',
    'mbg-nbd': 'MBG/NBD：首购后也可能流失',
    none: '不用模型',
  },
};

export const ltvWords: typeof english = {
  curve: '客户价值',
  after: '截至',
  age: (offset, period) => `第 ${offset} ${PERIODS[period]}`,
  customers: '客户数',
  customersOf: (customers) => `${customers} 名客户`,
  perCustomer: '人均',
  total: '合计',
  cohorts: '按同期群',
  cohort: '同期群',
  all: '全部客户',
  model: '模型',
  buying: '购买',
  spending: '客单价',
  parameter: '参数',
  estimate: '估计值',
  error: '标准误',
  range: '95 % 区间',
  holdout: '留出检验',
  tracking: '购买次数：预测与实际',
  repeats: '此前的复购次数',
  repeatPurchases: '复购次数',
  actual: '实际',
  expected: '预期',
  forecast: '预测',
  silent: '距上次购买的天数',
  there: '仍是客户',
  expectedValue: '预期价值',
  curveIs: (age, value, range) =>
    `客户自首期起累计带来的价值。截至${age}：${value}（覆盖整条曲线的区间带为 ${range}）。`,
  cohortIs: (cohort, age, value) => `${cohort} 的同期群：截至${age}为 ${value}。`,
  trackingIs: (from, actual, expected) =>
    `自开始以来的复购次数：实际发生的，以及只知道 ${from} 之前数据的模型所预期的；期末分别为 ${actual} 和 ${expected}。`,
  thereOf: (repeats, silent, chance) => `复购 ${repeats} 次、静默 ${silent} 天：${chance}`,
  thereIs: (cells) => `按复购次数和距上次购买的天数，客户尚未流失的概率。${cells}。`,
};
