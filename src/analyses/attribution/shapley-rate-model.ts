import {
  type PlayerSets,
  type SetSums,
  drawnOrders,
  exactRateShapley,
  meanMarginals,
  sampledRateShapley,
} from '../../stats/shapley';
import type { Credit, Model, Sample } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import { divideTotal, touchedAndNot } from './divided';
import type { PathSums } from './sums';

export interface ShapleyRateModel extends Model {
  /**
   * Standard errors of the credit for conversions by the drawing of orders; null where all coalitions
   * are computed.
   */
  errors(sums: PathSums): Float64Array | null;
}

/** Up to this many channels all coalitions are computed. */
const EXACT = 12;
const ORDERS = 2000;
/** A replicate is the estimate and what the first orders say of the difference. */
const ORDERS_OF_REPLICATE = 100;

/**
 * Shapley values of the game in which channels together are worth the conversion rate of the journeys
 * that touch no others; scaled to the conversions with touch.
 */
export function shapleyRateModel(
  paths: DistinctPaths,
  channels: number,
  hasValue: boolean,
  seed: number,
): ShapleyRateModel {
  const sets = channelSets(paths);
  const isExact = channels <= EXACT;
  const orders = isExact ? null : drawnOrders(channels, sets, seed, 0, ORDERS_OF_REPLICATE);
  const bases = new Map<keyof Credit, { readonly all: Float64Array; readonly few: Float64Array }>();

  function shares(kind: keyof Credit, { sums, isReplicate }: Sample): Float64Array {
    const game = gameOf(sets, kind, sums);
    if (orders === null) return exactRateShapley(channels, sets, game);
    const few = meanMarginals(channels, orders, game);
    const base = bases.get(kind);
    if (isReplicate && base) return few.map((value, i) => base.all[i]! + value - base.few[i]!);
    const all = sampledRateShapley(channels, sets, game, { seed, orders: ORDERS }).values;
    bases.set(kind, { all, few });
    return all;
  }

  return {
    credit(sample, credit) {
      divideTotal(
        sample.sums.conversions,
        paths,
        shares('conversions', sample),
        credit.conversions,
      );
      if (!hasValue) credit.value.fill(0);
      else divideTotal(sample.sums.value, paths, shares('value', sample), credit.value);
    },
    errors(sums) {
      if (isExact) return null;
      const game = gameOf(sets, 'conversions', sums);
      const drawing = { seed, orders: ORDERS };
      const { values, errors } = sampledRateShapley(channels, sets, game, drawing);
      const all = values.reduce((sum, value) => sum + value, 0);
      const { touched } = touchedAndNot(sums.conversions, paths);
      return errors.map((error) => (all === 0 ? 0 : (touched * error) / all));
    },
  };
}

interface ChannelSets extends PlayerSets {
  /** Set of each path; −1 without touch. */
  readonly of: Int32Array;
  readonly count: number;
}

function channelSets({ count, offsets, steps }: DistinctPaths): ChannelSets {
  const numbers = new Map<string, number>();
  const players: number[] = [];
  const ends = [0];
  const of = Int32Array.from({ length: count }, (_, path) => {
    const own = [...new Set(steps.subarray(offsets[path], offsets[path + 1]))].sort(
      (a, b) => a - b,
    );
    if (own.length === 0) return -1;
    const key = own.join(' ');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    players.push(...own);
    ends.push(players.length);
    return numbers.size - 1;
  });
  return {
    of,
    count: numbers.size,
    offsets: Uint32Array.from(ends),
    players: Uint32Array.from(players),
  };
}

function gameOf({ of, count }: ChannelSets, kind: keyof Credit, sums: PathSums): SetSums {
  const gains = new Float64Array(count);
  const cases = new Float64Array(count);
  for (let path = 0; path < of.length; ++path) {
    const set = of[path]!;
    if (set < 0) continue;
    gains[set]! += sums[kind][path]!;
    cases[set]! += sums.conversions[path]! + sums.nulls[path]!;
  }
  return { gains, cases };
}
