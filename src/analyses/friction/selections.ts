import { durationMs } from '../../base/duration';
import { sortedQuantile } from '../../stats/sample-quantile';
import { chosen, everyPosition } from '../chosen';
import type { Attempts } from './attempts';
import type { Selection } from './drop';
import type { FrictionParams } from './params';

const MOST_GROUPS = 10;
const OTHER = '(other)';

/** Without edges from the reader the waits are cut into so many bands of equal size. */
const BANDS = 5;

/** Groups by their names, the ten with most attempts and those of the rest together. */
export interface Listed {
  readonly names: readonly string[];
  /** Of each attempt, into `names`. */
  readonly codes: Int32Array;
}

export function listedGroups({ groups }: Attempts): Listed | null {
  const sizes = new Float64Array(groups.values.length);
  for (let i = 0; i < groups.codes.length; ++i) ++sizes[groups.codes[i]!]!;
  const order = Array.from(groups.values.keys())
    .filter((code) => sizes[code]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || (groups.values[a]! < groups.values[b]! ? -1 : 1));
  if (order.length === 1 && groups.values[order[0]!] === '') return null;
  const listed = order.slice(0, MOST_GROUPS);
  const names = listed.map((code) => groups.values[code]!);
  const isMore = order.length > listed.length;
  return {
    names: isMore ? [...names, OTHER] : names,
    codes: placed(groups.codes, listed, groups.values.length),
  };
}

/** For each code its place in the list; all others have the place behind it. */
function placed(codes: Int32Array, listed: readonly number[], values: number): Int32Array {
  const places = new Int32Array(values).fill(listed.length);
  listed.forEach((code, place) => (places[code] = place));
  const out = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; ++i) out[i] = places[codes[i]!]!;
  return out;
}

/** Where the waits of a step are cut: as asked, else into parts of equal size. */
export function edgesOf(
  attempts: Attempts,
  selection: Selection,
  { bands }: FrictionParams,
): number[] {
  if (bands !== undefined) return [...new Set(bands.map(durationMs))].sort((a, b) => a - b);
  const waits = known(attempts.wait, selection).sort();
  if (waits.length === 0) return [];
  const edges = Array.from({ length: BANDS - 1 }, (_, i) => sortedQuantile(waits, (i + 1) / BANDS));
  return [...new Set(edges)].filter((edge) => edge > waits[0]!);
}

/** The attempts of each band that has any; the longest has no end. */
export function cut(attempts: Attempts, measured: Selection, edges: readonly number[]) {
  const ends = [...edges, Infinity];
  return ends
    .map((to, b) => {
      const from = ends[b - 1] ?? 0;
      const inside = chosen(measured, (i) => attempts.wait[i]! >= from && attempts.wait[i]! < to);
      return { band: { fromMs: from, toMs: to === Infinity ? null : to }, inside };
    })
    .filter(({ inside }) => inside.length > 0);
}

/** The attempts that start from a step. */
export function ofStep({ step: steps }: Attempts, step: number): Selection {
  return chosen(everyPosition(steps.length), (i) => steps[i] === step);
}

/** The durations of some attempts, as far as they are known. */
export function known(column: Float64Array, selection: Selection): Float64Array {
  const values = new Float64Array(selection.length);
  let count = 0;
  for (let at = 0; at < selection.length; ++at) {
    const value = column[selection[at]!]!;
    if (!Number.isNaN(value)) values[count++] = value;
  }
  return values.slice(0, count);
}
