import type {
  scorecardFormWords as englishForm,
  scorecardWords as english,
} from '../en/scorecard-words';

export const scorecardWords: typeof english = {
  chain: {
    acquire: '获客',
    activate: '激活',
    convert: '转化',
    keep: '留存',
    'buy again': '复购',
    refer: '推荐',
    portrait: '画像',
    experience: '体验',
    content: '内容',
  },
  links: '各环节',
  scores: '得分',
  link: '环节',
  figure: '指标值',
  needed: (line) => `得 ${line} 分需达到`,
  score: '得分',
  state: '与及格线相比',
  before: '上期',
  points: '分数变化',
  moved: '变化',
  states: {
    reached: '达到及格线',
    unclear: '尚不确定',
    below: '低于及格线',
    unknown: '无得分',
  },
  moves: { better: '变好', worse: '变差', unclear: '不明显' },
  lineAt: (line) => `及格线为 ${line} 分。`,
  barOf: (link, score, state) => `${link}：${score} 分，${state}。`,
};

export const scorecardFormWords: typeof englishForm = {
  scorecardLinks: '环节',
  scorecardLink: '名称',
  scorecardMeasure: '衡量什么',
  scorecardValue: '指标值',
  scorecardBefore: '上期的同一指标',
  scorecardZero: '得 0 分的值',
  scorecardFull: '得 100 分的值',
  scorecardFormat: '书写格式',
  scorecardUnit: '单位',
  scorecardLine: '及格线',
};
