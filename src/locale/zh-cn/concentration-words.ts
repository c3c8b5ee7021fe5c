import type {
  concentrationFormWords as englishForm,
  concentrationWords as english,
} from '../en/concentration-words';

export const concentrationWords: typeof english = {
  top: '头部用户的贡献',
  topShare: '头部',
  brings: '贡献',
  part: '占总额',
  partOfTotal: '占总额的比例',
  least: '其中最低',
  tenths: '按十等分',
  tenth: '第几个十分之一',
  tenthFrom: '用户十等分，从贡献最大的开始',
  cumulative: '累计',
  reach: '多少人贡献了大部分',
  fewest: '最少用户数',
  ofUsers: '占全部用户',
  lorenz: '洛伦兹曲线',
  population: '用户（从贡献最小到最大）',
  portrait: '超级用户画像',
  trait: '特征',
  ofSuper: '超级用户中',
  ofOthers: '其他用户中',
  odds: '成为超级用户的优势比',
  clear: '明确',
  worth: '价值与成本',
  perUser: '每用户',
  contribution: '贡献',
  cost: '获客成本',
  meanOfSuper: '超级用户（平均）',
  median: '中位用户',
  times: '倍数',
  channels: '各渠道获客成本',
  spent: '花费',
  costPerUser: '每用户成本',
  traitOf: (kind, column, value, measured) => {
    if (kind === 'event') return `做过 ${value}`;
    if (kind === 'value') return `${column} = ${value}`;
    if (column === '$times') return `“${measured}”超过 ${value} 次`;
    if (column === '$each') return `每次超过 ${value}`;
    if (column === '$days') return `活跃超过 ${value} 天`;
    return `${column} 高于 ${value}`;
  },
  lorenzOf: (gini, share, part) =>
    `按用户占比从小到大累计的总额占比。基尼系数为 ${gini}；头部 ${share} 的用户占 ${part}。`,
  tenthsOf: (first, second) =>
    `每十分之一用户的贡献：贡献最大的十分之一占 ${first}，加上第二个十分之一共占 ${second}。`,
};

export const concentrationFormWords: typeof englishForm = {
  measure: '累计的内容',
  everyone: '没有记录的用户按 0 计入',
  topShares: '头部用户的比例',
  superShare: '超级用户为头部',
};
