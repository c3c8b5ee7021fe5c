import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { PathParams } from './params';

/** The touches of one journey, shortened in place. */
export interface Path {
  /** Channel of each touch, the first one first. */
  readonly channels: Int32Array;
  readonly ages: Float64Array;
  /** How many touches each stands for. */
  readonly repeats: Uint32Array;
  length: number;
}

/** Room for a path of at most `capacity` touches. */
export function roomForPath(capacity: number): Path {
  return {
    channels: new Int32Array(capacity),
    ages: new Float64Array(capacity),
    repeats: new Uint32Array(capacity),
    length: 0,
  };
}

/**
 * Shortens paths as the parameters ask: first takes out the channels to be removed, then repeats,
 * then all but the last steps. Of repeats the first touch stays, with its age.
 *
 * @param channels  names of the codes in paths
 * @throws {Problem} `not-in-data` for a channel to be removed that the data do not have
 */
export function pathTransform(
  { path: transform, remove, maxSteps }: PathParams,
  channels: readonly string[],
): (path: Path) => void {
  const removed = removedChannels(remove, channels);
  const place = new Int32Array(channels.length).fill(-1);
  return (path) => {
    if (remove !== undefined) removeChannels(path, removed, remove.from);
    if (transform === 'collapsed') collapse(path);
    else if (transform !== 'as-is') firstOfEach(path, place);
    if (transform !== 'frequency') path.repeats.fill(1, 0, path.length);
    if (maxSteps !== undefined && path.length > maxSteps) keepFrom(path, path.length - maxSteps);
  };
}

function removedChannels(remove: PathParams['remove'], channels: readonly string[]): Uint8Array {
  const names = remove === undefined ? [] : [remove.channel].flat();
  const missing = names.find((name) => !channels.includes(name));
  if (missing !== undefined) {
    const args = { what: 'channel', name: missing, known: channels };
    const near = nearest(missing, channels);
    throw new Problem('not-in-data', { ...args, near }, { path: 'remove.channel' });
  }
  return Uint8Array.from(channels, (name) => (names.includes(name) ? 1 : 0));
}

/** A path of nothing but removed channels stays as it is: they are all there is to credit. */
function removeChannels(path: Path, removed: Uint8Array, from: 'path' | 'end'): void {
  const { channels } = path;
  let others = 0;
  let last = 0;
  for (let i = 0; i < path.length; ++i) {
    if (removed[channels[i]!] === 1) continue;
    ++others;
    last = i;
  }
  if (others === 0) return;
  if (from === 'end') path.length = last + 1;
  else keep(path, (i) => removed[channels[i]!] === 0);
}

function collapse(path: Path): void {
  const { channels } = path;
  let before = -1;
  keep(path, (i) => {
    const isNew = channels[i] !== before;
    before = channels[i]!;
    return isNew;
  });
}

/** @param place  −1 for every channel, before and after */
function firstOfEach(path: Path, place: Int32Array): void {
  const { channels, repeats } = path;
  let kept = 0;
  keep(path, (i) => {
    const channel = channels[i]!;
    if (place[channel]! >= 0) {
      ++repeats[place[channel]!]!;
      return false;
    }
    place[channel] = kept;
    repeats[kept++] = 1;
    return true;
  });
  for (let i = 0; i < path.length; ++i) place[channels[i]!] = -1;
}

function keepFrom(path: Path, from: number): void {
  path.channels.copyWithin(0, from, path.length);
  path.ages.copyWithin(0, from, path.length);
  path.repeats.copyWithin(0, from, path.length);
  path.length -= from;
}

/** Asked once for each touch, in order. */
function keep(path: Path, isKept: (at: number) => boolean): void {
  const { channels, ages } = path;
  let next = 0;
  for (let i = 0; i < path.length; ++i) {
    if (!isKept(i)) continue;
    channels[next] = channels[i]!;
    ages[next++] = ages[i]!;
  }
  path.length = next;
}
