import { hashRandom } from './hash-random';

/** Sets of players and what each brings; a set's worth in the game comes from all sets inside it. */
export interface SetSums {
  /** Players of set `i` stand at `[offsets[i], offsets[i + 1])` of `players`, each once. */
  readonly offsets: Uint32Array;
  readonly players: Uint32Array;
  /** Sums of each set: what it won. */
  readonly gains: Float64Array;
  /** How often each set was seen, wins and failures together. */
  readonly cases: Float64Array;
}

/** A value per player, and how far chance in the drawing of orders may have moved it. */
export interface SampledShapley {
  readonly values: Float64Array;
  /** Standard errors. */
  readonly errors: Float64Array;
}

/**
 * The Shapley values of the game in which a coalition is worth its rate: gains over cases of all
 * sets inside it, 0 where there are none. They add up to the rate of all. Exact: all 2ⁿ coalitions.
 *
 * @param players  at most about 20
 * @see Shapley, L. S. (1953). A value for n-person games.
 */
export function exactRateShapley(players: number, sets: SetSums): Float64Array {
  const worth = coalitionRates(players, sets);
  const weights = sizeWeights(players);
  const values = new Float64Array(players);
  for (let coalition = 0; coalition < worth.length; ++coalition) {
    const weight = weights[bits(coalition)]!;
    for (let player = 0; player < players; ++player) {
      const with_ = coalition | (1 << player);
      if (with_ === coalition) continue;
      values[player]! += weight * (worth[with_]! - worth[coalition]!);
    }
  }
  return values;
}

/**
 * The same for any number of players, from the orders in which they might have come, drawn at
 * random: order `i` is the same whatever their number.
 *
 * @see Castro, J., Gómez, D. & Tejada, J. (2009). Polynomial calculation of the Shapley value based on
 *   sampling. Computers & Operations Research 36(5), 1726–1730.
 */
export function sampledRateShapley(
  players: number,
  sets: SetSums,
  { seed, orders }: { readonly seed: number; readonly orders: number },
): SampledShapley {
  const sums = new Float64Array(players);
  const squares = new Float64Array(players);
  const order = new Uint32Array(players);
  const place = new Uint32Array(players);
  const gains = new Float64Array(players);
  const cases = new Float64Array(players);
  for (let draw = 0; draw < orders; ++draw) {
    shuffle(order, place, seed, draw);
    byLastPlayer(sets, place, gains, cases);
    let [gained, seen, before] = [0, 0, 0];
    for (let at = 0; at < players; ++at) {
      gained += gains[at]!;
      seen += cases[at]!;
      const rate = seen > 0 ? gained / seen : 0;
      sums[order[at]!]! += rate - before;
      squares[order[at]!]! += (rate - before) ** 2;
      before = rate;
    }
  }
  const values = sums.map((sum) => sum / orders);
  const errors = squares.map((square, player) => {
    const variance = (square / orders - values[player]! ** 2) * (orders / (orders - 1));
    return Math.sqrt(Math.max(0, variance) / orders);
  });
  return { values, errors };
}

/** The rate of every coalition, by its bits: sums over subsets, one player at a time. */
function coalitionRates(players: number, sets: SetSums): Float64Array {
  const gains = new Float64Array(2 ** players);
  const cases = new Float64Array(2 ** players);
  for (let set = 0; set + 1 < sets.offsets.length; ++set) {
    let coalition = 0;
    for (let at = sets.offsets[set]!; at < sets.offsets[set + 1]!; ++at) {
      coalition |= 1 << sets.players[at]!;
    }
    gains[coalition]! += sets.gains[set]!;
    cases[coalition]! += sets.cases[set]!;
  }
  for (let player = 0; player < players; ++player) {
    const bit = 1 << player;
    for (let coalition = 0; coalition < gains.length; ++coalition) {
      if ((coalition & bit) === 0) continue;
      gains[coalition]! += gains[coalition ^ bit]!;
      cases[coalition]! += cases[coalition ^ bit]!;
    }
  }
  return gains.map((gain, coalition) => (cases[coalition]! > 0 ? gain / cases[coalition]! : 0));
}

/** s!·(n − s − 1)!/n! for coalitions of s players. */
function sizeWeights(players: number): Float64Array {
  const weights = new Float64Array(players);
  let weight = 1 / players;
  for (let size = 0; size < players; ++size) {
    weights[size] = weight;
    weight *= (size + 1) / (players - size - 1);
  }
  return weights;
}

function bits(coalition: number): number {
  let count = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) ++count;
  return count;
}

/** Fisher and Yates's shuffle; `place` is where each player came to stand. */
function shuffle(order: Uint32Array, place: Uint32Array, seed: number, draw: number): void {
  for (let i = 0; i < order.length; ++i) order[i] = i;
  for (let i = order.length - 1; i > 0; --i) {
    const j = Math.floor(hashRandom(seed, draw, i) * (i + 1));
    const player = order[i]!;
    order[i] = order[j]!;
    order[j] = player;
  }
  for (let i = 0; i < order.length; ++i) place[order[i]!] = i;
}

/** What is won when the player at each place joins: the sets of which this player is the last to come. */
function byLastPlayer(
  sets: SetSums,
  place: Uint32Array,
  gains: Float64Array,
  cases: Float64Array,
): void {
  gains.fill(0);
  cases.fill(0);
  for (let set = 0; set + 1 < sets.offsets.length; ++set) {
    let last = 0;
    for (let at = sets.offsets[set]!; at < sets.offsets[set + 1]!; ++at) {
      last = Math.max(last, place[sets.players[at]!]!);
    }
    gains[last]! += sets.gains[set]!;
    cases[last]! += sets.cases[set]!;
  }
}
