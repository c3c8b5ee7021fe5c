import { Problem } from '../../base/problem';
import type { GroupMove } from './result';
import type { Series } from './series';

/**
 * What each group did to the change of the whole from one period to another. Counts change by the
 * changes of their groups. A fraction changes because groups have another value (`own`, weighted by
 * the group's mean part of all) and because groups are another part of all (`mix`, the change of that
 * part times how far the group's mean value lies from that of all); what a group adds without being a
 * part of all in both periods is mix. All parts add up to the change.
 *
 * @param scale  of the metric: 100 for a score in points
 * @see Kitagawa, E. M. (1955). Components of a difference between two rates. JASA 50(272), 1168–1194.
 */
export function decomposed(
  groups: readonly Series[],
  whole: Series,
  from: number,
  to: number,
  scale: number,
): GroupMove[] {
  const moves =
    whole.below === null
      ? groups.map((group) => countMove(group, from, to))
      : groups.map((group) => fractionMove(group, whole, from, to, scale));
  return moves.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

function countMove({ name, above }: Series, from: number, to: number): GroupMove {
  const [before, after] = [above[from]!, above[to]!];
  return { name, before, after, change: after - before, mix: null, own: null };
}

function fractionMove(
  group: Series,
  whole: Series,
  from: number,
  to: number,
  scale: number,
): GroupMove {
  const at = (period: number) => {
    const [above, below] = [group.above[period]!, group.below![period]!];
    const all = whole.below![period]!;
    return {
      value: below === 0 ? null : (scale * above) / below,
      weight: below / all,
      adds: (scale * above) / all,
      whole: (scale * whole.above[period]!) / all,
    };
  };
  const [a, b] = [at(from), at(to)];
  const level = (a.whole + b.whole) / 2;
  const weight = (a.weight + b.weight) / 2;
  const own = a.value === null || b.value === null ? 0 : weight * (b.value - a.value);
  const mix = b.adds - a.adds - own - level * (b.weight - a.weight);
  const why =
    a.value === null || b.value === null
      ? { problem: new Problem('nothing-to-divide-by').toJSON() }
      : {};
  return {
    name: group.name,
    before: a.value,
    after: b.value,
    change: mix + own,
    mix,
    own,
    ...why,
  };
}
