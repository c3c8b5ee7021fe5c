import type {
  funnelChoices as englishChoices,
  funnelFormWords as englishForm,
  funnelWords as english,
} from '../en/funnel-words';

type Choices = {
  readonly [Field in keyof typeof englishChoices]: Readonly<
    Record<keyof (typeof englishChoices)[Field], string>
  >;
};

export const funnelWords: typeof english = {
  counted: { users: '用户数', sessions: '会话数', totals: '尝试次数' },
  anyEvent: '任意事件',
  stepByStep: '逐步转化',
  step: '步骤',
  optional: '可选',
  group: '分组',
  groups: '各分组',
  ofFirst: '占进入者',
  ofPrevious: '占上一步（描述性）',
  dropped: '流失',
  open: '尚未到期',
  removed: '已移除',
  entered: '进入',
  converted: '转化',
  medianTime: '距上一步的时间中位数',
  timeToConvert: '转化时间',
  histogram: '转化用时分布',
  comparisons: '差异',
  drivers: '转化者有何不同',
  trait: '特征',
  ofConverted: '占转化者',
  ofDropped: '占流失者',
  odds: '转化几率之比',
  trend: '按进入日期',
  enteredOn: '进入日期',
  unfinished: '尚未到期，截至目前',
  withOpen: '含尚未到期者',
  everybody: '全部',
  more: '更多',
  fewer: '更少',
  clear: '明显',
  units: { days: '天', hours: '小时', minutes: '分钟', seconds: '秒' },
  traitOf: (kind, column, value) => {
    if (kind === 'event') return `做过 ${value}`;
    return kind === 'above' ? `${column} 高于 ${value}` : `${column} = ${value}`;
  },
  sinceEntry: (unit) => `进入后的时间（${unit}）`,
  differenceTo: (control) => `与 ${control} 的差异（占进入者的比例）`,
  stepOf: (step, users, share) => `${step} ${users}（${share}）`,
  groupOf: (group, text) => `${group}：${text}。`,
  trendOf: (...[from, to, last, rate]) =>
    `按进入日期统计的转化比例，从 ${from} 到 ${to}；最后一个已到期的日期 ${last} 为 ${rate}。虚线表示窗口尚未结束，比例还可能上升。`,
  curveOf: (...[group, share, window, half]) =>
    `${group}：${window} 内 ${share} 完成转化，其中一半在 ${half} 内完成。`,
  histogramOf: (median, most) => `转化者的用时：一半不超过 ${median}，九成不超过 ${most}。`,
};

export const funnelFormWords: typeof englishForm = {
  steps: '步骤',
  order: '步骤顺序',
  entry: '哪次进入有效',
  countOfWhat: '统计对象',
  exclusions: '排除事件',
  afterStep: '在此步骤之后',
  beforeStep: '在此步骤之前',
  rule: '效果',
  hold: '须保持相同的列',
  tieGrace: '相隔不超过此时长的步骤视为有序',
  breakdown: '细分维度',
  breakdownBy: '细分值取自',
  optional: '可跳过',
  drivers: '转化者有何不同',
  driversBefore: '进入之前的时长',
  driversAfter: '进入之后的时长',
};

export const funnelChoices: Choices = {
  stepOrder: {
    ordered: '按所列顺序',
    strict: '按所列顺序且中间没有其他事件',
    unordered: '不限顺序',
  },
  entry: { any: '任意一次进入', first: '只计第一次进入' },
  countOfWhat: { users: '用户', sessions: '会话', totals: '尝试' },
  exclusionRule: { block: '到此为止', remove: '移除该用户' },
  breakdownBy: { first: '首次进入', last: '最后到达的步骤', all: '每一行：每个值各成一个漏斗' },
};
