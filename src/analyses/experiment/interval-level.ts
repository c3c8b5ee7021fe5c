import type { Language } from '../../locale/language';
import type { Numbers } from '../../locale/numbers';
import type { ExperimentResult } from './result';

/** The level of intervals that are not corrected: 1 − α, of hybrid looks 1 − α/2. */
export function plainLevel({ alphaOfHalf }: Pick<ExperimentResult, 'alphaOfHalf'>): number {
  return 1 - alphaOfHalf;
}

/** A heading over intervals, with the level that they have: `Difference (97.5 %)`. */
export function atLevel(title: string, level: number, { words, numbers }: Language): string {
  return words.readout.headingAt(title, percent(level, numbers));
}

/** The text of an interval, with its level where that is not the one of the heading. */
export function rangeAt(
  range: string | null,
  level: number,
  heading: number,
  { words, numbers }: Language,
): string | null {
  const isTold = Math.abs(level - heading) < 1e-9;
  return range === null || isTold ? range : words.readout.rangeAt(range, percent(level, numbers));
}

/** With as many decimals as it has, at most two. */
function percent(level: number, numbers: Numbers): string {
  const hundredths = Math.round(1e4 * level);
  return numbers.pct(level, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
}
