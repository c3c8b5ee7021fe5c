import { type Boundary, boundaryOf } from '../../src/analyses/experiment/boundary';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { Half } from '../../src/analyses/experiment/result';
import type { Summary, SummaryValues } from '../../src/analyses/experiment/summary';
import type { JointMoments } from '../../src/stats/joint-moments';
import type { Moments } from '../../src/stats/moments';
import type { Proportion } from '../../src/stats/proportion';
import { type Random, normal } from './draws';

export type Params = ReturnType<typeof experiment.params.parse>;

/** The finished counts of an experiment, before anything is tested. */
export interface Table {
  readonly params: Params;
  readonly deciding: Half;
  /** The look that decides, where looks are planned. */
  readonly boundary: Boundary | null;
  /** Preferred is the first comparison. */
  readonly correction: (typeof CORRECTIONS)[number];
  /** For each metric its arms, the control first. */
  readonly arms: readonly (readonly Summary[])[];
}

const CORRECTIONS = ['none', 'bonferroni', 'holm', 'benjamini-hochberg', 'preferential'] as const;

type Kind = 'rate' | 'mean' | 'adjusted';

/** One to three goals of every kind in two or three arms, of a handful of users to a million. */
export function randomTable(next: Random): Table {
  const kinds = several(next, 3, () => oneOf<Kind>(next, ['rate', 'mean', 'adjusted']));
  const treatments = 1 + whole(next, 2);
  const params = experiment.params.parse({
    source: 'table',
    control: 'A',
    metrics: kinds.map((kind, i) => ({
      name: `m${i}`,
      type: kind === 'rate' ? 'proportion' : 'mean',
      column: `m${i}`,
      role: 'goal',
      direction: oneOf(next, ['up', 'down']),
      theta: oneOf(next, ['within', 'pooled']),
    })),
  });
  const table: Table = {
    params,
    deciding: oneOf(next, ['fixed', 'always-valid']),
    boundary: null,
    correction: oneOf(next, CORRECTIONS),
    arms: kinds.map((kind) => randomArms(next, kind, treatments)),
  };
  // A look's p takes a hundred times as long as others.
  if (next() >= 0.02) return table;
  return { ...table, deciding: 'group-sequential', boundary: randomLook(next) };
}

export function between(next: Random, low: number, high: number): number {
  return low + (high - low) * next();
}

export function oneOf<T>(next: Random, list: readonly T[]): T {
  return list[whole(next, list.length)]!;
}

/** A look somewhere along a plan of one to four. */
function randomLook(next: Random): Boundary {
  const shares = [...several(next, 3, next), 1].sort((a, b) => a - b);
  const planned = shares.map((share) => ({ passed: share, users: share, at: null }));
  const passed = next() < 0.3 ? 1 : between(next, 0.05, 1);
  const users = passed === 1 ? between(next, 0.8, 1.5) : passed;
  const plan = oneOf(next, ['obrien-fleming', 'pocock', { power: 2 }] as const);
  return boundaryOf(plan, { passed, users, at: null }, planned);
}

function randomArms(next: Random, kind: Kind, treatments: number): Summary[] {
  if (kind === 'rate') return rates(next, treatments).map(ofRate);
  const samples = means(next, treatments);
  return samples.map((sample) =>
    ofMean(sample, kind === 'mean' ? null : withCovariate(next, sample)),
  );
}

/** Rates from one in a million to all but one. */
function rates(next: Random, treatments: number): Proportion[] {
  const n = randomSize(next);
  const rare = 10 ** between(next, -6, 0);
  const control = { n, successes: Math.round(n * (next() < 0.8 ? rare : 1 - rare)) };
  const p = (control.successes + 0.5) / (n + 1);
  const others = Array.from({ length: treatments }, () => {
    const m = randomSize(next);
    const shifted = p + randomZ(next) * Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
    return { n: m, successes: Math.min(m, Math.max(0, Math.round(m * shifted))) };
  });
  return [control, ...others];
}

/** Means whose spread is from a millionth of them to a hundred times as much, sometimes without any. */
function means(next: Random, treatments: number): Moments[] {
  const n = randomSize(next);
  const mean = (next() < 0.8 ? 1 : -1) * 10 ** between(next, -6, 9);
  const spread = Math.abs(mean) * 10 ** between(next, -6, 2);
  const others = Array.from({ length: treatments }, () => {
    const m = randomSize(next);
    const other = spread * (next() < 0.1 ? 0 : 10 ** between(next, -1, 1));
    const error = Math.hypot(spread / Math.sqrt(n), other / Math.sqrt(m));
    return { n: m, mean: mean + randomZ(next) * error, m2: other ** 2 * (m - 1) };
  });
  return [{ n, mean, m2: spread ** 2 * (n - 1) }, ...others];
}

function withCovariate(next: Random, { n, mean, m2 }: Moments): JointMoments {
  const shared = between(next, -0.99, 0.99) * Math.sqrt(m2 * n);
  return {
    n,
    means: [mean, normal(next) / Math.sqrt(n)],
    products: [
      [m2, shared],
      [shared, n],
    ],
  };
}

function ofRate(share: Proportion): Summary {
  return summary(share.n, share.successes, { kind: 'rate', share }, null);
}

function ofMean(sample: Moments, joint: JointMoments | null): Summary {
  return summary(sample.n, sample.n * sample.mean, { kind: 'mean', sample, carriers: null }, joint);
}

function summary(
  n: number,
  total: number,
  values: SummaryValues,
  joint: JointMoments | null,
): Summary {
  return { n, total, denominator: null, missing: 0, largest: null, active: null, values, joint };
}

/** How many errors apart two arms are: mostly where it could go either way. */
function randomZ(next: Random): number {
  return 2.5 * normal(next);
}

function randomSize(next: Random): number {
  return Math.round(10 ** between(next, Math.log10(2), 6));
}

function several<T>(next: Random, most: number, made: () => T): T[] {
  return Array.from({ length: 1 + whole(next, most) }, made);
}

function whole(next: Random, below: number): number {
  return Math.floor(next() * below);
}
