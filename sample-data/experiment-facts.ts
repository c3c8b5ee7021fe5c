import erfc from '@stdlib/math-base-special-erfc';
import type { EventRow } from './event-rows';
import { type History, days, round, sum } from './history';

/** A user in exactly one arm of a test. */
interface Subject {
  readonly variant: string;
  readonly start: number;
  readonly history: History;
}

/** The names of two arms: the one compared with, and the one of interest. */
type Pair = readonly [string, string];

const TREATED: Pair = ['control', 'treatment'];

/** Truth 1: the effect that the checkout test finds, and what it leaves alone. */
export function checkoutFacts(histories: readonly History[]) {
  const { subjects, inSeveralArms } = exposed(histories, 'checkout');
  const revenue = (one: Subject) =>
    sum(after(one, 'purchase', 0, 7).map(({ amount }) => Math.round(100 * amount!))) / 100;
  return {
    exposed: subjects.length + inSeveralArms,
    inSeveralArms,
    purchasedWithin7Days: comparison(subjects, TREATED, (one) => did(one, 'purchase', 0, 7)),
    refundedWithin21Days: comparison(subjects, TREATED, (one) => did(one, 'refund', 0, 21)),
    revenueWithin7Days: meanComparison(subjects, TREATED, revenue),
  };
}

/** Truth 2: the broken split of the banner test, and the result it would show. */
export function bannerFacts(histories: readonly History[]) {
  const { subjects } = exposed(histories, 'banner');
  const users = usersByArm(subjects);
  const [control, banner] = [users['control']!, users['banner']!];
  const chiSquare = (control - banner) ** 2 / (control + banner);
  return {
    users,
    phoneUsers: usersByArm(subjects.filter(({ history }) => history[0]!.platform !== 'desktop')),
    srm: { chiSquare: round(chiSquare, 3), p: significant(erfc(Math.sqrt(chiSquare / 2))) },
    purchasedWithin7Days: comparison(subjects, ['control', 'banner'], (one) =>
      did(one, 'purchase', 0, 7),
    ),
  };
}

/** Truth 3: the arms of the delivery-note test, one of which nobody planned. */
export function deliveryNoteFacts(histories: readonly History[]) {
  return { users: usersByArm(exposed(histories, 'delivery-note').subjects) };
}

/** Truth 4: visits per user by days since exposure; the lift of the new feed wears off. */
export function feedFacts(histories: readonly History[]) {
  const { subjects } = exposed(histories, 'feed');
  const visits = (from: number, to: number) =>
    meanComparison(subjects, TREATED, (one) => after(one, 'visit', from, to).length);
  return {
    visitsOnDays1To3: visits(1, 4),
    visitsOnDays4To7: visits(4, 8),
    visitsOnDays8To14: visits(8, 15),
    purchasedWithin14Days: comparison(subjects, TREATED, (one) => did(one, 'purchase', 0, 14)),
  };
}

/** Truth 11: who came back after the win-back mail, and after none. */
export function winbackFacts(histories: readonly History[]) {
  const { subjects } = exposed(histories, 'winback');
  return {
    visitedWithin14Days: comparison(subjects, ['holdout', 'mail'], (one) =>
      did(one, 'visit', 0, 14),
    ),
  };
}

/** The users of a test by their first exposure; those who saw several arms are counted apart. */
function exposed(histories: readonly History[], experiment: string) {
  const subjects: Subject[] = [];
  let inSeveralArms = 0;
  for (const history of histories) {
    const exposures = history.filter((row) => row.experiment === experiment);
    const variants = new Set(exposures.map(({ variant }) => variant!));
    if (variants.size > 1) inSeveralArms++;
    const [first] = exposures;
    if (first && variants.size === 1) {
      subjects.push({ variant: first.variant!, start: first.ts.getTime(), history });
    }
  }
  return { subjects, inSeveralArms };
}

/** The rows of an event between two ages in days since the exposure, half-open. */
function after({ start, history }: Subject, event: string, from: number, to: number): EventRow[] {
  return history.filter((row) => {
    const age = row.ts.getTime() - start;
    return row.event === event && days(from) <= age && age < days(to);
  });
}

function did(one: Subject, event: string, from: number, to: number): boolean {
  return after(one, event, from, to).length > 0;
}

/** The second arm against the first: shares, relative lift, and the score test with pooled variance. */
function comparison(
  subjects: readonly Subject[],
  [control, treatment]: Pair,
  isSuccess: (one: Subject) => boolean,
) {
  const [a, b] = [control, treatment].map((arm) => {
    const own = subjects.filter(({ variant }) => variant === arm);
    return { users: own.length, successes: own.filter(isSuccess).length };
  }) as [ArmCount, ArmCount];
  const [p, q] = [a.successes / a.users, b.successes / b.users];
  const pooled = (a.successes + b.successes) / (a.users + b.users);
  const z = (q - p) / Math.sqrt(pooled * (1 - pooled) * (1 / a.users + 1 / b.users));
  return {
    [control]: { ...a, rate: round(p, 4) },
    [treatment]: { ...b, rate: round(q, 4) },
    lift: round(q / p - 1, 4),
    z: round(z, 3),
    p: significant(erfc(Math.abs(z) / Math.SQRT2)),
  };
}

interface ArmCount {
  readonly users: number;
  readonly successes: number;
}

/** The second arm against the first: means, relative lift, and the difference over its standard error. */
function meanComparison(
  subjects: readonly Subject[],
  [control, treatment]: Pair,
  value: (one: Subject) => number,
) {
  const [a, b] = [control, treatment].map((arm) => {
    const values = subjects.filter(({ variant }) => variant === arm).map(value);
    const mean = sum(values) / values.length;
    const variance = sum(values.map((x) => (x - mean) ** 2)) / (values.length - 1);
    return { mean, error: variance / values.length };
  }) as [ArmMean, ArmMean];
  return {
    [control]: round(a.mean, 4),
    [treatment]: round(b.mean, 4),
    lift: round(b.mean / a.mean - 1, 4),
    z: round((b.mean - a.mean) / Math.sqrt(a.error + b.error), 3),
  };
}

interface ArmMean {
  readonly mean: number;
  /** Squared standard error of the mean. */
  readonly error: number;
}

function usersByArm(subjects: readonly Subject[]): Record<string, number> {
  const users: Record<string, number> = {};
  for (const { variant } of subjects) users[variant] = (users[variant] ?? 0) + 1;
  return Object.fromEntries(Object.entries(users).sort());
}

function significant(value: number): number {
  return Number(value.toPrecision(3));
}
