/** Titles of the tables and charts of a lifecycle, in English. */
export const lifecycleWords = {
  growth: 'Who makes up each period',
  active: 'Active',
  new: 'New',
  returning: 'Returning',
  resurrected: 'Back again',
  dormant: 'Fallen silent',
  unknown: 'Past unknown',
  unfinished: 'Unfinished',
  unfinishedWith: (users: string): string => `unfinished, ${users} so far`,
  quickRatio: 'Quick ratio',
  stickiness: 'Daily, weekly, monthly',
  dau: 'Active that day',
  wau: 'In 7 days',
  mau: 'In 28 days',
  dauOverMau: 'DAU / MAU',
  power: 'How often they come',
  activeDays: 'Active days of 28',
  growthOf: (
    ...[start, active, fresh, returning, resurrected, dormant]: readonly string[]
  ): string =>
    `${start}: ${active} active, ${fresh} of them new, ${returning} returning, ${resurrected} back again; ${dormant} fell silent.`,
  quickRatioOf: (start: string, ratio: string, range: string): string =>
    `Quick ratio by period, with 95 % intervals; in the last, from ${start}, it is ${ratio} (${range}). Above 1 more users are gained than lost.`,
  stickinessFrom: (...[from, first, to, last]: readonly string[]): string =>
    `Mean share of the users of 28 days who are active on one of them: ${first} on ${from}, ${last} on ${to}.`,
  powerOf: (once: string, often: string): string =>
    `Users by the number of days on which they were active, of the last 28: ${once} on one day only, ${often} on 21 or more.`,
};
