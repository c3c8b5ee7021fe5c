import { corrected } from '../stats/multiple-testing';
import { type OddsRatio, oddsRatio } from '../stats/odds-ratio';
import { sampleQuantile } from '../stats/sample-quantile';
import type { CountedValue, Traits } from './traits';

/** A trait, and how much more often those of side 0 have it than those of side 1. */
export interface Distinction {
  /** An event that was done, a value that a column holds, or a number above the median of all. */
  readonly kind: 'event' | 'value' | 'above';
  /** The column; null for events. */
  readonly column: string | null;
  /** The event, the value, or the median. */
  readonly value: string | number;
  /** Of side 0 and of side 1: those who have it, of how many of whom it is known. */
  readonly counts: readonly [number, number];
  readonly of: readonly [number, number];
  /** Odds of being on side 0 with the trait, against without it; at `level`. */
  readonly odds: OddsRatio['odds'];
  readonly p: number;
  /** With all traits that were compared, by Benjamini and Hochberg. */
  readonly pAdjusted: number;
  readonly level: number;
}

/** So many users at least on each side, and with and without the trait: a trait of fewer would name people. */
export const FEWEST_WITH_TRAIT = 10;

/** Expected share of false ones among the traits below it. */
export const FALSE_DISCOVERIES = 0.1;

/**
 * What distinguishes one set of users from another, surest first: the odds ratio of each trait with
 * an interval that excludes 1 exactly when the adjusted p is below `FALSE_DISCOVERIES`. Traits of
 * fewer than ten users are left out.
 */
export function distinctions({ sides, events, texts, numbers }: Traits): Distinction[] {
  const named: Trait[] = [
    ...events.map((each) => trait('event', null, each, sides)),
    ...texts.map((each) => trait('value', each.column, each, sides)),
    ...numbers.flatMap((each) => (each.values.length === 0 ? [] : [aboveMedian(each)])),
  ];
  const known = named.filter(isKnown);
  const tests = known.map((each) => oddsRatio(tableOf(each)).p);
  const adjusted = corrected(tests, 'benjamini-hochberg');
  return known
    .map((each, i) => {
      const { p: pAdjusted, share } = adjusted[i]!;
      const alpha = FALSE_DISCOVERIES * share;
      return { ...each, ...oddsRatio(tableOf(each), alpha), pAdjusted, level: 1 - alpha };
    })
    .sort((a, b) => a.p - b.p);
}

type Trait = Pick<Distinction, 'kind' | 'column' | 'value' | 'counts' | 'of'>;

function trait(
  kind: 'event' | 'value',
  column: string | null,
  { value, counts }: CountedValue,
  of: readonly [number, number],
): Trait {
  return { kind, column, value, counts, of };
}

function aboveMedian({ column, values, sides }: Traits['numbers'][number]): Trait {
  const value = sampleQuantile(values, 0.5);
  const counts: [number, number] = [0, 0];
  const of: [number, number] = [0, 0];
  for (let i = 0; i < values.length; ++i) {
    const side = sides[i] as 0 | 1;
    ++of[side];
    if (values[i]! > value) ++counts[side];
  }
  return { kind: 'above', column, value, counts, of };
}

function isKnown({ counts: [a, b], of: [first, second] }: Trait): boolean {
  return Math.min(a + b, first + second - a - b, first, second) >= FEWEST_WITH_TRAIT;
}

function tableOf({ counts: [a, b], of: [first, second] }: Trait) {
  return { with: [a, b], without: [first - a, second - b] } as const;
}
