import { Problem } from './problem';

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** A thousand years: no data are older, and instants so far apart can still be written. */
const LONGEST = 365_250 * UNITS['d']!;

/**
 * Milliseconds of a duration such as `"90s"`, `"30m"`, `"12h"`, `"7d"`, `"4w"`. Durations are exact:
 * a day is 86,400,000 ms whatever the clocks do.
 *
 * @throws {Problem} `not-a-duration`; `duration-too-long` beyond a thousand years
 */
export function durationMs(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text);
  if (!match) throw new Problem('not-a-duration', { found: text });
  const ms = Number(match[1]) * UNITS[match[2]!]!;
  if (ms > LONGEST) throw new Problem('duration-too-long', { found: text });
  return ms;
}
