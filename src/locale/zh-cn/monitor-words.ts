import type {
  monitorChoices as englishChoices,
  monitorFormWords as englishForm,
  monitorWords as english,
} from '../en/monitor-words';

export const monitorWords: typeof english = {
  metrics: {
    users: '活跃用户',
    count: '事件数',
    sum: '总额',
    mean: '平均值',
    ratio: '比率',
    retention: '上一周期用户的再次来访率',
    nps: '净推荐值',
  },
  rules: '规则',
  rule: '规则',
  now: '当前',
  fires: '触发',
  quiet: '未触发',
  cannotTell: '无法判断',
  times: '触发次数',
  judged: '判断的周期',
  episodes: '事件段',
  lastTime: '最近一次',
  falseAlarms: '每年误报',
  periods: '逐周期',
  low: '预期下限',
  high: '预期上限',
  fired: '触发的规则',
  unfinished: '不完整',
  moved: '变化来自哪里',
  group: '分组',
  before: '之前',
  after: '之后',
  part: '对变化的贡献',
  ratePart: '自身数值',
  mixPart: '占比变化',
  sums: '累积和',
  sumDown: '向下',
  sumUp: '向上',
  movedFrom: (from, to) => `从 ${from} 到 ${to}`,
  movedMost: (from, to, group, part) =>
    `从 ${from} 到 ${to}，各组对变化的贡献；最大的是 ${group}，为 ${part}。`,
  watchedFrom: (metric, from, to, dates) =>
    `${metric}，逐周期，从 ${from} 到 ${to}，带状区域为仅有噪声时的预期范围。${dates === '' ? '没有规则触发。' : `触发规则的周期：${dates}。`}`,
  sumsOf: (rule, limit, times) =>
    `规则 ${rule} 的累积和：超过 ${limit} 即报警；共有 ${times} 个周期报警。`,
};

export const monitorChoices: {
  readonly [Input in keyof typeof englishChoices]: Readonly<
    Record<keyof (typeof englishChoices)[Input], string>
  >;
} = {
  monitorMetric: {
    users: '活跃用户',
    count: '事件数',
    sum: '某列总额',
    mean: '某列平均值',
    ratio: '两个数之比',
    retention: '再次来访的用户',
    nps: '净推荐值',
  },
  monitorRule: {
    change: '与之前相比的变化',
    level: '水平',
    cusum: '持续漂移（累积和）',
    anomaly: '与其他周期不同',
  },
};

export const monitorFormWords: typeof englishForm = {
  monitorRules: '规则',
  monitorRule: '规则',
  monitorRuns: '连续周期数',
  monitorBy: '变化超过',
  monitorLag: '与多少个周期之前相比',
  monitorBelow: '低于',
  monitorAbove: '高于',
  monitorWatch: '监视的方向',
  monitorSlack: '容差',
  monitorLimit: '界限',
  monitorBaseline: '作为常态的最初周期数',
  monitorShare: '异常至多占比',
};
