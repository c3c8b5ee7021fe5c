/** Days from the first day of the data, half-open. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * Everything that was decided beforehand. The planted truths are the sections from
 * `checkout` on; what they became in the files is counted in `truth.json`.
 */
export const plan = {
  seed: 'liftbook-4',
  firstDay: '2026-01-05',
  days: 84,

  members: 78_396,
  newcomers: 4_900,
  /** Half of the people come more often than the median; the spread is that of its logarithm. */
  visitsPerDay: {
    member: { median: 0.00085, spread: 1.35 },
    newcomer: { median: 0.005, spread: 1.35 },
  },
  countries: { DE: 34, FR: 20, GB: 20, US: 14, PL: 12 },
  platforms: { android: 38, ios: 34, desktop: 28 },
  /** Local time against UTC in winter; the shop's clock knows no daylight saving. */
  hoursFromUtc: { DE: 1, FR: 1, GB: 0, US: -5, PL: 1 },
  categories: {
    coffee: { weight: 34, price: 24 },
    tea: { weight: 18, price: 17 },
    sweets: { weight: 22, price: 14 },
    gifts: { weight: 16, price: 38 },
    gear: { weight: 10, price: 72 },
  },
  acquisition: { search: 32, social: 22, direct: 16, display: 12, 'coupon-site': 18 },
  returning: { direct: 44, search: 24, email: 12, social: 12, display: 5, 'coupon-site': 3 },
  dailySpend: {
    search: 92,
    social: 74,
    display: 46,
    'coupon-site': 95,
    email: 14,
    referral: 9,
  },

  /** 1. The test that wins: a treated checkout ends in a purchase more often. */
  checkout: { days: weeks(5, 7), lift: 0.18, seesBothArms: 0.05 },
  /** 2. A broken split: phone visitors of this arm who leave at once are often not recorded. */
  banner: { days: weeks(10, 11), traffic: 0.65, lost: 0.7 },
  /** 3. An arm nobody planned. */
  deliveryNote: { days: weeks(4, 4), shares: { control: 0.48, note: 0.48, debug: 0.04 } },
  /** 4. A novelty effect: extra browsing that halves every day and a half. */
  feed: { days: weeks(8, 9), traffic: 0.6, firstDayBoost: 3, halfLifeDays: 1.5 },
  /** 5. A channel that catches purchases others brought, and whose own users do not come back. */
  couponSite: { catches: 0.16, visitsAfterFirstDay: 0.12, discount: 0.1 },
  /** 6. Promotions, and people who buy on nothing else. */
  promotion: {
    winter: { days: weeks(3, 4), sent: 0.35, holdout: 0.35, during: 2, after: 0.6, discount: 0.2 },
    spring: { days: weeks(10, 11), discount: 0.15 },
    onlyShare: { member: 0.0013, newcomer: 0.008 },
    onlyVisits: { inPromotion: 0.42, otherwise: 0.05 },
  },
  /** 7. A slow payment page on one platform, and what every second of waiting costs. */
  wait: {
    medianMs: { android: 5_200, ios: 1_700, desktop: 1_500 },
    sigma: 0.5,
    patienceMs: 2_000,
    lostPerSecond: 0.1,
    completes: 0.64,
  },
  /** 8. Tiers by money spent since the first day; reaching one makes people visit more often. */
  tiers: [
    { name: 'bronze', from: 0, visits: 1 },
    { name: 'silver', from: 100, visits: 1.5 },
    { name: 'gold', from: 250, visits: 2 },
  ],
  /** 9. Active members who fade over four weeks, then never come back. */
  leaving: { share: 0.0014, visitsPerDay: 0.24, turn: { from: 21, to: 49 }, weekly: 0.6, weeks: 4 },
  /** 10. Two bad weeks running in one country. */
  strike: { country: 'GB', days: weeks(8, 9), visits: [0.6, 0.34] },
  /** 11. A mail to silent users, with a hold-out. */
  winback: { day: 56, silentDays: 21, traffic: 0.16, returns: 0.08 },
  /** 12. Newsletters to recent visitors: more of them, fewer opened and fewer recommendations. */
  newsletter: {
    days: [57, 64, 71, 78],
    weekly: { share: 0.075, opened: 0.2, promoters: 0.28, detractors: 0.34 },
    monthly: { share: 0.13, opened: 0.4, promoters: 0.46, detractors: 0.18 },
    never: { promoters: 0.5, detractors: 0.15 },
  },
  /** 13. Invited users come back more often. */
  referral: { invites: 0.16, accepted: 0.3, visits: 1.6 },
  /** 14. A few members who come for everything and bring much of the revenue. */
  loyal: { share: 0.0018, visitsPerDay: 0.13, spread: 0.5, eagerness: 0.85, spending: 2 },
  /** 15. One country's taste: the weight of a category there instead of its usual one. */
  taste: { country: 'GB', category: 'tea', weight: 50 },
} as const;

/** The days of the calendar weeks `first` to `last`, counted from 1. */
function weeks(first: number, last: number): Days {
  return { from: 7 * (first - 1), to: 7 * last };
}

/** Whether a day lies in a period. */
export function within(day: number, period: Days): boolean {
  return period.from <= day && day < period.to;
}
