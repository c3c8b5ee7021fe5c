import type {
  rfmChoices as englishChoices,
  rfmFormWords as englishForm,
  rfmWords as english,
} from '../en/rfm-words';

export const rfmWords: typeof english = {
  segments: '客户分层',
  customers: '客户',
  ofCustomers: '占客户',
  value: '金额',
  part: '占金额',
  perUser: '客均',
  medianRecency: '距上次购买天数（中位数）',
  meanFrequency: '购买天数（平均）',
  scores: '评分',
  measure: '维度',
  score: '分数',
  range: '取值',
  measures: { recency: '最近一次（天）', frequency: '频次（购买天数）', monetary: '金额' },
  between: (above, upTo) => {
    if (above === null) return `不超过 ${upTo}`;
    return upTo === null ? `高于 ${above}` : `高于 ${above}，不超过 ${upTo}`;
  },
  migration: '分层迁移',
  before: '之前',
  now: '现在',
  ofThose: '占原分层',
  cells: '全部评分组合',
  cell: 'R F M',
  grid: '最近一次与频次、金额',
  recencyScore: '最近一次得分（5：最近）',
  fmScore: 'F 与 M 的平均',
  names: {
    champions: '冠军客户',
    loyal: '忠诚客户',
    'potential-loyalists': '潜在忠诚客户',
    new: '新客户',
    promising: '有潜力客户',
    'need-attention': '需要关注',
    'about-to-sleep': '即将沉睡',
    'cannot-lose': '不能流失',
    'at-risk': '有流失风险',
    hibernating: '沉睡客户',
    lost: '已流失',
    '(other)': '其他',
    '(new)': '新增客户',
    '(none)': '已非客户',
  },
  gridOf: (customers, most, recency, fm) =>
    `${customers} 名客户按最近一次得分与频次、金额平均分分布；人数最多的一格有 ${most} 人，得分为 ${recency} 与 ${fm}。`,
  segmentOf: (name, share, part) => `${name}：占客户 ${share}，占金额 ${part}。`,
  migrationOf: (previous, kept, of) =>
    `${previous}的客户现在在哪一层；${of} 人中有 ${kept} 人仍在同一层。`,
};

export const rfmFormWords: typeof englishForm = {
  monetary: '金额口径',
  cuts: '固定分界点',
  rfmSegments: '自定义分层',
  previousDate: '对比的截止日期',
};

export const rfmChoices: typeof englishChoices = {
  monetary: { sum: '全部购买合计', mean: '单次购买平均' },
};
