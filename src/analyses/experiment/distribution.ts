import type { Problem } from '../../base/problem';
import { scratchCopy, withScratch } from '../../base/scratch';
import type { Estimate } from '../../stats/estimate';
import { type MannWhitney, mannWhitney } from '../../stats/mann-whitney';
import { type ClusteredValues, quantileEstimates } from '../../stats/quantile-effect';
import { putInPlace } from '../../stats/sample-quantile';
import { orProblem } from '../or-problem';
import { usersIn } from './users-in';
import type { PlannedArm } from './arms';
import { type Countable, countable } from './counted';
import { type Setup, decidingSet } from './setup';
import { samplesOf, taken } from './summary';
import type { UserSet } from './user-set';

/** Quantiles that are shown of every arm. */
export const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** How the values of one arm are spread. */
export interface ArmSpread {
  /** Values: users, of a quantile metric its single values. */
  readonly n: number;
  /** Values that are 0. */
  readonly zeros: number;
  /** Values of each bin, those that are 0 left out. */
  readonly counts: readonly number[];
  /** Share of the total that the ten largest values make; null where some are negative or all 0. */
  readonly top: number | null;
  /** In the order of `LEVELS`. */
  readonly quantiles: readonly (Estimate | Problem)[];
}

/** How the values of a metric are spread, arms in one set of bins. */
export interface Spread {
  /** Ends of the bins, one more than there are; even on the scale. */
  readonly edges: readonly number[];
  readonly isLog: boolean;
  readonly arms: readonly ArmSpread[];
  /** Whether values of a treatment tend to be larger, one per treatment; empty where values are not users. */
  readonly ranks: readonly (MannWhitney | Problem)[];
}

const BINS = 24;
const TOP = 10;
/** Values that span more than this factor are binned by their logarithm. */
const WIDE = 50;

/** Of amounts, for the half that decides; null for shares and ratios, and where nobody has anything. */
export function spreadOf(setup: Setup, index: number): Spread | null {
  const { cohort, params, planned, scope } = setup;
  const metric = params.metrics[index]!;
  if (metric.type !== 'mean' && metric.type !== 'count' && metric.type !== 'quantile') return null;
  const set = decidingSet(setup);
  return withScratch(() => spread(set, countable(cohort, set, metric, index, scope), planned));
}

function spread(
  { cells }: UserSet,
  { totals, ready }: Countable,
  planned: readonly PlannedArm[],
): Spread | null {
  const samples = planned.map((_, arm): ClusteredValues => {
    const users = usersIn(cells, arm, ready);
    if (totals.samples) return samplesOf(totals.samples, users);
    return { values: taken(totals.value, users), ends: null };
  });
  const edges = edgesOf(samples.map(({ values }) => values));
  if (edges === null) return null;
  const [control, ...treatments] = samples.map(({ values }) => values);
  return {
    ...edges,
    arms: samples.map((sample) => armSpread(sample, edges)),
    ranks: totals.samples
      ? []
      : treatments.map((treatment) => orProblem(() => mannWhitney(control!, treatment))),
  };
}

type Edges = Pick<Spread, 'edges' | 'isLog'>;

/** Even bins from the least to the greatest value that is not 0; null when there is none. */
function edgesOf(samples: readonly Float64Array[]): Edges | null {
  let [least, most] = [Infinity, -Infinity];
  for (const values of samples) {
    for (let i = 0; i < values.length; ++i) {
      const value = values[i]!;
      if (value === 0) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  if (!(Math.abs(least) < 1e70 && Math.abs(most) < 1e70)) return null;
  const isLog = least > 0 && most > WIDE * least;
  if (least === most) return { edges: [least, most], isLog };
  const at = (i: number): number =>
    isLog ? least * (most / least) ** (i / BINS) : least + ((most - least) * i) / BINS;
  const inner = Array.from({ length: BINS - 1 }, (_, i) => at(i + 1));
  return { edges: [least, ...inner, most], isLog };
}

function armSpread(sample: ClusteredValues, { edges }: Edges): ArmSpread {
  const { values } = sample;
  const bounds = Float64Array.from(edges);
  const counts = new Uint32Array(edges.length - 1);
  let [zeros, total, least] = [0, 0, Infinity];
  for (let i = 0; i < values.length; ++i) {
    const value = values[i]!;
    total += value;
    if (value < least) least = value;
    if (value === 0) ++zeros;
    else ++counts[binOf(value, bounds)]!;
  }
  return {
    n: values.length,
    zeros,
    counts: Array.from(counts),
    top: least >= 0 && total > 0 ? topSum(values) / total : null,
    quantiles: quantileEstimates(sample, LEVELS),
  };
}

/** The last bin that begins at or below `value`. */
function binOf(value: number, bounds: Float64Array): number {
  let [from, to] = [0, bounds.length - 1];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (bounds[middle]! <= value) from = middle;
    else to = middle;
  }
  return from;
}

function topSum(values: Float64Array): number {
  return withScratch(() => {
    const placed = scratchCopy(values);
    const first = Math.max(0, placed.length - TOP);
    putInPlace(placed, [first]);
    let sum = 0;
    for (let i = first; i < placed.length; ++i) sum += placed[i]!;
    return sum;
  });
}
