import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { membershipsOf } from './memberships';
import type { SegmentsParams } from './params';

/** The users of a segment (`segments.vip`), or of two at once (`overlaps[0].both`); ascending. */
export function members(input: Input, params: SegmentsParams, path: string): Uint32Array {
  const [list, step] = parsePath(path);
  const { now } = membershipsOf(input, { ...params, metrics: [] });
  const wanted = list === 'segments' ? [placeOf(step, params)] : pairAt(list, step, params);
  const masks = wanted.flatMap((place) => now[place] ?? []);
  if (masks.length === 0) return new Uint32Array(0);
  const found: number[] = [];
  for (let user = 0; user < input.events.users; ++user) {
    if (masks.every((mask) => mask[user] === 1)) found.push(user);
  }
  return Uint32Array.from(found);
}

function placeOf(step: string | number | undefined, { segments }: SegmentsParams): number {
  return typeof step === 'number' ? step : segments.indexOf(String(step));
}

function pairAt(
  list: string | number | undefined,
  step: string | number | undefined,
  { segments }: SegmentsParams,
): readonly number[] {
  if (list !== 'overlaps') return [];
  const pairs = segments.flatMap((first, i) =>
    segments
      .slice(i + 1)
      .map((second, k) => ({ name: `${first} × ${second}`, pair: [i, i + 1 + k] })),
  );
  const found = typeof step === 'number' ? pairs[step] : pairs.find(({ name }) => name === step);
  return found?.pair ?? [];
}
