import type {
  referralFormWords as englishForm,
  referralWords as english,
} from '../en/referral-words';

export const referralWords: typeof english = {
  loop: '推荐循环',
  what: '项目',
  users: '活跃用户',
  sent: '发出的邀请',
  perUser: '人均邀请数',
  accepted: '经邀请注册',
  acceptedShare: '邀请接受率',
  k: 'K 因子',
  cycle: '循环时间（中位数）',
  compared: '受邀用户与其他用户',
  group: '用户',
  groups: { referred: '受邀', others: '非受邀' },
  matured: '观察期已满',
  returned: '再次来访',
  mean: '人均活动',
  difference: '再次来访：受邀用户减其他用户',
  differenceOf: (difference, range) =>
    `再次来访的比例，受邀用户减其他用户：${difference}（${range}）。`,
};

export const referralFormWords: typeof englishForm = {
  referralInvite: '邀请',
  referralSignup: '注册',
  referralReferred: '受邀的条件',
  referralReferrer: '邀请人所在列',
  referralActivity: '活动',
};
