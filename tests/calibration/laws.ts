import type { ArmVerdict, Comparison, MetricResult } from '../../src/analyses/experiment/result';
import { random } from './draws';
import { between, oneOf, randomTable } from './random-table';
import { type Readout, readoutOf } from './readout';

/** What a number of tables came to. */
export interface Proof {
  readonly tables: number;
  readonly comparisons: number;
  /** Comparisons with a clear difference, and those without a lift. */
  readonly clear: number;
  readonly withoutLift: number;
  readonly contradictions: readonly string[];
}

/**
 * Looks for contradictions in random tables; the same seed gives the same tables. In half of them
 * alpha lies a hair beside one of the corrected p-values, where rounding would show.
 */
export function proof(tables: number, seed: number): Proof {
  const next = random(`tables ${seed}`);
  let [comparisons, clear, withoutLift] = [0, 0, 0];
  const found: string[] = [];
  for (let i = 0; i < tables; ++i) {
    const table = randomTable(next);
    const usual = oneOf(next, [0.001, 0.01, 0.05, 0.1, 0.2]);
    const hair = (next() < 0.5 ? 1 : -1) * 10 ** between(next, -8, -2);
    const nth = next() < 0.5 ? next() : null;
    const readout = readoutOf(table, (ps) => {
      const p = nth === null ? undefined : ps[Math.floor(nth * ps.length)];
      return p !== undefined && p > 1e-6 && p < 0.5 ? p * (1 + hair) : usual;
    });
    for (const { pAdjusted, lift } of readout.metrics.flatMap((metric) => metric.comparisons)) {
      if (pAdjusted === null) continue;
      ++comparisons;
      if (pAdjusted < readout.alpha) ++clear;
      if (lift.estimate === null) ++withoutLift;
    }
    found.push(...contradictions(readout));
  }
  return { tables, comparisons, clear, withoutLift, contradictions: found };
}

/**
 * Where p says anything else than the intervals, the state or the verdict, as JSON. Without a lift,
 * or without a state for want of users, p has nothing to agree with.
 */
export function contradictions({ alpha, metrics, verdict }: Readout): string[] {
  const torn = metrics.flatMap(({ direction, comparisons }) =>
    comparisons.filter((comparison) => {
      if (comparison.pAdjusted === null) return false;
      const side = sideByP(comparison, alpha);
      const { difference, lift, state } = comparison;
      return (
        sideOfZero(difference) !== side ||
        (lift.estimate !== null && sideOfZero(lift) !== side) ||
        (state !== 'not-enough' && state !== stateOf(side, direction))
      );
    }),
  );
  const wrong = verdict.arms.filter(
    ({ arm, decision }) => decision !== decisionByP(arm, metrics, alpha),
  );
  return [...torn, ...wrong].map((found) => JSON.stringify({ alpha, ...found }));
}

/** 1 where treatment is clearly above control, −1 where it is clearly below, else 0. */
function sideByP({ pAdjusted, difference }: Comparison, alpha: number): number {
  return pAdjusted! < alpha ? Math.sign(difference.estimate!) : 0;
}

/** 1 where all of the interval is above 0, −1 where all is below, else 0; NaN where it is no interval. */
function sideOfZero({ low, estimate, high }: Comparison['difference']): number {
  if (!(low! <= estimate! && estimate! <= high!)) return NaN;
  return low! > 0 ? 1 : high! < 0 ? -1 : 0;
}

function stateOf(side: number, direction: 'up' | 'down'): Comparison['state'] {
  if (side === 0) return 'unclear';
  return side > 0 === (direction === 'up') ? 'better' : 'worse';
}

/** What follows from the corrected p-values of an arm's goals alone. */
function decisionByP(
  arm: string,
  metrics: readonly MetricResult[],
  alpha: number,
): ArmVerdict['decision'] {
  const states = metrics.map(({ direction, comparisons }) => {
    const comparison = comparisons.find((each) => each.arm === arm)!;
    if (comparison.state === 'not-enough') return 'not-enough';
    return stateOf(sideByP(comparison, alpha), direction);
  });
  const [isBetter, isWorse] = [states.includes('better'), states.includes('worse')];
  if (isBetter !== isWorse) return isBetter ? 'ship' : 'do-not-ship';
  return !isBetter && states.includes('not-enough') ? 'keep-running' : 'inconclusive';
}
