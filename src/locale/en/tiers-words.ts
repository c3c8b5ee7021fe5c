/** Titles of the tables and charts of tiers, in English. */
export const tiersWords = {
  tiers: 'Tiers',
  tier: 'Tier',
  begins: 'From',
  fromTier: 'From tier',
  toTier: 'To tier',
  reached: 'Ever there',
  again: 'Buys again',
  orders: 'Orders followed by another',
  medianDays: 'Half have left after, days',
  movements: 'What becomes of a tier, per period',
  inTier: 'Users × periods',
  kept: 'Stays',
  upgraded: 'Climbs',
  downgraded: 'Falls',
  moves: 'From tier to tier, per period',
  times: 'Times',
  thresholds: 'At the threshold',
  below: 'Just below',
  above: 'Just above',
  progression: 'Period by period',
  aboveLowest: 'Users above the lowest tier',
  atEnd: 'At its end',
  atStart: 'At its start',
  stays: 'Time in a tier',
  days: 'Days in the tier',
  still: 'Still there',
  againOf: (within: string, rates: string): string =>
    `Share of orders that are followed by another within ${within}: ${rates}.`,
  progressionOf: (start: string, counts: string): string =>
    `Users by tier at the end of each period; in the last, from ${start}: ${counts}.`,
  movesOf: (rates: string): string =>
    `Of the users of a tier, the share in each tier a period later: ${rates}.`,
  stayOf: (name: string, stays: string, left: string): string =>
    `${name}: ${left} of ${stays} stays have ended.`,
};

/** Titles of its form. */
export const tiersFormWords = {
  tierLadder: 'Tiers from the lowest up',
  tierWindow: 'What was earned counts for',
  repurchaseWithin: 'Buys again within',
  tierNear: 'Near a threshold means within',
};
