import { Problem } from '../../base/problem';

/** A column with more values than this on touches names something else than channels. */
export const MOST_CHANNELS = 500;

/**
 * @param name  of the column
 * @throws {Problem} `too-many-channels`
 */
export function refuseAbove(channels: number, name: string, path: string): void {
  if (channels <= MOST_CHANNELS) return;
  throw new Problem('too-many-channels', { name, found: channels, most: MOST_CHANNELS }, { path });
}
