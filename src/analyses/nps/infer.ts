import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Interval } from '../../stats/interval';
import { corrected } from '../../stats/multiple-testing';
import { type UpAndDown, netShare, netShareDifference } from '../../stats/net-share';
import { wilson } from '../../stats/wilson';
import type { Missing, Scope } from '../analysis';
import { chosen, everyPosition } from '../chosen';
import type { Answers } from './answers';
import type { NpsParams } from './params';
import type { NpsCounts, NpsGroup, NpsResult, Response } from './result';

/** Below so many answers a score says more about chance than about people. */
const FEWEST = 30;
const PROMOTER = 9;
const DETRACTOR = 6;
const MOST_GROUPS = 10;
const OTHER = '(other)';

/**
 * The net promoter score of all answers, by group, by contacts, by period.
 *
 * @throws {Problem} `no-answers` when nobody answered with a number from 0 to 10
 */
export function infer(answers: Answers, params: NpsParams, scope: Scope): NpsResult {
  const { score, invalid, repeated } = answers;
  if (score.length === 0) {
    const args = { event: [params.event].flat().join(', '), column: params.value, invalid };
    throw new Problem('no-answers', args, { path: 'value' });
  }
  const all = everyPosition(score.length);
  return {
    ...counted(answers, all),
    scores: Array.from({ length: 11 }, (_, s) => score.filter((each) => each === s).length),
    ...{ invalid, repeated, doubtful: scope.late ?? null },
    response: params.asked ? response(answers) : null,
    groups: params.breakdown ? groupsOf(answers) : [],
    contacts: params.contacts ? contactsOf(answers, params.contacts.bands) : [],
    trend: trendOf(answers, params, scope),
  };
}

/** Some of the answers, by their positions. */
export type Some = Uint32Array;

function counted(answers: Answers, some: Some): NpsCounts {
  const { n, up, down } = sides(answers, some);
  return {
    ...{ answers: n, promoters: up, passives: n - up - down, detractors: down },
    score: n >= FEWEST ? netShare({ n, up, down }) : few(n),
  };
}

function sides({ score }: Answers, some: Some): UpAndDown {
  let [up, down] = [0, 0];
  for (const i of some) {
    if (score[i]! >= PROMOTER) ++up;
    else if (score[i]! <= DETRACTOR) ++down;
  }
  return { n: some.length, up, down };
}

function few(answers: number): Missing<Interval> {
  const problem = new Problem('too-few-answers', { answers, needed: FEWEST }).toJSON();
  return { estimate: null, low: null, high: null, problem };
}

function response({ asked, replied }: Answers): Response {
  if (asked === 0) {
    const problem = new Problem('nobody-asked').toJSON();
    return { answered: 0, of: 0, rate: null, low: null, high: null, problem };
  }
  const { estimate, low, high } = wilson({ n: asked, successes: replied });
  return { answered: replied, of: asked, rate: estimate, low, high };
}

/** The answers of each group of the breakdown, the largest first; those beyond the tenth together. */
export function answersByGroup({ groups }: Answers): { name: string; some: Some }[] {
  const all = everyPosition(groups.codes.length);
  const parts = groups.values
    .map((name, code) => ({ name, some: chosen(all, (i) => groups.codes[i] === code) }))
    .filter(({ some }) => some.length > 0)
    .sort((a, b) => b.some.length - a.some.length || (a.name < b.name ? -1 : 1));
  const rest = parts.slice(MOST_GROUPS).flatMap(({ some }) => [...some]);
  const listed = parts.slice(0, MOST_GROUPS);
  return rest.length > 0
    ? [...listed, { name: OTHER, some: Uint32Array.from(rest).sort() }]
    : listed;
}

function groupsOf(answers: Answers): NpsGroup[] {
  const parts = answersByGroup(answers);
  const all = everyPosition(answers.score.length);
  const whole = sides(answers, all);
  return compared(
    parts.map(({ name, some }) => {
      const own = sides(answers, some);
      const others = { n: whole.n - own.n, up: whole.up - own.up, down: whole.down - own.down };
      return { name, ...counted(answers, some), own, others };
    }),
  );
}

/** The answers of those who were contacted so often, band by band; all bands, also empty ones. */
export function answersByContacts({ contacts }: Answers, bands: readonly number[]) {
  const edges = [...new Set([0, ...bands])].sort((a, b) => a - b);
  const all = everyPosition(contacts.length);
  return edges.map((from, b) => {
    const to = edges[b + 1] ?? null;
    const end = to ?? Infinity;
    const some = chosen(all, (i) => contacts[i]! >= from && contacts[i]! < end);
    const isOne = to === from + 1;
    const name = to === null ? `${from}+` : isOne ? String(from) : `${from}–${to - 1}`;
    return { name, from, to, some };
  });
}

function contactsOf(answers: Answers, bands: readonly number[]): NpsGroup[] {
  const parts = answersByContacts(answers, bands);
  const first = sides(answers, parts[0]!.some);
  return compared(
    parts.map(({ name, from, to, some }, i) => ({
      ...{ name, from, to, ...counted(answers, some) },
      own: sides(answers, some),
      others: i === 0 ? null : first,
    })),
  );
}

type Side = NpsCounts & {
  readonly name: string;
  readonly own: UpAndDown;
  /** What it is compared with; null for what the others are compared with. */
  readonly others: UpAndDown | null;
};

function compared(parts: readonly Side[]): NpsGroup[] {
  const comparisons = parts.map(({ own, others }) =>
    others === null || own.n < FEWEST || others.n < FEWEST ? null : netShareDifference(others, own),
  );
  const ps = comparisons.flatMap((each) => (each === null ? [] : [each.p]));
  const adjusted = corrected(ps, 'benjamini-hochberg').map(({ p }) => p);
  return parts.map(({ own, others, ...part }, i): NpsGroup => {
    const comparison = comparisons[i] ?? null;
    if (comparison !== null) {
      const { difference, p } = comparison;
      return { ...part, difference, p, pAdjusted: adjusted.shift()! };
    }
    const missing =
      others === null
        ? new Problem('compared-with').toJSON()
        : few(Math.min(own.n, others.n)).problem;
    const none = { estimate: null, low: null, high: null, problem: missing };
    return { ...part, difference: none, p: null, pAdjusted: null, problem: missing };
  });
}

function trendOf(answers: Answers, { period }: NpsParams, scope: Scope): NpsResult['trend'] {
  const days = calendar(scope.timezone, scope.weekStart);
  const all = everyPosition(answers.start.length);
  const starts = [...new Set(answers.start)].sort((a, b) => a - b);
  return starts.map((start) => ({
    start: days.date(start),
    ...counted(
      answers,
      chosen(all, (i) => answers.start[i] === start),
    ),
    complete: days.end(period, start) <= scope.completeThrough,
  }));
}
