import { expectedRewards } from '../../stats/absorbing-chain';
import { type PathChain, chainOfPaths } from './chain-of-paths';
import type { Model } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import { divideTotal } from './divided';
import type { PathSums } from './sums';

/** What removing each channel would take from the chain. */
export interface Removal {
  /** The chance to convert. */
  readonly chance: number;
  /** For each channel 1 − P without it / P; 0 throughout where nothing converts. */
  readonly effects: Float64Array;
  /** The same of the expected value. */
  readonly worth: number;
  readonly valueEffects: Float64Array;
}

export interface MarkovModel extends Model {
  readonly chain: PathChain;
  removal(sums: PathSums): Removal;
}

/** Of the estimate, and of replicates, which start near their answer. */
const EXACT = 1e-14;
const NEAR = 1e-9;

/**
 * Credit by what the chain would lose without a channel: the conversions with touch, in the
 * proportions of the removal effects.
 *
 * @see Anderl, E., Becker, I., von Wangenheim, F. & Schumann, J. H. (2016). Mapping the customer
 *   journey: Lessons learned from graph-based online attribution modeling. IJRM 33(3), 457–474.
 */
export function markovModel(
  paths: DistinctPaths,
  order: number,
  channels: number,
  hasValue: boolean,
): MarkovModel {
  const chain = chainOfPaths(paths, order, channels);
  const flows = emptyFlows(chain);
  const answers = [null, ...chain.holding].map(() => ({
    chance: new Float64Array(chain.states),
    worth: new Float64Array(chain.states),
  }));

  function removal(sums: PathSums, tolerance: number): Removal {
    flow(chain, sums, flows);
    const solved = [null, ...chain.holding].map((removed, i) => {
      const solve = (reward: Float64Array, values: Float64Array): number => {
        expectedRewards({ ...chain, chances: flows.chances }, reward, removed, {
          values,
          tolerance,
        });
        return fromStart(chain, sums, values);
      };
      const worth = hasValue ? solve(flows.worth, answers[i]!.worth) : 0;
      return { chance: solve(flows.success, answers[i]!.chance), worth };
    });
    const [whole, ...without] = solved as [(typeof solved)[0], ...typeof solved];
    return {
      chance: whole.chance,
      // Rounding alone takes it below 0.
      effects: effects(
        whole.chance,
        without.map(({ chance }) => Math.min(chance, whole.chance)),
      ),
      worth: whole.worth,
      valueEffects: effects(
        whole.worth,
        without.map(({ worth }) => worth),
      ),
    };
  }

  return {
    chain,
    removal: (sums) => removal(sums, EXACT),
    credit({ sums, isReplicate }, credit) {
      const { effects, valueEffects } = removal(sums, isReplicate ? NEAR : EXACT);
      divideTotal(sums.conversions, paths, effects, credit.conversions);
      divideTotal(sums.value, paths, valueEffects, credit.value);
    },
  };
}

interface Flows {
  readonly out: Float64Array;
  readonly chances: Float64Array;
  /** Chance to convert at a state, and the value that brings on average. */
  readonly success: Float64Array;
  readonly worth: Float64Array;
}

function emptyFlows({ states, targets }: PathChain): Flows {
  return {
    out: new Float64Array(states),
    chances: new Float64Array(targets.length),
    success: new Float64Array(states),
    worth: new Float64Array(states),
  };
}

/** How journeys go through the chain, as chances. */
function flow(chain: PathChain, sums: PathSums, { out, chances, success, worth }: Flows): void {
  for (const numbers of [out, chances, success, worth]) numbers.fill(0);
  const { conversions, nulls, value } = sums;
  for (let path = 0; path < conversions.length; ++path) {
    const journeys = conversions[path]! + nulls[path]!;
    const last = chain.last[path]!;
    if (last < 0 || journeys === 0) continue;
    for (let i = chain.moveOffsets[path]!; i < chain.moveOffsets[path + 1]!; ++i) {
      chances[chain.moves[i]!]! += journeys;
    }
    out[last]! += journeys;
    success[last]! += conversions[path]!;
    worth[last]! += value[path]!;
  }
  for (let state = 0; state < chain.states; ++state) {
    const [from, to] = [chain.offsets[state]!, chain.offsets[state + 1]!];
    let all = out[state]!;
    for (let move = from; move < to; ++move) all += chances[move]!;
    out[state] = all;
    if (all === 0) continue;
    for (let move = from; move < to; ++move) chances[move]! /= all;
    success[state]! /= all;
    worth[state]! /= all;
  }
}

/** The average over where journeys begin. */
function fromStart(
  { first }: PathChain,
  { conversions, nulls }: PathSums,
  values: Float64Array,
): number {
  let all = 0;
  let sum = 0;
  for (let path = 0; path < first.length; ++path) {
    if (first[path]! < 0) continue;
    const journeys = conversions[path]! + nulls[path]!;
    all += journeys;
    sum += journeys * values[first[path]!]!;
  }
  return all === 0 ? 0 : sum / all;
}

function effects(whole: number, without: readonly number[]): Float64Array {
  return Float64Array.from(without, (part) => (whole === 0 ? 0 : 1 - part / whole));
}
