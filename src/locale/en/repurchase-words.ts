/** Titles of the form of `kind: repurchase`, in English. */
export const repurchaseFormWords = {
  distinctPurchases: 'Count as one',
  ordersFollowed: 'Follow up to purchase',
  timeSince: 'Time since',
  within: 'Within',
};

/** What the choices of its form are called. */
export const repurchaseChoices = {
  distinctPurchases: { day: 'purchases of one day', event: 'nothing: every row counts' },
  timeSince: { previous: 'the purchase before', first: 'the first purchase' },
};

/** Titles of the tables and charts of repurchase, in English. */
export const repurchaseWords = {
  orders: 'Next purchases',
  order: 'Purchase',
  orderOf: (order: number): string => `purchase ${order}`,
  customers: 'Could',
  soFar: 'So far',
  within: (days: number): string => `Within ${Number(days.toFixed(2))} days`,
  median: 'Median days',
  groups: 'By group',
  group: 'Group',
  comparisons: 'Against the control',
  logRank: 'Log-rank p',
  cohorts: 'By cohort',
  cohort: 'First bought in',
  curve: 'Bought again by day',
  days: 'Days',
  boughtAgain: 'Bought again',
  differs: 'Differs',
  curveIs: (order: string, days: string, share: string, range: string): string =>
    `${order}: ${share} have made it by day ${days} (${range}).`,
};
