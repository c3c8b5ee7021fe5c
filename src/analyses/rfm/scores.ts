import { Problem } from '../../base/problem';
import { sortedQuantile } from '../../stats/sample-quantile';
import type { Customers } from './customers';
import type { RfmParams } from './params';
import { cellOf } from './segment-map';

/** What is scored. */
export const MEASURES = ['recency', 'frequency', 'monetary'] as const;
export type Measure = (typeof MEASURES)[number];

/** Where scores change, and the largest group of customers with one value. */
export interface Scale {
  /** Four, ascending; a value equal to one lies below it. */
  readonly cuts: readonly number[];
  readonly isFixed: boolean;
  readonly tie: { readonly value: number; readonly users: number };
  /** The values of all customers, ascending. */
  readonly sorted: Float64Array;
}

const LEVELS = [0.2, 0.4, 0.6, 0.8];

/**
 * The scales of all customers: fixed cut points where the parameters give them, else the type-7
 * quintiles, so that each score has a fifth of the customers as far as ties allow.
 *
 * @throws {Problem} `cuts-not-ascending`
 */
export function scalesOf(customers: Customers, { cuts }: RfmParams): Record<Measure, Scale> {
  const scale = (measure: Measure): Scale => {
    const sorted = customers[measure].slice().sort();
    const fixed = cuts[measure];
    if (fixed) requireAscending(fixed, measure);
    return {
      cuts: fixed ?? LEVELS.map((level) => sortedQuantile(sorted, level)),
      isFixed: fixed !== undefined,
      tie: largestTie(sorted),
      sorted,
    };
  };
  return {
    recency: scale('recency'),
    frequency: scale('frequency'),
    monetary: scale('monetary'),
  };
}

/** Each customer's cell of the 125, by `cellOf`. */
export function cellsOf(customers: Customers, scales: Record<Measure, Scale>): Uint8Array {
  return Uint8Array.from(customers.user, (_, i) =>
    cellOf(
      6 - scoreOf(customers.recency[i]!, scales.recency.cuts),
      scoreOf(customers.frequency[i]!, scales.frequency.cuts),
      scoreOf(customers.monetary[i]!, scales.monetary.cuts),
    ),
  );
}

/** 1 for the lowest values to 5 for the highest: one more than the cut points below the value. */
export function scoreOf(value: number, cuts: readonly number[]): number {
  let score = 1;
  for (const cut of cuts) if (value > cut) ++score;
  return score;
}

function requireAscending(cuts: readonly number[], measure: Measure): void {
  if (cuts.every((cut, i) => i === 0 || cut >= cuts[i - 1]!)) return;
  const args = { found: cuts.join(', ') };
  throw new Problem('cuts-not-ascending', args, { path: `cuts.${measure}` });
}

function largestTie(sorted: Float64Array): Scale['tie'] {
  let best = { value: NaN, users: 0 };
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (sorted[to] === sorted[from]) ++to;
    if (to - from > best.users) best = { value: sorted[from]!, users: to - from };
    from = to;
  }
  return best;
}
