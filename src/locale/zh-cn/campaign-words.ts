import type {
  campaignFormWords as englishForm,
  campaignWords as english,
} from '../en/campaign-words';

export const campaignWords: typeof english = {
  group: '分组',
  everybody: '全部触达',
  byGroup: '触达、打开、行动',
  byFrequency: '按触达次数',
  times: '每人触达次数',
  contacts: '触达数',
  opened: '打开',
  acted: '行动',
  actedOfOpened: '打开者中行动',
  ofContacts: '占触达数',
  randomised: '与随机保留组相比',
  actedUsers: '行动的用户',
  perUser: '人均',
  meanP: 'p（人均）',
  compared: '与未触达者相比（双重差分）',
  contacted: '已触达',
  notContacted: '未触达',
  before: '之前（每周）',
  after: '之后（每周）',
  change: '变化',
  more: '比其他人多',
  upliftOf: (arm, difference, range) =>
    `行动用户的比例，“${arm}”减保留组：${difference}（${range}）。`,
  shareOf: (group, what, share) => `${group}，${what}：${share}。`,
};

export const campaignFormWords: typeof englishForm = {
  campaignContact: '触达',
  campaignOpen: '打开',
  campaignAct: '行动',
  campaignBands: '触达次数分段',
  campaignRandomised: '随机保留组',
  campaignCompare: '与未触达者比较',
  campaignBefore: '之前的时长',
};
