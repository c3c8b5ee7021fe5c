import { Problem } from '../../base/problem';
import { GrowingNumbers } from './growing-numbers';
import { type Path, roomForPath } from './path-transform';

/** More touches than this in all journeys of a block together are more than memory should hold. */
const MOST_TOUCHES = 30_000_000;

/**
 * Writes journeys behind one another, each path shortened: first the path, then its end.
 *
 * @param longest  touches of the longest path
 * @throws {Problem} `too-many-touches`
 */
export function journeyWriter(longest: number, shorten: (path: Path) => void, hasRepeats: boolean) {
  const room = roomForPath(longest);
  const user = new GrowingNumbers();
  const outcome = new GrowingNumbers();
  const value = new GrowingNumbers();
  const time = new GrowingNumbers();
  const ends = new GrowingNumbers();
  const touches = new GrowingNumbers();
  const ages = new GrowingNumbers();
  const repeats = new GrowingNumbers();
  const open = new GrowingNumbers();
  return {
    path(channel: Int32Array, at: Float64Array, from: number, to: number, end: number): void {
      room.length = to - from;
      for (let i = from; i < to; ++i) {
        room.channels[i - from] = channel[i]!;
        room.ages[i - from] = end - at[i]!;
      }
      shorten(room);
      for (let i = 0; i < room.length; ++i) {
        touches.push(room.channels[i]!);
        ages.push(room.ages[i]!);
        if (hasRepeats) repeats.push(room.repeats[i]!);
      }
      if (touches.length > MOST_TOUCHES) {
        throw new Problem('too-many-touches', { most: MOST_TOUCHES }, { path: 'lookback' });
      }
    },
    end(who: number, what: number, worth: number, at: number): void {
      user.push(who);
      outcome.push(what);
      value.push(worth);
      time.push(at);
      ends.push(touches.length);
    },
    open(who: number): void {
      open.push(who);
    },
    taken() {
      return {
        user: Uint32Array.from(user.taken()),
        outcome: Uint8Array.from(outcome.taken()),
        count: new Float64Array(user.length).fill(1),
        value: value.taken(),
        time: time.taken(),
        ends: Uint32Array.from(ends.taken()),
        touches: Int32Array.from(touches.taken()),
        repeats: hasRepeats ? Uint32Array.from(repeats.taken()) : null,
        ages: ages.taken(),
        open: Uint32Array.from(open.taken()),
      };
    },
  };
}
