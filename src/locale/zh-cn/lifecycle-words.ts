import type { lifecycleWords as english } from '../en/lifecycle-words';

export const lifecycleWords: typeof english = {
  growth: '各周期用户构成',
  active: '活跃',
  new: '新增',
  returning: '留存',
  resurrected: '回流',
  dormant: '沉默',
  unknown: '历史未知',
  unfinished: '未结束',
  unfinishedWith: (users) => `未结束，目前 ${users}`,
  quickRatio: '速动比率',
  stickiness: '日活、周活、月活',
  dau: '当日活跃',
  wau: '7 天内活跃',
  mau: '28 天内活跃',
  dauOverMau: 'DAU / MAU',
  power: '来访频度',
  activeDays: '28 天中的活跃天数',
  growthOf: (start, active, fresh, returning, resurrected, dormant) =>
    `${start}：活跃 ${active}，其中新增 ${fresh}、留存 ${returning}、回流 ${resurrected}；沉默 ${dormant}。`,
  quickRatioOf: (start, ratio, range) =>
    `各周期的速动比率及其 95 % 区间；最后一个周期（自 ${start} 起）为 ${ratio}（${range}）。大于 1 表示获得的用户多于失去的用户。`,
  stickinessFrom: (from, first, to, last) =>
    `28 天内活跃的用户中，平均每天活跃的比例：${from} 为 ${first}，${to} 为 ${last}。`,
  powerOf: (once, often) =>
    `按最近 28 天中的活跃天数统计用户：仅 1 天活跃的有 ${once} 人，21 天及以上的有 ${often} 人。`,
};
