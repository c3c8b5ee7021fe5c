import { Problem } from '../../base/problem';
import type { Estimate } from '../../stats/estimate';
import { type MannWhitney, mannWhitney } from '../../stats/mann-whitney';
import { type ClusteredValues, quantileEstimates } from '../../stats/quantile-effect';
import { orProblem } from '../or-problem';
import { usersIn } from './cells';
import { countable } from './counted';
import { type Setup, decidingSet } from './setup';
import { samplesOf } from './summary';

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
  const { totals, ready } = countable(cohort, set, metric, index, scope);
  const samples = planned.map((_, arm): ClusteredValues => {
    const users = usersIn(set.cells, arm, ready);
    if (totals.samples) return samplesOf(totals.samples, users);
    return { values: Float64Array.from(users, (user) => totals.value[user]!), ends: null };
  });
  const sorted = samples.map(({ values }) => values.slice().sort());
  const edges = edgesOf(sorted);
  if (edges === null) return null;
  const [control, ...treatments] = sorted;
  return {
    ...edges,
    arms: samples.map((sample, arm) => armSpread(sample, sorted[arm]!, edges)),
    ranks: totals.samples
      ? []
      : treatments.map((treatment) => orProblem(() => mannWhitney(control!, treatment))),
  };
}

type Edges = Pick<Spread, 'edges' | 'isLog'>;

/** Even bins from the least to the greatest value that is not 0; null when there is none. */
function edgesOf(sorted: readonly Float64Array[]): Edges | null {
  let [least, most] = [Infinity, -Infinity];
  for (const values of sorted) {
    const first = values.find((value) => value !== 0);
    if (first === undefined) continue;
    least = Math.min(least, first);
    most = Math.max(
      most,
      values.findLast((value) => value !== 0)!,
    );
  }
  if (!(Math.abs(least) < 1e70 && Math.abs(most) < 1e70)) return null;
  const isLog = least > 0 && most > WIDE * least;
  if (least === most) return { edges: [least, most], isLog };
  const at = (i: number): number =>
    isLog ? least * (most / least) ** (i / BINS) : least + ((most - least) * i) / BINS;
  const inner = Array.from({ length: BINS - 1 }, (_, i) => at(i + 1));
  return { edges: [least, ...inner, most], isLog };
}

function armSpread(sample: ClusteredValues, sorted: Float64Array, { edges }: Edges): ArmSpread {
  const counts = new Array<number>(edges.length - 1).fill(0);
  let [zeros, bin, total] = [0, 0, 0];
  for (const value of sorted) {
    total += value;
    if (value === 0) {
      ++zeros;
      continue;
    }
    while (bin < counts.length - 1 && value >= edges[bin + 1]!) ++bin;
    ++counts[bin]!;
  }
  const top = sorted.subarray(-TOP).reduce((sum, value) => sum + value, 0);
  return {
    n: sorted.length,
    zeros,
    counts,
    top: sorted.length > 0 && sorted[0]! >= 0 && total > 0 ? top / total : null,
    quantiles: quantileEstimates(sample, LEVELS),
  };
}
