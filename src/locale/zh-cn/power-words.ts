import type { powerWords as english } from '../en/power-words';

/** 实验规划的标题。 */
export const powerWords: typeof english = {
  wouldBeExposed: '谁会进入实验',
  baseline: '当前值',
  sd: '单个用户的标准差',
  arrivals: '每天新增用户',
  changeToFind: '想要发现的变化',
  absolute: '绝对值',
  power: '发现它的概率',
  allocation: '参与实验的用户比例',
  usersAtHand: '可用的用户数',
  lookTimes: '查看：次数，或在用户的哪些比例处',
  plannedLooks: '计划的查看',
  stoppedNone: '届时已停止（无变化）',
  stoppedChange: '届时已停止（有该变化）',
  usersNeeded: '所需用户数',
  usersInAll: '用户总数',
  perArm: '每组用户数',
  expectedValue: '预期值',
  change: '变化',
  otherChanges: '其他幅度的变化需要多少',
  days: '天数',
  mdeByDays: '可见的最小变化随天数的变化',
  powerByUsers: '发现变化的概率随用户数的变化',
  mdeDescription: (first, most, last, least) =>
    `${first} 天后，实验能看到 ${most} 及以上的变化；${last} 天后能看到 ${least} 及以上的变化。虚线是想要发现的变化。`,
  powerDescription: (users, power) =>
    `发现变化的概率随用户数增加；有 ${users} 名用户时为 ${power}，即虚线。`,
};
