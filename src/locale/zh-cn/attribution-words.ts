import type {
  attributionChoices as englishChoices,
  attributionFormWords as englishForm,
  attributionWords as english,
} from '../en/attribution-words';

/** What a model is called, by the name the result gives it. */
function model(name: string): string {
  const known = MODELS[name];
  if (known !== undefined) return known;
  const [, kind, rest] = /^(markov|time-decay|position)-(.*)$/.exec(name) ?? [];
  if (kind === 'markov') return `马尔可夫（${rest} 阶）`;
  if (kind === 'time-decay') return `时间衰减 ${rest}`;
  if (kind === 'position') return `位置 ${rest!.replaceAll('-', '/')}`;
  return name;
}

const MODELS: Readonly<Record<string, string>> = {
  first: '首次触点',
  last: '末次触点',
  'last-non-direct': '末次非直接',
  linear: '线性',
  u: 'U 形',
  j: 'J 形',
  'inverse-j': '反 J 形',
  position: '按位置',
  'time-decay': '时间衰减',
  participation: '参与',
  markov: '马尔可夫',
  shapley: 'Shapley',
  'shapley-rate': 'Shapley（转化率）',
};

export const attributionWords: typeof english = {
  model,
  channel: '渠道',
  noTouch: '无触点',
  touches: '触点数',
  cost: '花费',
  credit: '各模型的功劳',
  details: '价值与花费',
  modelColumn: '模型',
  conversions: '转化数',
  value: '价值',
  roas: '花费回报',
  cac: '每次转化成本',
  removalEffect: '移除效应',
  firstProbability: '排第一的可能',
  paths: '主要路径',
  path: '路径',
  journeysLost: '未转化',
  converted: '转化占比',
  counts: '路径数量',
  what: '类别',
  count: '数量',
  withConversion: '转化',
  withoutTouch: '其中没有触点',
  lost: '未转化的路径',
  open: '尚未结束',
  range: '模型间的分歧',
  rangeOf: (...[channel, low, lowModel, high, highModel]: readonly string[]): string =>
    `${channel}：从 ${low}（${lowModel}）到 ${high}（${highModel}）。`,
  creditOf: (channel, list) => `${channel}：${list}。`,
  creditBy: (name, count) => `${name} ${count}`,
  transitions: '一步之后是什么',
  transitionsAxis: ['从', '到', '占比'],
  transitionsDescription: (from, to, share, of) =>
    `每个渠道之后下一步的概率。最常见的一步：从${from}到${to}，占 ${of} 次中的 ${share}。`,
  steps: {
    '(start)': '开始',
    '(conversion)': '转化',
    '(null)': '未转化',
    '(other)': '其他',
  },
  roi: '花费与功劳',
  roiValue: (name) => `价值（${name}）`,
  roiConversions: (name) => `转化数（${name}）`,
  roiOf: (channel, cost, credit) => `${channel}：花费 ${cost}，功劳 ${credit}。`,
};

export const attributionFormWords: typeof englishForm = {
  touch: '什么算触点',
  channel: '渠道列',
  conversion: '转化',
  lookback: '回溯期',
  conversionsCounted: '每位用户的转化',
  resetOnConversion: '转化后重新开始',
  pathTransform: '路径中的重复',
  removeChannel: '要略过的渠道',
  maxSteps: '只看最后几步',
  directChannel: '直接访问渠道的名称',
  models: '模型',
  model: '模型',
  twoTouch: '只有两个触点时',
  positionWeights: '首、中、末',
  halfLife: '半衰期',
  markovOrder: '马尔可夫链的阶数',
  shapleyGame: 'Shapley 博弈',
  bootstrap: '区间的重抽样次数',
  costs: '花费',
};

export const attributionChoices: {
  readonly [K in keyof typeof englishChoices]: {
    readonly [C in keyof (typeof englishChoices)[K]]: string;
  };
} = {
  attributionModel: MODELS,
  conversionsCounted: { all: '全部', first: '第一次', last: '最后一次' },
  pathTransform: {
    'as-is': '每个触点都算',
    collapsed: '连续重复只算一次',
    unique: '每个渠道只算一次',
    frequency: '每个渠道一次，附次数',
  },
  removeFrom: { path: '路径中任何位置', end: '仅路径末尾' },
  shapleyGame: { conversions: '转化数', rate: '转化率' },
  twoTouch: { renormalise: '按首末比例', 'half-middle': '各分中间份额的一半' },
};
