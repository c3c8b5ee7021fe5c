import type { BuyingHistories } from './buying-histories';
import { LikelihoodSum } from './likelihood-sum';
import type { Likelihood } from './maximum-likelihood';

/**
 * Who can leave: in the BG/NBD a customer may leave after each purchase but the first, so whoever bought
 * once is surely still there; in the MBG/NBD after the first as well.
 */
export type BuyingModelName = 'bg-nbd' | 'mbg-nbd';

/** r, alpha, a and b. */
type Parameters = readonly [number, number, number, number];

/**
 * The log-likelihood of histories over the logarithms of r, alpha, a and b, with its first and second
 * slopes: of each history what its counts say, and what its times say. Repeats are whole numbers, so
 * that every gamma function becomes a sum.
 */
export function buyingLikelihood(
  histories: BuyingHistories,
  name: BuyingModelName,
): (at: readonly number[]) => Likelihood {
  // Chances to leave that a customer has had: of the first purchase in the MBG/NBD only.
  const first = name === 'mbg-nbd' ? 1 : 0;
  const { repeats, customers } = histories;
  const times = { age: distinct(histories.age), last: distinct(histories.last) };
  const having = new Float64Array(repeats.reduce((a, b) => Math.max(a, b), 0) + 1);
  for (let i = 0; i < repeats.length; ++i) having[repeats[i]!]! += customers[i]!;
  return (at) => {
    const parameters = at.map(Math.exp) as unknown as Parameters;
    const sum = new LikelihoodSum(4);
    addCounts(sum, having, first, parameters);
    addTimes(sum, histories, times, first, parameters);
    return sum.overLogarithms(parameters);
  };
}

/** Times, each but once, and which of them every history has: there are far fewer days than histories. */
interface Times {
  readonly age: Distinct;
  readonly last: Distinct;
}

interface Distinct {
  readonly values: Float64Array;
  readonly codes: Uint32Array;
}

function distinct(times: Float64Array): Distinct {
  const positions = new Map<number, number>();
  const codes = new Uint32Array(times.length);
  for (let i = 0; i < times.length; ++i) {
    let position = positions.get(times[i]!);
    if (position === undefined) positions.set(times[i]!, (position = positions.size));
    codes[i] = position;
  }
  return { values: Float64Array.from(positions.keys()), codes };
}

/** ln Γ(r+x)/Γ(r)·αʳ·B(a, b+k)/B(a, b), k being the chances to leave, over customers by their repeats x. */
function addCounts(
  sum: LikelihoodSum,
  having: Float64Array,
  first: number,
  [r, alpha, a, b]: Parameters,
): void {
  const { gradient: g, hessian: h } = sum;
  let rest = having.reduce((total, n) => total + n, 0);
  sum.value += rest * r * Math.log(alpha);
  g[0]! += rest * Math.log(alpha);
  g[1]! += (rest * r) / alpha;
  h[4]! += rest / alpha;
  h[5]! -= (rest * r) / alpha ** 2;
  // A factor of step j stands for all who have more repeats, or chances, than j.
  const chance = (j: number): void => {
    sum.value += rest * Math.log((b + j) / (a + b + j));
    g[2]! -= rest / (a + b + j);
    g[3]! += rest * (1 / (b + j) - 1 / (a + b + j));
    const shared = rest / (a + b + j) ** 2;
    h[10]! += shared;
    h[14]! += shared;
    h[15]! += shared - rest / (b + j) ** 2;
  };
  if (first > 0) chance(0);
  for (let j = 0; j + 1 < having.length; ++j) {
    rest -= having[j]!;
    sum.value += rest * Math.log(r + j);
    g[0]! += rest / (r + j);
    h[0]! -= rest / (r + j) ** 2;
    chance(j + first);
  }
}

/** ln of (α+T)^−(r+x), still there, plus a/(b+k−1)·(α+t)^−(r+x), gone after the last purchase. */
function addTimes(
  sum: LikelihoodSum,
  { repeats, customers }: BuyingHistories,
  { age, last }: Times,
  first: number,
  [r, alpha, a, b]: Parameters,
): void {
  const { gradient: g, hessian: h } = sum;
  const logs = [age, last].map(({ values }) => values.map((time) => Math.log(alpha + time)));
  const [logAges, logLasts] = logs as [Float64Array, Float64Array];
  const spread = new Float64Array(4);
  for (let i = 0; i < repeats.length; ++i) {
    const n = customers[i]!;
    const shape = r + repeats[i]!;
    const left = b + repeats[i]! + first - 1;
    const ended = age.codes[i]!;
    const bought = last.codes[i]!;
    const end = alpha + age.values[ended]!;
    const back = alpha + last.values[bought]!;
    const logEnd = logAges[ended]!;
    const logBack = logLasts[bought]!;
    const isSurelyThere = repeats[i]! + first === 0;
    const odds = isSurelyThere ? 0 : (a / left) * Math.exp(shape * (logEnd - logBack));
    const gone = odds === Infinity ? 1 : odds / (1 + odds);
    const there = 1 - gone;
    // Where hardly anybody can still be there, the odds themselves may be too large to hold.
    sum.value +=
      n * (odds < 1e300 ? Math.log1p(odds) - shape * logEnd : Math.log(a / left) - shape * logBack);
    g[0]! -= n * (there * logEnd + gone * logBack);
    g[1]! -= n * shape * (there / end + gone / back);
    h[4]! -= n * (there / end + gone / back);
    h[5]! += n * shape * (there / end ** 2 + gone / back ** 2);
    if (isSurelyThere) continue;
    g[2]! += (n * gone) / a;
    g[3]! -= (n * gone) / left;
    h[10]! -= (n * gone) / a ** 2;
    h[15]! += (n * gone) / left ** 2;
    spread[0] = logEnd - logBack;
    spread[1] = shape / end - shape / back;
    spread[2] = 1 / a;
    spread[3] = -1 / left;
    addProduct(h, n * gone * there, spread);
  }
}

/** weight·v·vᵀ, its lower triangle. */
function addProduct(to: Float64Array, weight: number, v: Float64Array): void {
  for (let i = 0; i < 4; ++i) {
    for (let j = 0; j <= i; ++j) to[4 * i + j]! += weight * v[i]! * v[j]!;
  }
}
