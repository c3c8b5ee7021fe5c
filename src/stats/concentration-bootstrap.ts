import type { Resampling } from './bootstrap';
import { drawPoisson, hashRandom } from './hash-random';
import { topCount } from './lorenz';
import { poissonQuantile } from './poisson-quantile';

/** Gini and top parts in each replicate. */
export interface ConcentrationReplicates {
  readonly gini: Float64Array;
  /** For each share of the people, the part of the total that they have. */
  readonly top: readonly Float64Array[];
}

/** So many of the greatest are drawn one by one. */
const GREATEST = 2_000;
/** Into so many groups of equal size the others are put; fewer people than in both are drawn one by one. */
const GROUPS = 400;

/**
 * Draws the people anew, each Poisson(1) times, and measures the concentration of each draw. Where
 * there are many, neighbours in the order of value below the greatest are drawn together, a group of k
 * Poisson(k) times at its mean: what is lost is the spread within a group, which is next to nothing.
 *
 * @param sorted  ascending, none negative, not all 0
 * @param shares  of the people, the greatest
 * @see Hanley, J. A. & MacGibbon, B. (2006). Creating non-parametric bootstrap samples using Poisson
 *   frequencies. Computer Methods and Programs in Biomedicine 83(1), 57–62.
 */
export function resampledConcentration(
  sorted: ArrayLike<number>,
  shares: readonly number[],
  { seed, replicates }: Resampling,
): ConcentrationReplicates {
  const groups = groupsOf(sorted);
  const result = {
    gini: new Float64Array(replicates),
    top: shares.map(() => new Float64Array(replicates)),
  };
  const drawn = new Float64Array(groups.sizes.length);
  const single = {
    ranks: Uint32Array.from({ length: groups.sizes.length - groups.singlesFrom }, (_, i) => i),
    weights: new Uint8Array(groups.sizes.length - groups.singlesFrom),
  };
  for (let r = 0; r < replicates; ++r) {
    draw(drawn, groups, single, seed, r);
    const { people, total, gini } = measured(drawn, groups.means);
    result.gini[r] = gini;
    shares.forEach((share, i) => {
      const part = partOf(drawn, groups.means, topCount(people, share)) / total;
      result.top[i]![r] = total > 0 ? part : 0;
    });
  }
  return result;
}

interface Groups {
  /** Ascending. */
  readonly means: Float64Array;
  readonly sizes: Float64Array;
  /** From here on each is one person. */
  readonly singlesFrom: number;
}

function groupsOf(sorted: ArrayLike<number>): Groups {
  const n = sorted.length;
  if (n <= GREATEST + GROUPS) {
    return { means: Float64Array.from(sorted), sizes: new Float64Array(n).fill(1), singlesFrom: 0 };
  }
  const means = new Float64Array(GROUPS + GREATEST);
  const sizes = new Float64Array(GROUPS + GREATEST).fill(1);
  const others = n - GREATEST;
  for (let group = 0; group < GROUPS; ++group) {
    const from = Math.floor((group * others) / GROUPS);
    const to = Math.floor(((group + 1) * others) / GROUPS);
    let sum = 0;
    for (let i = from; i < to; ++i) sum += sorted[i]!;
    means[group] = sum / (to - from);
    sizes[group] = to - from;
  }
  for (let i = 0; i < GREATEST; ++i) means[GROUPS + i] = sorted[others + i]!;
  return { means, sizes, singlesFrom: GROUPS };
}

function draw(
  drawn: Float64Array,
  { sizes, singlesFrom }: Groups,
  single: { readonly ranks: Uint32Array; readonly weights: Uint8Array },
  seed: number,
  replicate: number,
): void {
  for (let group = 0; group < singlesFrom; ++group) {
    drawn[group] = poissonQuantile(sizes[group]!, hashRandom(seed, replicate, 1, group));
  }
  drawPoisson(single.weights, single.ranks, seed, replicate);
  for (let i = 0; i < single.weights.length; ++i) drawn[singlesFrom + i] = single.weights[i]!;
}

function measured(drawn: Float64Array, means: Float64Array) {
  let people = 0;
  let total = 0;
  for (let i = 0; i < drawn.length; ++i) {
    people += drawn[i]!;
    total += drawn[i]! * means[i]!;
  }
  let below = 0;
  let weighted = 0;
  for (let i = 0; i < drawn.length; ++i) {
    const count = drawn[i]!;
    weighted += count * means[i]! * (2 * below + count - people);
    below += count;
  }
  return { people, total, gini: total > 0 ? weighted / (people * total) : 0 };
}

/** The sum of the `count` greatest of those who were drawn. */
function partOf(drawn: Float64Array, means: Float64Array, count: number): number {
  let left = count;
  let sum = 0;
  for (let i = drawn.length - 1; i >= 0 && left > 0; --i) {
    const taken = Math.min(left, drawn[i]!);
    sum += taken * means[i]!;
    left -= taken;
  }
  return sum;
}
