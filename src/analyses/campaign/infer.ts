import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { type ClusteredSums, clusteredRate } from '../../stats/clustered-rate';
import type { Comparison } from '../../stats/comparison';
import { differenceInDifferences, parallelTrends } from '../../stats/difference-in-differences';
import { moments } from '../../stats/moments';
import { scoreTest } from '../../stats/score-test';
import { welch } from '../../stats/welch';
import { wilson } from '../../stats/wilson';
import type { Scope } from '../analysis';
import { chosen, everyPosition, usersBehind } from '../chosen';
import { orProblem } from '../or-problem';
import type { Outcomes } from './arm-list';
import type { Change } from './change-list';
import type { Contacts } from './contacts';
import type { CampaignParams } from './params';
import type {
  CampaignGroup,
  CampaignResult,
  Compared,
  Effect,
  Randomised,
  Share,
  Sides,
} from './result';

const MOST_GROUPS = 10;
const OTHER = '(other)';
const WEEK = 7 * 86_400_000;

/**
 * The result of a campaign from the contacts of all users.
 *
 * @throws {Problem} `nothing-to-count` when nobody was contacted, `all-open` when no window has ended
 */
export function infer(contacts: Contacts, params: CampaignParams, scope: Scope): CampaignResult {
  if (contacts.user.length === 0) {
    const args = { event: [params.contact.event].flat().join(', '), users: contacts.open };
    const code = contacts.open > 0 ? 'all-open' : 'nothing-to-count';
    throw new Problem(code, args, { path: 'contact' });
  }
  const knowsOpens = params.open !== undefined;
  const all = everyPosition(contacts.user.length);
  const each = (name: string | null, some: Uint32Array) => group(contacts, name, some, knowsOpens);
  return {
    windowMs: durationMs(params.window),
    open: contacts.open,
    doubtful: scope.late ?? null,
    knowsOpens,
    unit: scope.columnUnits[params.act.value ?? ''] ?? null,
    groups: [
      each(null, all),
      ...contactsByGroup(contacts).map(({ name, some }) => each(name, some)),
    ],
    frequency: contactsByTimes(contacts, params.bands)
      .filter(({ some }) => some.length > 0)
      .map(({ name, from, to, some }) => ({ ...each(name, some), from, to })),
    randomised: contacts.arms && randomised(contacts.arms, contacts.mixed, params),
    compared: contacts.change && compared(contacts.change, params),
  };
}

/** The contacts of each group, the largest first, those beyond the tenth together; none without a breakdown. */
export function contactsByGroup({ groups }: Contacts): { name: string; some: Uint32Array }[] {
  const all = everyPosition(groups.codes.length);
  const parts = groups.values
    .map((name, code) => ({ name, some: chosen(all, (i) => groups.codes[i] === code) }))
    .filter(({ name, some }) => some.length > 0 && name !== '')
    .sort((a, b) => b.some.length - a.some.length || (a.name < b.name ? -1 : 1));
  const rest = parts.slice(MOST_GROUPS).flatMap(({ some }) => [...some]);
  const listed = parts.slice(0, MOST_GROUPS);
  return rest.length > 0
    ? [...listed, { name: OTHER, some: Uint32Array.from(rest).sort() }]
    : listed;
}

/** The contacts of users who had so many, band by band. */
export function contactsByTimes({ times }: Contacts, bands: readonly number[]) {
  const edges = [...new Set([1, ...bands])].sort((a, b) => a - b);
  const all = everyPosition(times.length);
  return edges.map((from, b) => {
    const to = edges[b + 1] ?? null;
    const end = to ?? Infinity;
    const some = chosen(all, (i) => times[i]! >= from && times[i]! < end);
    const name = to === null ? `${from}+` : to === from + 1 ? `${from}` : `${from}–${to - 1}`;
    return { name, from, to, some };
  });
}

function group(
  contacts: Contacts,
  name: string | null,
  some: Uint32Array,
  knowsOpens: boolean,
): CampaignGroup {
  const opened = chosen(some, (i) => contacts.opened[i] === 1);
  return {
    name,
    users: usersBehind(contacts.user, some),
    contacts: some.length,
    opened: knowsOpens ? share(contacts, some, contacts.opened) : null,
    acted: share(contacts, some, contacts.acted),
    actedOfOpened: knowsOpens ? share(contacts, opened, contacts.acted) : null,
  };
}

/** Contacts that are marked, users being the units of the interval. */
function share({ user }: Contacts, some: Uint32Array, marks: Uint8Array): Share {
  const sums = { clusters: 0, n: 0, successes: 0, nn: 0, xx: 0, xn: 0 };
  for (let i = 0; i < some.length;) {
    const who = user[some[i]!]!;
    let [n, x] = [0, 0];
    for (; i < some.length && user[some[i]!] === who; ++i) {
      ++n;
      x += marks[some[i]!]!;
    }
    ++sums.clusters;
    sums.n += n;
    sums.successes += x;
    sums.nn += n * n;
    sums.xx += x * x;
    sums.xn += x * n;
  }
  return shareOf(sums.successes, sums.n, () => clusteredRate(sums satisfies ClusteredSums));
}

function shareOf(
  count: number,
  of: number,
  interval: () => { estimate: number; low: number; high: number },
): Share {
  if (of === 0) {
    const problem = new Problem('nobody-reached-here').toJSON();
    return { count, of, rate: null, low: null, high: null, problem };
  }
  const { estimate, low, high } = interval();
  return { count, of, rate: estimate, low, high };
}

function randomised(outcomes: Outcomes, mixed: number, params: CampaignParams): Randomised {
  const { control } = params.randomised!;
  const isAmount = params.act.value !== undefined;
  const measured = isAmount ? outcomes.amount : outcomes.acts;
  const { values, codes } = outcomes.arm;
  const names = values
    .filter((_, code) => codes.includes(code))
    .sort((a, b) => Number(b === control) - Number(a === control) || (a < b ? -1 : 1));
  if (names[0] !== control || names.length < 2) {
    const args = { control, arms: names.length, found: names };
    throw new Problem('no-holdout', args, { path: 'randomised.control' });
  }
  const arms = names.map((name) => {
    const code = values.indexOf(name);
    const own = (list: Float64Array) => list.filter((_, i) => codes[i] === code);
    const acts = own(outcomes.acts);
    const of = { n: acts.length, successes: acts.filter((count) => count > 0).length };
    return { name, of, sample: moments(own(measured)), total: sum(own(measured)) };
  });
  const [base, ...others] = arms;
  return {
    ...{ control, mixed },
    arms: arms.map(({ name, of, sample, total }) => ({
      ...{ name, users: of.n, mean: sample.mean, total },
      acted: shareOf(of.successes, of.n, () => wilson(of)),
    })),
    comparisons: others.map(({ name, of, sample }) => ({
      arm: name,
      acted: effect(() => scoreTest(base!.of, of)),
      mean: effect(() => welch(base!.sample, sample)),
    })),
  };
}

function compared(change: Change, params: CampaignParams): Compared {
  const { start, before } = params.compare!;
  const [window, beforeMs] = [durationMs(params.window), durationMs(before)];
  const isIn = (side: number) => (_: number, i: number) => change.contacted[i] === side;
  const slices = (side: number) => change.before.map((part) => part.filter(isIn(side)));
  // Per week, so that times of other lengths can be compared.
  const weekly = (side: number) => {
    const parts = slices(side);
    const length = (parts[0] ?? []).length;
    const total = Float64Array.from({ length }, (_, i) =>
      parts.reduce((sum, part) => sum + part[i]!, 0),
    );
    return {
      before: total.map((each) => (each * WEEK) / beforeMs),
      after: change.after.filter(isIn(side)).map((each) => (each * WEEK) / window),
    };
  };
  const [others, contacted] = [weekly(0), weekly(1)];
  const trend = orProblem(() =>
    change.before.length < 2 ? tooShort() : parallelTrends(slices(0), slices(1)),
  );
  return {
    ...{ start, beforeMs, contacted: sides(contacted), others: sides(others) },
    effect: effect(() => differenceInDifferences(others, contacted).comparison),
    trend: trend instanceof Problem ? { p: null, problem: trend.toJSON() } : { p: trend.p },
  };
}

function tooShort(): never {
  throw new Problem('short-before');
}

function sides({ before, after }: { before: Float64Array; after: Float64Array }): Sides {
  const users = after.length;
  if (users === 0) {
    const problem = new Problem('nobody-reached-here').toJSON();
    return { users, before: null, after: null, problem };
  }
  return { users, before: sum(before) / users, after: sum(after) / users };
}

function effect(test: () => Comparison): Effect {
  const found = orProblem(test);
  if (!(found instanceof Problem)) return { difference: found.difference, p: found.p };
  const problem = found.toJSON();
  return { difference: { estimate: null, low: null, high: null, problem }, p: null, problem };
}

function sum(values: Float64Array): number {
  return values.reduce((total, each) => total + each, 0);
}
