import { hashRandom } from './hash-random';

/** Sets of players. */
export interface PlayerSets {
  /** Players of set `i` stand at `[offsets[i], offsets[i + 1])` of `players`, each once. */
  readonly offsets: Uint32Array;
  readonly players: Uint32Array;
}

/** What each set brought, in the order of the sets. */
export interface SetSums {
  readonly gains: Float64Array;
  /** How often the set was seen, with gain and without. */
  readonly cases: Float64Array;
}

/** A value per player, and how far chance in the drawing of orders may have moved it. */
export interface SampledShapley {
  readonly values: Float64Array;
  /** Standard errors. */
  readonly errors: Float64Array;
}

/** Orders in which players may come, drawn at random. */
export interface PlayerOrders {
  readonly count: number;
  /** Order `o` stands at `[o · players, (o + 1) · players)`: who comes first, second … */
  readonly order: Uint16Array;
  /** For each order and set the place at which the set's last player comes. */
  readonly last: Uint16Array;
}

/** Orders made ready at a time: their places take memory for every set. */
const AT_A_TIME = 100;

/**
 * The Shapley values of the game in which a coalition is worth its rate: gains over cases of all
 * sets inside it, 0 where there are none. They add up to the rate of all. Exact: all 2ⁿ coalitions.
 *
 * @param players  at most about 20
 * @see Shapley, L. S. (1953). A value for n-person games.
 */
export function exactRateShapley(players: number, sets: PlayerSets, sums: SetSums): Float64Array {
  const worth = coalitionRates(players, sets, sums);
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
 * The same for any number of players, from `orders` orders in which they might have come, drawn at
 * random.
 *
 * @see Castro, J., Gómez, D. & Tejada, J. (2009). Polynomial calculation of the Shapley value based on
 *   sampling. Computers & Operations Research 36(5), 1726–1730.
 */
export function sampledRateShapley(
  players: number,
  sets: PlayerSets,
  sums: SetSums,
  { seed, orders }: { readonly seed: number; readonly orders: number },
): SampledShapley {
  const values = new Float64Array(players);
  const squares = new Float64Array(players);
  for (let from = 0; from < orders; from += AT_A_TIME) {
    const drawn = drawnOrders(players, sets, seed, from, Math.min(from + AT_A_TIME, orders));
    addMarginals(drawn, sums, values, squares);
  }
  for (let player = 0; player < players; ++player) values[player]! /= orders;
  const errors = squares.map((square, player) => {
    const variance = (square / orders - values[player]! ** 2) * (orders / (orders - 1));
    return Math.sqrt(Math.max(0, variance) / orders);
  });
  return { values, errors };
}

/** The orders `[from, to)` of a seed, the same whoever asks. */
export function drawnOrders(
  players: number,
  { offsets, players: members }: PlayerSets,
  seed: number,
  from: number,
  to: number,
): PlayerOrders {
  const sets = offsets.length - 1;
  const count = to - from;
  const order = new Uint16Array(count * players);
  const last = new Uint16Array(count * sets);
  const place = new Uint16Array(players);
  for (let o = 0; o < count; ++o) {
    const own = order.subarray(o * players, (o + 1) * players);
    shuffle(own, seed, from + o);
    for (let i = 0; i < players; ++i) place[own[i]!] = i;
    for (let set = 0; set < sets; ++set) {
      let latest = 0;
      for (let at = offsets[set]!; at < offsets[set + 1]!; ++at) {
        latest = Math.max(latest, place[members[at]!]!);
      }
      last[o * sets + set] = latest;
    }
  }
  return { count, order, last };
}

/** The mean over some orders of what each player adds to those before. */
export function meanMarginals(players: number, orders: PlayerOrders, sums: SetSums): Float64Array {
  const values = new Float64Array(players);
  addMarginals(orders, sums, values, new Float64Array(players));
  return values.map((value) => value / orders.count);
}

function addMarginals(
  { count, order, last }: PlayerOrders,
  { gains, cases }: SetSums,
  values: Float64Array,
  squares: Float64Array,
): void {
  const players = values.length;
  const sets = gains.length;
  const gained = new Float64Array(players);
  const seen = new Float64Array(players);
  for (let o = 0; o < count; ++o) {
    gained.fill(0);
    seen.fill(0);
    for (let set = 0; set < sets; ++set) {
      const at = last[o * sets + set]!;
      gained[at]! += gains[set]!;
      seen[at]! += cases[set]!;
    }
    let [gain, all, before] = [0, 0, 0];
    for (let at = 0; at < players; ++at) {
      gain += gained[at]!;
      all += seen[at]!;
      const rate = all > 0 ? gain / all : 0;
      const player = order[o * players + at]!;
      values[player]! += rate - before;
      squares[player]! += (rate - before) ** 2;
      before = rate;
    }
  }
}

/** The rate of every coalition, by its bits: sums over subsets, one player at a time. */
function coalitionRates(players: number, sets: PlayerSets, sums: SetSums): Float64Array {
  const gains = new Float64Array(2 ** players);
  const cases = new Float64Array(2 ** players);
  for (let set = 0; set + 1 < sets.offsets.length; ++set) {
    let coalition = 0;
    for (let at = sets.offsets[set]!; at < sets.offsets[set + 1]!; ++at) {
      coalition |= 1 << sets.players[at]!;
    }
    gains[coalition]! += sums.gains[set]!;
    cases[coalition]! += sums.cases[set]!;
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

/** Fisher and Yates's shuffle of the numbers from 0. */
function shuffle(order: Uint16Array, seed: number, draw: number): void {
  for (let i = 0; i < order.length; ++i) order[i] = i;
  for (let i = order.length - 1; i > 0; --i) {
    const j = Math.floor(hashRandom(seed, draw, i) * (i + 1));
    const player = order[i]!;
    order[i] = order[j]!;
    order[j] = player;
  }
}
