import { dateOf } from './event-rows';
import { plan } from './plan';
import type { Truth } from './truth';
import { against, dates, euros, int, percent, share, signed } from './wording';

interface Line {
  readonly truth: string;
  readonly where: string;
  readonly planted: string;
  readonly realised: string;
  readonly finds: string;
}

/** One line per planted truth, numbered as in `plan.ts`. */
export function truthTable({ realised }: Truth): string {
  const lines = [
    checkout(realised),
    banner(realised),
    deliveryNote(realised),
    feed(realised),
    couponSite(realised),
    promotions(realised),
    wait(realised),
    tiers(realised),
    leaving(realised),
    strike(realised),
    winback(realised),
    newsletter(realised),
    referral(realised),
    loyal(realised),
    taste(realised),
  ];
  return [
    '| # | truth | where | planted | realised | found by |',
    '|---:|---|---|---|---|---|',
    ...lines.map((line, i) => `| ${[i + 1, ...cells(line)].join(' | ')} |`),
  ].join('\n');
}

type Realised = Truth['realised'];

function cells({ truth, where, planted, realised, finds }: Line): string[] {
  return [truth, where, planted, realised, finds];
}

function checkout({ checkout: facts }: Realised): Line {
  const { lift } = plan.checkout;
  const bought = facts.purchasedWithin7Days;
  const money = facts.revenueWithin7Days;
  const refunds = facts.refundedWithin21Days;
  return {
    truth: 'A test that wins; revenue rises, but not clearly; refunds are left alone',
    where: `exposure \`checkout\` (\`control\`, \`treatment\`, 50 : 50), ${dates(plan.checkout.days)}`,
    planted: `lift of “purchase within 7 days” ${signed(lift)}; refunds 6 % of purchases in both arms`,
    realised: `${int(facts.exposed)} users, ${facts.inSeveralArms} in both arms; ${against(bought)}: lift ${signed(bought.lift)}, z = ${bought.z}, p = ${bought.p}; revenue per user ${euros(money['control'])} against ${euros(money['treatment'])}, z = ${money.z}; refunded within 21 days ${against(refunds)}, p = ${refunds.p}`,
    finds: 'experiment',
  };
}

function banner({ banner: facts }: Realised): Line {
  const { users, srm, purchasedWithin7Days: bought } = facts;
  return {
    truth: 'A broken split under a result that looks great',
    where: `exposure \`banner\` (\`control\`, \`banner\`, 50 : 50), ${dates(plan.banner.days)}`,
    planted: `no effect; ${share(plan.banner.lost)} of the phone users of \`banner\` who leave without a view are not recorded`,
    realised: `${users['control']} : ${users['banner']} users, on phones ${facts.phoneUsers['control']} : ${facts.phoneUsers['banner']}; SRM χ² = ${srm.chiSquare}, p = ${srm.p}; purchase within 7 days ${against(bought, 'banner')}: lift ${signed(bought.lift)}, p = ${bought.p}`,
    finds: 'experiment (SRM, segments by platform)',
  };
}

function deliveryNote({ deliveryNote: { users } }: Realised): Line {
  return {
    truth: 'An arm that leaks: users in an arm nobody planned',
    where: `exposure \`delivery-note\` (\`control\`, \`note\`, 50 : 50), ${dates(plan.deliveryNote.days)}`,
    planted: `${share(plan.deliveryNote.shares.debug)} of the users in \`debug\`; no effect`,
    realised: Object.entries(users)
      .map(([arm, count]) => `\`${arm}\` ${count}`)
      .join(', '),
    finds: 'experiment (planned split)',
  };
}

function feed({ feed: facts }: Realised): Line {
  const spans = [
    ['1 to 3', facts.visitsOnDays1To3],
    ['4 to 7', facts.visitsOnDays4To7],
    ['8 to 14', facts.visitsOnDays8To14],
  ] as const;
  const { firstDayBoost, halfLifeDays } = plan.feed;
  return {
    truth: 'A novelty effect',
    where: `exposure \`feed\` (\`control\`, \`treatment\`, 50 : 50), ${dates(plan.feed.days)}; visits`,
    planted: `extra visits of ${firstDayBoost} times the usual number on the first day after, halving every ${halfLifeDays} days; no extra purchases`,
    realised: `visits per user on days ${spans.map(([days, each]) => `${days}: ${each['control']} against ${each['treatment']} (z = ${each.z})`).join('; ')}`,
    finds: 'experiment (days since exposure)',
  };
}

function couponSite({ channels }: Realised): Line {
  const cost = (name: string) => {
    const facts = channels[name]!;
    return `${name} ${euros(facts.costPerLastTouch)}, ${euros(facts.costPerFirstTouch)}, ${facts.boughtAgainWithin28Days} of ${facts.matureBuyers}, ${euros(facts.costPerRepeatBuyer)}`;
  };
  const { catches, visitsAfterFirstDay } = plan.couponSite;
  return {
    truth: 'A channel that looks good on last touch and is not',
    where: '`channel` = `coupon-site`; `spend.csv`',
    planted: `${share(catches)} of the full baskets without a code leave and come back through it; its own users visit ${visitsAfterFirstDay} times as often after the first day`,
    realised: `cost per last-touch purchase, per first-touch purchase, new buyers who bought again, cost per new repeat buyer: ${['search', 'social', 'display', 'coupon-site'].map(cost).join('; ')}`,
    finds: 'attribution, payback, repurchase',
  };
}

function promotions({ promotion: facts }: Realised): Line {
  const { winter, spring } = plan.promotion;
  const { sent, holdout } = facts.winterVisitsPerUser;
  const spans = (list: typeof sent) =>
    `${list!.before}, ${list!.during}, ${list!.after}, ${list!.later} (${list!.users} users)`;
  return {
    truth: 'Promotion-only buyers; a promotion that borrows from the weeks after it',
    where: `\`coupon\`; \`WINTER20\` ${dates(winter.days)} by mail to the list \`sent\`; \`SPRING15\` ${dates(spring.days)} for everybody`,
    planted: `recipients visit ${winter.during} times as often during \`WINTER20\` and ${winter.after} times in the two weeks after; some people buy with a code only (\`people.promotionOnly\`)`,
    realised: `${int(facts.ordersOnPromotion)} of ${int(facts.orders)} purchases with a code; of ${facts.usersWith3Orders} users with 3 or more purchases ${facts.ofTheseOnPromotionOnly} never bought without; visits per user in the two weeks before, during, in the two weeks after, and later: sent ${spans(sent)}; hold-out ${spans(holdout)}`,
    finds: 'promo, campaign',
  };
}

function wait({ wait: facts }: Realised): Line {
  const { medianMs, lostPerSecond, patienceMs } = plan.wait;
  const line = (each: typeof facts.android) =>
    `${int(each.medianMs)} ms, ${int(each.paid)} of ${int(each.checkouts)} paid (${percent(each.paidShare)}), ${each.medianMinutesToPay} min`;
  return {
    truth: 'A slow step that explains a drop-off',
    where: '`checkout` → `purchase` on `platform` = `android`; `ms`',
    planted: `median wait ${int(medianMs.android)} ms, elsewhere ${int(medianMs.ios)} and ${int(medianMs.desktop)}; every second over ${patienceMs / 1000} costs ${share(lostPerSecond)} of those who would pay, on any platform`,
    realised: `median wait, share paid, median time to pay: Android ${line(facts.android)}; others ${line(facts.others)}; paid after up to 2 s ${percent(facts.upTo2Seconds.paidShare)}, 2 to 5 s ${percent(facts.from2To5Seconds.paidShare)}, more ${percent(facts.over5Seconds.paidShare)}`,
    finds: 'funnel, friction',
  };
}

function tiers({ tiers: facts }: Realised): Line {
  return {
    truth: 'A tier effect',
    where: 'tiers by the sum of `amount` of purchases since the first day; `tier` in `users.csv`',
    planted: plan.tiers
      .map(({ name, from, visits }) => `${name} from ${from} €: visits × ${visits}`)
      .join('; '),
    realised: Object.entries(facts)
      .map(
        ([name, each]) =>
          `${name}: ${int(each.users)} users, ${each.followedWithin28Days} of ${int(each.matureOrders)} purchases followed by another within 28 days (${percent(each.share)})`,
      )
      .join('; '),
    finds: 'tiers, repurchase',
  };
}

function leaving({ leaving: facts }: Realised): Line {
  const { turn, weekly, weeks, visitsPerDay } = plan.leaving;
  return {
    truth: 'Users who are leaving',
    where: '`people.leaving` in `truth.json`',
    planted: `${visitsPerDay} visits a day until a day between ${dateOf(turn.from)} and ${dateOf(turn.to - 1)}; then × ${weekly} every week for ${weeks} weeks, then none`,
    realised: `${facts.users} users; visits in weeks 1 to 4: ${int(facts.visitsWeeks1To4)}, 5 to 8: ${int(facts.visitsWeeks5To8)}, 9 to 12: ${int(facts.visitsWeeks9To12)}; ${facts.silentInWeeks9To12} of them silent in weeks 9 to 12`,
    finds: 'churn, health',
  };
}

function strike({ strike: facts }: Realised): Line {
  const { country, days, visits } = plan.strike;
  const own = facts[country]!;
  const weeks = own.weeklyVisitors.slice(5, 10).map((count, i) => `week ${i + 6}: ${count}`);
  const fires = Object.entries(facts).flatMap(([name, each]) =>
    each.ruleFiresInWeeks.map((week) => `${name} in week ${week}`),
  );
  return {
    truth: 'Two bad weeks running in one country',
    where: `\`country\` = \`${country}\`, ${dates(days)}`,
    planted: `visits × ${visits[0]} in the first week, × ${visits[1]} in the second`,
    realised: `users with a visit, ${weeks.join(', ')}; of all countries and the whole, the two-week rule fires only for ${fires.join(', ')}`,
    finds: 'monitor',
  };
}

function winback({ winback: { visitedWithin14Days: facts } }: Realised): Line {
  const { day, silentDays, returns } = plan.winback;
  return {
    truth: 'A win-back mail that works',
    where: `exposure \`winback\` (\`holdout\`, \`mail\`, 50 : 50) on ${dateOf(day)}`,
    planted: `of those silent for ${silentDays} days, ${percent(returns)} more come within a week`,
    realised: `visit within 14 days ${against(facts, 'mail', 'holdout')}, p = ${facts.p}`,
    finds: 'campaign, experiment',
  };
}

function newsletter({ newsletter: facts }: Realised): Line {
  const { weekly, monthly, never } = plan.newsletter;
  const score = ({ promoters, detractors }: { promoters: number; detractors: number }) =>
    Math.round(100 * (promoters - detractors));
  return {
    truth: 'More mail, fewer recommendations',
    where: '`message` and `open` with `campaign` = `NEWSLETTER`; `survey`',
    planted: `NPS ${score(never)} without newsletter, ${score(monthly)} with one, ${score(weekly)} with one a week; opened ${percent(monthly.opened)} and ${percent(weekly.opened)}`,
    realised: Object.entries(facts)
      .map(
        ([name, each]) =>
          `${name}: NPS ${each.nps} (${each.answers} answers), ${each.opened} of ${int(each.sent)} opened`,
      )
      .join('; '),
    finds: 'nps, campaign',
  };
}

function referral({ referral: facts }: Realised): Line {
  return {
    truth: 'Invited users come back more often',
    where: '`invite`; signups with `channel` = `referral`; `referred_by`',
    planted: `${percent(plan.referral.accepted)} of the invitations accepted; invited users visit ${plan.referral.visits} times as often`,
    realised: `${facts.accepted} of ${facts.invitations} invitations accepted; visits from day 1 to day 28 after the signup: invited ${facts.invited.perUser}, others ${facts.others.perUser}`,
    finds: 'referral, retention',
  };
}

function loyal({ concentration: facts }: Realised): Line {
  const { visitsPerDay, spending } = plan.loyal;
  return {
    truth: 'A few super-users',
    where: '`people.loyal` in `truth.json`',
    planted: `${visitsPerDay} visits a day (median) at ${spending} times the usual prices`,
    realised: `${int(facts.buyers)} buyers, ${euros(facts.revenue)}; the top 2 % bring ${percent(facts.topTwoPercentShare)}`,
    finds: 'concentration, rfm, ltv',
  };
}

function taste({ taste: facts }: Realised): Line {
  const { country, category, weight } = plan.taste;
  return {
    truth: 'One country prefers one category',
    where: `\`country\` = \`${country}\`, \`category\` = \`${category}\``,
    planted: `its weight is ${weight} there, ${plan.categories[category].weight} elsewhere`,
    realised: `${percent(facts.inCountry.share)} of ${int(facts.inCountry.views)} views there, ${percent(facts.elsewhere.share)} of ${int(facts.elsewhere.views)} elsewhere`,
    finds: 'affinity, portrait of a segment',
  };
}
