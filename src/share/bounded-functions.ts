import { Problem } from '../base/problem';
import { tamePattern } from './tame-pattern';

type Anything = (...given: readonly unknown[]) => unknown;

const MOST = { numbers: 10_000, numbersInAll: 1_000_000, padding: 10_000, searched: 1_000 };

const DAY = 86_400_000;

/** Lengths of units shorter than a day, in ms. */
const UNITS: Readonly<Record<string, number>> = {
  ...{ milliseconds: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000 },
};

/**
 * The functions of Vega's expressions that could fill the memory or never end, with an end: lists
 * and padding have a largest size, regular expressions a shape and a longest text.
 *
 * @param own  Vega's own functions
 */
export function boundedFunctions(
  own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Anything>> {
  const times =
    (name: string): Anything =>
    (unit, start, stop, step = 1, ...more) =>
      timeCount(String(unit), Number(start), Number(stop), Number(step)) <= MOST.numbers
        ? (own[name] as Anything)(unit, start, stop, step, ...more)
        : [];
  return {
    sequence: (...given) => sequence(...(given as [number, number?, number?])),
    timeSequence: times('timeSequence'),
    utcSequence: times('utcSequence'),
    pad: (text, length, ...more) =>
      (own['pad'] as Anything)(text, Math.min(Number(length), MOST.padding), ...more),
    regexp: (pattern, flags) => tameRegExp(pattern, flags),
    test: (pattern, text) => tameRegExp(pattern).test(searched(text)),
    replace: (text, what, by) =>
      what instanceof RegExp
        ? searched(text).replace(what, String(by))
        : String(text).replace(String(what), String(by)),
    split: (text, by, most) =>
      by instanceof RegExp
        ? searched(text).split(by, most as number | undefined)
        : String(text).split(String(by), most as number | undefined),
  };
}

/** Numbers that sequences gave since Vega last let the page do something else. */
let given = 0;

/** Vega's `sequence`; empty where it, or all of them in one go, would be too long. */
function sequence(start: number, stop?: number, step = 1): readonly number[] {
  const [from, to] = stop === undefined ? [0, start] : [start, stop];
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (!(count <= MOST.numbers) || given + count > MOST.numbersInAll) return [];
  if (given === 0) queueMicrotask(() => (given = 0));
  given += count;
  return Array.from({ length: count }, (_, i) => from + i * step);
}

function timeCount(unit: string, start: number, stop: number, step: number): number {
  return (stop - start) / ((UNITS[unit] ?? DAY) * step);
}

/** A regular expression that ends soon. @throws {Problem} `chart-pattern` */
function tameRegExp(pattern: unknown, flags?: unknown): RegExp {
  if (pattern instanceof RegExp) return pattern;
  tamePattern(String(pattern));
  return new RegExp(String(pattern), flags === undefined ? '' : String(flags));
}

/** @throws {Problem} `chart-too-large` when a pattern would search for long in it */
function searched(text: unknown): string {
  const whole = String(text);
  if (whole.length <= MOST.searched) return whole;
  throw new Problem('chart-too-large', {
    ...{ what: 'letters', found: whole.length, most: MOST.searched },
  });
}
