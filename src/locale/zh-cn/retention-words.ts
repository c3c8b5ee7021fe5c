import type {
  retentionChoices as choices,
  retentionFormWords as form,
  retentionWords as english,
} from '../en/retention-words';

const PERIODS: Readonly<Record<string, string>> = {
  hour: '小时',
  day: '天',
  week: '周',
  month: '月',
};

export const retentionChoices: typeof choices = {
  cohortKind: {
    'first-time': '第一次满足条件的开始',
    'first-ever': '有史以来第一次开始（须满足条件）',
    recurring: '每个有开始的周期',
  },
  returnMode: {
    on: '在当期',
    'on-or-after': '在当期或以后',
    brackets: '按周期区间',
    'on-or-before': '在当期或之前',
    streak: '至今每一期',
  },
  returnWindows: { calendar: '按日历', '24h': '自每次开始起，每 24 小时' },
  overallRow: { pooled: '所有用户合并', balanced: '始终可知的同期群', mean: '各同期群的简单平均' },
};

export const retentionFormWords: typeof form = {
  start: '起始事件',
  return: '回访事件',
  cohorts: '同期群',
  periods: '显示周期数',
  mode: '怎样算回访',
  brackets: '各区间的周期数',
  horizon: '计入的最后一期',
  windows: '时间窗口',
  minimum: '最少回访次数',
  breakdown: '细分列',
  overall: '总体行',
};

export const retentionWords: typeof english = {
  cohort: '同期群',
  allCohorts: '全部同期群',
  group: '分组',
  groups: '分组',
  started: '开始人数',
  offset: '期',
  returned: '回访人数',
  could: '总数',
  interval: '95 % 区间',
  wholeCurve: '整条曲线，95 %',
  comparison: (control) => `与 ${control} 比较`,
  curve: '曲线',
  heat: '同期群',
  curveDifference: (control) => `与 ${control} 之差`,
  periodNumber: (period, mode, label) => {
    const name = `第 ${label} ${PERIODS[period] ?? period}`;
    if (mode === 'on-or-after') return `${name}起`;
    if (mode === 'on-or-before') return `至${name}`;
    return mode === 'streak' && label !== '0' ? `连续至${name}` : name;
  },
  periodsAfter: (period) => `开始后的${PERIODS[period] ?? period}数`,
  more: '更多',
  fewer: '更少',
  unknown: '尚未可知',
  shareBack: '回访比例',
  sumPerUser: (column) => `人均 ${column}`,
  heatDescription: (rows, columns, least, most) =>
    `${rows} 行、${columns} 个周期；开始之后的数值在 ${least} 到 ${most} 之间。带斜线的单元格尚未可知。`,
  curveDescription: (name, parts) => `${name}：${parts}。`,
  atPeriod: (label, value) => `第 ${label} 期 ${value}`,
};
