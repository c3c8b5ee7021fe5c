import type { readoutWords as english } from '../en/readout-words';

/** 实验结果各面板的标题。 */
export const readoutWords: typeof english = {
  panels: {
    overTime: '随时间变化',
    segments: '分群',
    distribution: '分布',
    certainty: '有多确定',
    methods: '其他方法',
    arms: '分组',
  },
  worthOf: (users, days) => `价值几何：${days} 天内 ${users} 名用户`,
  perUser: '每名用户',
  inAll: '合计',
  shrunkenWorth: '收缩后',
  progress: '距目标进度',
  daysLeft: '还需天数',
  usersInAllArms: '所需用户数',
  days: (low, high) => `${low} 至 ${high}`,
  sinceExposure: '曝光后天数',
  sinceExposureOf: (metric) => `${metric}，按曝光后天数`,
  differenceOf: (metric) => `${metric} 的差异`,
  sinceExposureDescription: (metric, first, last, days) =>
    `曝光后每一天 ${metric} 的差异，只看已完整经历这一天的用户：第 1 天 ${first}，第 ${days} 天 ${last}。色带是每一天各自的区间。`,
  entriesOf: (metric) => `${metric}，按首次曝光日期`,
  entriesDescription: (metric, points) =>
    `按首次曝光时间划分用户后 ${metric} 的差异，共 ${points} 组，每组有自己的区间。`,
  histogramOf: (metric) => `${metric} 的分布`,
  shareOfUsers: '用户占比',
  shareOfValues: '数值占比',
  histogramDescription: (metric, arms) =>
    `有数值的用户中 ${metric} 的分布，每个分组一条线。${arms}`,
  noneOf: (arm, share) => `${arm}：${share} 没有数值。`,
  spread: '各分组的分布',
  values: '数值个数',
  zeros: '没有数值',
  top: '最大的十个占',
  quantiles: '分位数',
  level: '分位',
  methods: '用其他方法计算',
  method: '方法',
  names: {
    newcombe: 'Newcombe（1998）',
    'miettinen-nurminen': 'Miettinen–Nurminen（1985）',
    'agresti-caffo': 'Agresti–Caffo（2000）',
    fisher: 'Fisher 精确检验',
    barnard: 'Barnard 精确检验',
    delta: 'Delta 方法的提升（与 GrowthBook 相同）',
    'mann-whitney': 'Mann–Whitney 检验',
  },
  tendsLarger: '倾向于更大的概率',
};
