/** Titles of the form of `kind: promo`, in English. */
export const promoFormWords = {
  promotion: 'On promotion where',
  activityEvent: 'Activity',
  minimumOrders: 'Purchases to judge by',
  dependentFrom: 'Depends from this share',
  campaign: 'Promotion to look into',
  recipients: 'Who got it',
  recipientsNamed: 'Recipients are called',
  othersNamed: 'Others are called',
  randomised: 'Recipients were drawn at random',
  campaignWindow: 'Window before and after',
  promoDiscount: 'Discount',
};

/** Titles of the tables and charts of promotions, in English. */
export const promoWords = {
  buyers: 'Buyers',
  who: 'Who',
  all: 'all buyers',
  often: (orders: number): string => `with ${orders} purchases or more`,
  buys: 'Bought on promotion',
  count: 'Buyers',
  value: 'Value',
  dependent: 'depends on it',
  classes: { never: 'never', mixed: 'at times', only: 'only' } as Readonly<Record<string, string>>,
  acquired: 'By the first purchase',
  firstPurchase: 'First purchase',
  started: { fullPrice: 'at full price', onPromotion: 'on promotion' } as Readonly<
    Record<string, string>
  >,
  again: (days: number): string => `Again within ${Number(days.toFixed(2))} days`,
  weeks: 'Purchases by week',
  onPromotion: 'on promotion',
  fullPrice: 'at full price',
  unfinished: 'unfinished week',
  purchases: 'Purchases',
  campaign: 'Around the promotion',
  window: 'Window',
  windows: {
    before: 'before',
    during: 'during',
    after: 'after',
    later: 'later',
    net: 'net: during to later',
  } as Readonly<Record<string, string>>,
  metrics: {
    activity: 'activity',
    purchases: 'purchases',
    value: 'value',
    margin: 'margin',
  } as Readonly<Record<string, string>>,
  effect: { difference: 'Difference', change: 'Difference in differences' } as Readonly<
    Record<string, string>
  >,
  perUser: 'Effect per user',
  clear: 'Clear effect',
  weeksAre: (promoted: string, of: string, weeks: string): string =>
    `Purchases of ${weeks} weeks, on promotion and at full price: ${promoted} of ${of} were on promotion.`,
};
