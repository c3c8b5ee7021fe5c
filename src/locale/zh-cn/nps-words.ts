import type { npsFormWords as englishForm, npsWords as english } from '../en/nps-words';

export const npsWords: typeof english = {
  nps: 'NPS',
  score: '得分',
  everybody: '全部',
  group: '分组',
  byGroup: '按分组',
  byContacts: '按触达次数',
  contacted: '此前触达次数',
  trend: '随时间变化',
  period: '起始',
  answers: '回答数',
  answer: '评分',
  distribution: '0 到 10 分的分布',
  promoters: '推荐者',
  passives: '中立者',
  detractors: '贬损者',
  above: '高于零',
  below: '低于零',
  p: 'p（已校正）',
  scoreOf: (label, score, range) => `${label}：${score}（${range}）。`,
  answeredOf: (counts) => `从 0 到 10 分各有多少人：${counts.join('、')}。`,
};

export const npsFormWords: typeof englishForm = {
  npsAnswered: '仅限满足条件的回答',
  npsValue: '评分，0 到 10',
  npsAnswers: '每人取哪次回答',
  npsBands: '触达次数分段',
  npsContacts: '回答前的触达',
  npsAsked: '谁被询问过',
};
