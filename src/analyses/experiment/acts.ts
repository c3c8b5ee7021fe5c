import { DAYS_SINCE, type Daily } from './tally';

/** What users did on days on which they did something, users in order. */
export interface Acts {
  readonly user: Uint32Array;
  readonly day: Uint8Array;
  readonly value: Float64Array;
  /** Of a ratio, the denominator's sum; null counts every user as 1 on every day. */
  readonly base: Float64Array | null;
}

/** Users who did something count 1 a day, however often they did it. */
export function onceADay({ user, day }: Daily): Acts {
  return { user, day, value: new Float64Array(user.length).fill(1), base: null };
}

/** Both sums of a ratio side by side; either may be missing on a day. */
export function actsOf([above, below]: readonly Daily[]): Acts {
  if (below === undefined) return { ...above!, base: null };
  const size = above!.user.length + below.user.length;
  const [user, day] = [new Uint32Array(size), new Uint8Array(size)];
  const [value, base] = [new Float64Array(size), new Float64Array(size)];
  const placeOf = (list: Daily, at: number): number =>
    at < list.user.length ? list.user[at]! * DAYS_SINCE + list.day[at]! : Infinity;
  let next = 0;
  for (let a = 0, b = 0; a < above!.user.length || b < below.user.length; ++next) {
    const [placeA, placeB] = [placeOf(above!, a), placeOf(below, b)];
    const place = Math.min(placeA, placeB);
    user[next] = Math.floor(place / DAYS_SINCE);
    day[next] = place % DAYS_SINCE;
    if (placeA === place) value[next] = above!.value[a++]!;
    if (placeB === place) base[next] = below.value[b++]!;
  }
  return {
    user: user.subarray(0, next),
    day: day.subarray(0, next),
    value: value.subarray(0, next),
    base: base.subarray(0, next),
  };
}
