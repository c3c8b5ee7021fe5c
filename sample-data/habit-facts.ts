import type { EventRow } from './event-rows';
import { END, type History, between, days, of, ratio, round, sum, weekOf } from './history';
import { plan } from './plan';

/** Truth 7: how long the payment page lets people wait, and how many of them pay. */
export function waitFacts(histories: readonly History[]) {
  const checkouts = histories.flatMap((history) => {
    const own = of(history, 'checkout').filter(({ ms }) => ms !== null);
    return own.map((row, i) => ({ row, paid: paymentAfter(history, row, own[i + 1]) }));
  });
  const summary = (rows: typeof checkouts) => {
    const paid = rows.filter((one) => one.paid !== null);
    return {
      checkouts: rows.length,
      medianMs: median(rows.map(({ row }) => row.ms!)),
      paid: paid.length,
      paidShare: ratio(paid.length, rows.length, 4),
      medianMinutesToPay: round(median(paid.map((one) => one.paid! / 60_000)), 2),
    };
  };
  const where = (test: (row: EventRow) => boolean) =>
    summary(checkouts.filter(({ row }) => test(row)));
  return {
    android: where(({ platform }) => platform === 'android'),
    others: where(({ platform }) => platform !== 'android'),
    upTo2Seconds: where(({ ms }) => ms! <= 2_000),
    from2To5Seconds: where(({ ms }) => ms! > 2_000 && ms! <= 5_000),
    over5Seconds: where(({ ms }) => ms! > 5_000),
  };
}

/** Truth 9: visits of the leaving users in the three spans of four weeks. */
export function leavingFacts(histories: readonly History[], leaving: ReadonlySet<string>) {
  const own = histories.filter(([row]) => leaving.has(row!.user_id));
  const visits = own.map((history) => of(history, 'visit'));
  const count = (from: number, to: number) =>
    sum(visits.map((rows) => between(rows, from, to).length));
  return {
    users: own.length,
    visitsWeeks1To4: count(0, 28),
    visitsWeeks5To8: count(28, 56),
    visitsWeeks9To12: count(56, 84),
    silentInWeeks9To12: visits.filter((rows) => between(rows, 56, 84).length === 0).length,
  };
}

/** Truth 10: visitors by week and country, and the weeks in which the two-week rule fires. */
export function strikeFacts(histories: readonly History[]) {
  const facts = (own: readonly History[]) => {
    const weeklyVisitors = visitorsByWeek(own);
    return { weeklyVisitors, ruleFiresInWeeks: badWeeks(weeklyVisitors) };
  };
  const byCountry = Object.keys(plan.countries).map((country) => [
    country,
    facts(histories.filter(([row]) => row!.country === country)),
  ]);
  return Object.fromEntries([['all', facts(histories)], ...byCountry]) as Record<
    string,
    ReturnType<typeof facts>
  >;
}

/** Truth 12: the newsletter by how often it came: opened, and the score of those who answered. */
export function newsletterFacts(histories: readonly History[]) {
  const groups = { never: [0, 1], monthly: [1, 2], weekly: [2, Infinity] } as const;
  return Object.fromEntries(
    Object.entries(groups).map(([name, [from, to]]) => {
      const own = histories.filter((history) => {
        const received = mails(history, 'message').length;
        return from <= received && received < to;
      });
      const sent = sum(own.map((history) => mails(history, 'message').length));
      const opened = sum(own.map((history) => mails(history, 'open').length));
      const scores = own.flatMap((history) => of(history, 'survey').map(({ score }) => score!));
      const promoters = scores.filter((score) => score >= 9).length;
      const detractors = scores.filter((score) => score <= 6).length;
      return [
        name,
        {
          sent,
          opened,
          openShare: ratio(opened, sent, 4),
          answers: scores.length,
          promoters,
          detractors,
          nps: ratio(100 * (promoters - detractors), scores.length, 1),
        },
      ];
    }),
  );
}

/** Truth 13: invitations sent and accepted, and how many visits invited users make in their first four weeks. */
export function referralFacts(histories: readonly History[]) {
  const newcomers = histories.flatMap((history) => {
    const [signup] = of(history, 'signup');
    return signup ? [{ history, signup }] : [];
  });
  const visits = (isInvited: boolean) => {
    const own = newcomers.filter(
      ({ signup }) =>
        (signup.channel === 'referral') === isInvited && signup.ts.getTime() <= END - days(28),
    );
    const count = sum(
      own.map(
        ({ history, signup }) =>
          of(history, 'visit').filter(({ ts }) => {
            const age = ts.getTime() - signup.ts.getTime();
            return days(1) <= age && age < days(28);
          }).length,
      ),
    );
    return { users: own.length, returnVisits: count, perUser: ratio(count, own.length, 4) };
  };
  const invitations = sum(histories.map((history) => of(history, 'invite').length));
  const accepted = newcomers.filter(({ signup }) => signup.channel === 'referral').length;
  return {
    invitations,
    accepted,
    acceptedShare: ratio(accepted, invitations, 4),
    invited: visits(true),
    others: visits(false),
  };
}

/** Truth 15: the share of views that go to a category, in its country and elsewhere. */
export function tasteFacts(histories: readonly History[]) {
  const { country, category } = plan.taste;
  const views = histories.flatMap((history) => of(history, 'view'));
  const share = (isTheirs: boolean) => {
    const own = views.filter((row) => (row.country === country) === isTheirs);
    const wanted = own.filter((row) => row.category === category).length;
    return { views: own.length, ofCategory: wanted, share: ratio(wanted, own.length, 4) };
  };
  return { inCountry: share(true), elsewhere: share(false) };
}

/** Milliseconds from a checkout to the payment that followed within 7 days and before the next checkout; else null. */
function paymentAfter(history: History, row: EventRow, next: EventRow | undefined): number | null {
  const from = row.ts.getTime();
  const to = Math.min(from + days(7), next?.ts.getTime() ?? Infinity);
  const paid = of(history, 'purchase').find(({ ts }) => from <= ts.getTime() && ts.getTime() < to);
  return paid ? paid.ts.getTime() - from : null;
}

/** How many users made a visit in each calendar week. */
function visitorsByWeek(histories: readonly History[]): number[] {
  const visitors = new Array<number>(plan.days / 7).fill(0);
  for (const history of histories) {
    const weeks = of(history, 'visit').map(({ ts }) => weekOf(ts));
    for (const week of new Set(weeks)) visitors[week]!++;
  }
  return visitors;
}

/** The weeks, counted from 1, that end two falls of more than 10 % in a row. */
function badWeeks(counts: readonly number[]): number[] {
  return counts.flatMap((count, i) => {
    const [before, last] = [counts[i - 2], counts[i - 1]];
    if (before === undefined || last === undefined) return [];
    return count < 0.9 * last && last < 0.9 * before ? [i + 1] : [];
  });
}

function mails(history: History, event: 'message' | 'open'): EventRow[] {
  return of(history, event).filter(({ campaign }) => campaign === 'NEWSLETTER');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
