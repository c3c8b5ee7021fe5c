import type { words as english } from '../en/words';
import { attributionChoices, attributionFormWords, attributionWords } from './attribution-words';
import { concentrationFormWords, concentrationWords } from './concentration-words';
import { funnelChoices, funnelFormWords, funnelWords } from './funnel-words';
import { churnFormWords, churnWords } from './churn-words';
import { healthChoices, healthFormWords, healthWords } from './health-words';
import { segmentsFormWords, segmentsWords } from './segments-words';
import { lifecycleWords } from './lifecycle-words';
import { ltvChoices, ltvFormWords, ltvWords } from './ltv-words';
import { promoFormWords, promoWords } from './promo-words';
import { paybackFormWords, paybackWords } from './payback-words';
import { repurchaseChoices, repurchaseFormWords, repurchaseWords } from './repurchase-words';
import { monitorChoices, monitorFormWords, monitorWords } from './monitor-words';
import { frictionFormWords, frictionWords } from './friction-words';
import { npsFormWords, npsWords } from './nps-words';
import { referralFormWords, referralWords } from './referral-words';
import { campaignFormWords, campaignWords } from './campaign-words';
import { affinityFormWords, affinityWords } from './affinity-words';
import { pathsWords } from './paths-words';
import { powerWords } from './power-words';
import { readoutWords } from './readout-words';
import { rfmChoices, rfmFormWords, rfmWords } from './rfm-words';
import { tiersFormWords, tiersWords } from './tiers-words';
import { testsWords } from './tests-words';
import { retentionChoices, retentionFormWords, retentionWords } from './retention-words';

export const words: typeof english = {
  /** By kind: what a question is called, and what it answers. */
  analyses: {
    experiment: {
      title: 'A/B 测试',
      summary:
        '改动有没有带来改善？把各分组用户与对照组比较：分流是否可靠、哪些指标变了、该如何决定。',
    },
    funnel: {
      title: '漏斗',
      summary: '用户在哪里流失？进入者中有多少人逐步走到下一步、用了多长时间，以及转化者有何不同。',
    },
    paths: {
      title: '路径',
      summary: '用户怎么走？两个事件之间、某个事件之后或之前做了什么，各组之间有何不同。',
    },
    lifecycle: {
      title: '生命周期与增长',
      summary: '活跃在增长吗？每个周期里谁是新增、谁回来了、谁沉默了，以及大家多久来一次。',
    },
    churn: {
      title: '流失',
      summary: '沉默多少天算流失？谁已流失、谁沉默得比平时久，以及每个周期流失多少人。',
    },
    monitor: {
      title: '监控',
      summary:
        '有没有出问题？按日、周、月观察一个指标，用规则监视，看每条规则会触发多少次，以及变化来自哪里。',
    },
    health: {
      title: '健康指数与召回',
      summary:
        '谁快要流失？由最多十二个维度组成的指数，用后来发生的事检验，并给出区段、原因和召回名单。',
    },
    friction: {
      title: '等待与阻力',
      summary:
        '用户在哪里等待，又是否因此放弃？步骤之间的用时、等待时长、重复点击和错误，以及与之相关的流失。',
    },
    segments: {
      title: '分群',
      summary:
        '他们是谁？分群有多大、如何变化、如何重叠、之后表现如何，以及其中一个分群有何特征。',
    },
    nps: {
      title: '净推荐值',
      summary:
        '他们会推荐我们吗？得分及其区间，按分组、触达频率和时间查看。',
    },
    referral: {
      title: '推荐',
      summary:
        '他们在推荐我们吗？邀请、每个用户带来多少新用户（K 因子）、循环时间，以及受邀用户的表现。',
    },
    campaign: {
      title: '营销活动',
      summary:
        '活动有效吗？谁被触达、打开并行动，与保留组或其他人相比改变了什么，以及多频繁才算过度。',
    },
    affinity: {
      title: '内容与偏好',
      summary:
        '谁喜欢什么？各组对内容或品类的偏好（已收缩）、参与深度，以及什么让用户回来。',
    },
    power: {
      title: '实验规划',
      summary:
        '下一个实验要运行多久？从自己的数据或手填的数字得出所需用户数、天数和能发现的最小变化。',
    },
    retention: {
      title: '留存',
      summary:
        '他们还会回来吗？按开始时间划分同期群，统计之后每一期有多少人回访，并给出区间以及分组之间的差异。',
    },
    attribution: {
      title: '归因',
      summary: '哪个渠道该记功？把每次转化分给之前的触点，多个模型并排比较，附区间和花费。',
    },
    tiers: {
      title: '会员等级',
      summary: '等级体系有效吗？谁升级、保级、降级，停留多久，各等级的复购如何。',
    },
    rfm: {
      title: 'RFM',
      summary:
        '客户各属哪一类？按最近购买、购买频次与金额评分，归入有名称的分层，并看两个日期之间谁在迁移。',
    },
    concentration: {
      title: '超级用户',
      summary: '谁最重要？多少人贡献了多少，附置信区间；他们有何特征，获客成本多少。',
    },
    repurchase: {
      title: '复购',
      summary: '他们会再买吗？有多少人完成第二、第三次购买、隔多久，按首购内容和同期群分别来看。',
    },
    payback: {
      title: 'LTV/CAC 与回本',
      summary:
        '新用户能回本吗？每个渠道按用户、购买者、复购者计的成本，以及其用户随时间带来的价值。',
    },
    promo: {
      title: '促销',
      summary:
        '是券在起作用，还是产品？谁只用促销购买、会不会再来，以及一次促销在期间和之后几周带来了什么。',
    },
    ltv: {
      title: '客户价值',
      summary:
        '一名客户值多少？按客户年龄累计带来的价值与区间带，以及经留出数据检验的模型对未来的预期。',
    },
    calculator: {
      title: '计算器',
      summary: '只知道计数的两个或多个分组，手填或粘贴：无需数据即可得到实验结论。',
    },
  } as Readonly<Record<string, { readonly title: string; readonly summary: string }>>,
  ...attributionFormWords,
  attribution: attributionWords,
  ...retentionFormWords,
  cohortTable: retentionWords,
  choices: {
    ...attributionChoices,
    ...funnelChoices,
    ...monitorChoices,
    ...healthChoices,
    ...retentionChoices,
    ...ltvChoices,
    ...repurchaseChoices,
    ...rfmChoices,
  },
  ...monitorFormWords,
  monitor: monitorWords,
  ...frictionFormWords,
  friction: frictionWords,
  ...npsFormWords,
  nps: npsWords,
  ...referralFormWords,
  referral: referralWords,
  ...campaignFormWords,
  campaigns: campaignWords,
  ...affinityFormWords,
  affinity: affinityWords,
  ...powerWords,
  readout: readoutWords,
  worth: '价值几何',
  per: '周期',
  ...testsWords,
  users: '用户数',
  results: '结果',
  metric: '指标',
  arm: '分组',
  arms: '分组',
  treatment: '实验组',
  difference: '差异',
  lift: '提升',
  p: 'p',
  share: '占比',
  planned: '计划',
  goal: '目标',
  secondary: '次要',
  guardrail: '护栏',
  downIsGood: '越低越好',
  better: '更好',
  worse: '更差',
  same: '相同',
  unclear: '无明显差异',
  traffic: '每日用户数',
  effects: '效果',
  source: '数据',
  population: '人群',
  where: '条件',
  onlyWhere: '仅包含满足条件的行',
  event: '事件',
  column: '列',
  duration: '时长',
  date: '日期',
  range: '日期范围',
  to: '至',
  timezone: '时区',
  weekStart: '每周开始于',
  completeThrough: '数据完整截至',
  seed: '随机种子',
  roles: '列的角色',
  ...funnelFormWords,
  funnel: funnelWords,
  ...concentrationFormWords,
  ...rfmFormWords,
  rfm: rfmWords,
  ...tiersFormWords,
  tiers: tiersWords,
  concentration: concentrationWords,
  lifecycle: lifecycleWords,
  ...segmentsFormWords,
  segmentsRead: segmentsWords,
  ...healthFormWords,
  health: healthWords,
  ...ltvFormWords,
  ltv: ltvWords,
  ...promoFormWords,
  promo: promoWords,
  ...paybackFormWords,
  payback: paybackWords,
  ...repurchaseFormWords,
  repurchase: repurchaseWords,
  ...churnFormWords,
  churn: churnWords,
  paths: pathsWords,
  pathsFrom: '起点',
  pathsTo: '终点',
  pathsCount: '跟踪对象',
  pathsSteps: '显示的步数',
  pathsHide: '不计入这些事件',
  pathsCollapse: '连续重复只计一次',
  pathsTop: '列出的路径数',
  pathsMinShare: '合并低于此占比的事件',
  period: '周期',
  hour: '小时',
  day: '天',
  week: '周',
  month: '月',
  sessions: '会话',
  sessionGap: '静默多久后结束',
  sessionMidnight: '在午夜结束',
  sessionChange: '这些列变化时结束',
  monday: '星期一',
  sunday: '星期日',
  exposure: '曝光人群',
  variant: '变体列',
  control: '对照组',
  split: '计划分流',
  contamination: '见过多个分组的用户',
  exclude: '排除',
  first: '计入首次所见',
  last: '计入最后所见',
  metrics: '指标',
  alpha: '显著性水平',
  looks: '查看方式',
  fixed: '仅在结束时查看一次',
  hybrid: '运行期间与结束时',
  tuning: '计划用户数',
  plannedEnd: '计划结束日期',
  correction: '多重比较校正',
  holm: 'Holm',
  bh: 'Benjamini–Hochberg',
  bonferroni: 'Bonferroni',
  none: '无',
  fieller: 'Fieller',
  delta: 'delta 方法',
  prior: '先验',
  activation: '仅在此之后计入',
  excluded: '排除的用户',
  atLeast: '至少次数',
  balance: '比较各分组的曝光前天数',
  leftOut: '被排除的用户',
  reason: '原因',
  ofUsers: '总数',
  severalArms: '见过多个分组',
  otherChoices: '换一种选择',
  choice: '选择',
  uncorrectedP: 'p（未校正）',
  madeOtherwise: {
    'as-chosen': '当前选择',
    unadjusted: '未校正',
    'first-exposure': '多分组用户按首次曝光计入',
    'mixed-left-out': '排除多分组用户',
    'without-largest': '去掉最大的用户',
  },
  spending: 'alpha 的分配方式',
  exponent: '按进度的幂次',
  'obrien-fleming': 'O’Brien–Fleming：开始时很少',
  pocock: 'Pocock：平均',
  lookDates: '何时查看：日期或比例',
  look: '查看',
  looksOf: (metric) => `${metric} 的计划查看`,
  lookMade: '已查看',
  lookNow: '本次',
  lookAhead: '未到',
  planPassed: '计划进度',
  alphaSpent: '已用 alpha',
  lookBound: '需超过的 z',
  singleP: '相当于单次 p',
  segments: '细分',
  minimumDays: '最少天数',
  hypothesis: '假设',
  owner: '负责人',
  ticket: '工单',
  name: '名称',
  role: '角色',
  direction: '哪个方向为好',
  up: '上升',
  down: '下降',
  margin: '界值',
  target: '目标值',
  window: '窗口',
  value: '数值',
  cap: '截断',
  cuped: '曝光前用于校正的时长',
  covariate: '校正用的列',
  theta: '斜率',
  within: '组内',
  pooled: '合并',
  numerator: '分子',
  denominator: '分母',
  quantile: '分位数',
  proportion: '用户占比',
  mean: '人均值',
  count: '人均事件数',
  ratio: '两个总和之比',
  retention: '回访',
  from: '从',
  'not-enough': '数据不足',
  'always-valid': '随时可看',
  countOf: (count, of) => `${of} 中的 ${count}`,
  totalOfUsers: (total, users) => `${users} 名用户共 ${total}`,
  valuesOfUsers: (values, users) => `${users} 名用户的 ${values} 个值`,
  overTime: '随时间变化（随时可看的区间）',
  liftOf: (metric) => `${metric} 的提升`,
  overTimeDescription: (metric, date, lift, range) =>
    `${metric} 的逐日提升；截至 ${date} 为 ${lift}（${range}）。色带是随时可看的区间，每天查看也有效；结果本身可能采用另一种更窄的区间。`,
  intervalDescription: (label, lift, range, state) => `${label}：${lift}（${range}），${state}。`,
  bySegment: (metric, column) => `${metric}，按 ${column}`,
  segment: '分组值',
  certainty: '有多确定',
  chanceToWin: '胜出概率',
  expectedLoss: '预期损失',
  shrunkenLift: '收缩后的提升',
  mde: '可见的最小变化',
  varianceRemoved: '去除的噪声',
  late: '结束之后',
  'non-inferior': '在界值之内',
  inferior: '超出界值',
  fromTo: (from, to) => `${from} 至 ${to}`,
  usersOfArm: (arm, users) => `${arm}：${users} 名用户。`,
  withinDuration: (duration) => `${duration} 内`,
};
