import type { JsonObject } from '../../base/json';

/** The arms of a split in one fixed order: the control, then by name. */
export function splitArms(
  arms: readonly string[],
  split: JsonObject,
  control: string | null,
): readonly string[] {
  const others = new Set([...arms, ...Object.keys(split)].sort());
  if (control === null || !others.delete(control)) return [...others];
  return [control, ...others];
}

/**
 * `split` with the share typed for `arm`; arms that have none yet divide what is left evenly, so
 * that it holds all of `arms`. Null, which means equal shares, once a share is emptied.
 */
export function splitWith(
  split: JsonObject,
  arms: readonly string[],
  arm: string,
  share: number | null,
): JsonObject | null {
  if (share === null) return null;
  const given: JsonObject = { ...split, [arm]: share };
  const open = arms.filter((each) => given[each] === undefined);
  const rest = rounded(Math.max(0, 1 - splitTotal(given)) / open.length);
  return Object.fromEntries(arms.map((each) => [each, given[each] ?? rest]));
}

/** What the shares add up to. */
export function splitTotal(split: JsonObject): number {
  const shares = Object.values(split).filter((share) => typeof share === 'number');
  return rounded(shares.reduce((sum, share) => sum + share, 0));
}

/** Without what binary fractions add: 0.1 + 0.2 is 0.3; thirds add up to 1. */
function rounded(share: number): number {
  return Number(share.toFixed(9));
}
