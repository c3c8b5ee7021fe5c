import type { tiersFormWords as englishForm, tiersWords as english } from '../en/tiers-words';

export const tiersWords: typeof english = {
  tiers: '会员等级',
  tier: '等级',
  begins: '门槛',
  fromTier: '原等级',
  toTier: '新等级',
  reached: '曾达到',
  again: '复购',
  orders: '有后续订单的订单',
  medianDays: '半数离开所需天数',
  movements: '每周期各等级的去向',
  inTier: '用户 × 周期',
  kept: '保级',
  upgraded: '升级',
  downgraded: '降级',
  moves: '每周期等级迁移',
  times: '次数',
  thresholds: '门槛附近',
  below: '略低于门槛',
  above: '略高于门槛',
  progression: '逐周期',
  aboveLowest: '最低等级以上的用户',
  atEnd: '期末',
  atStart: '期初',
  stays: '等级停留时间',
  days: '在该等级的天数',
  still: '仍在该等级',
  againOf: (within, rates) => `${within}内有后续订单的比例：${rates}。`,
  progressionOf: (start, counts) =>
    `各周期末各等级的用户数；最后一个周期（自 ${start} 起）：${counts}。`,
  movesOf: (rates) => `某等级的用户一个周期后处于各等级的比例：${rates}。`,
  stayOf: (name, stays, left) => `${name}：${stays} 段停留中已结束 ${left} 段。`,
};

export const tiersFormWords: typeof englishForm = {
  tierLadder: '等级（从低到高）',
  tierWindow: '累计值有效期',
  repurchaseWithin: '复购时限',
  tierNear: '门槛附近的范围',
};
