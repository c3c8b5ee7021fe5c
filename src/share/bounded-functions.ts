import { ascending } from 'vega';
import { limitChart, spendSteps } from './chart-work';
import { pointsOf } from './point-count';
import { tamePattern, waysOf } from './tame-pattern';

type Anything = (this: unknown, ...given: readonly unknown[]) => unknown;

const MOST = { numbers: 10_000, letters: 10_000, padded: 1_000, searched: 1_000 };

/** Letters that take as long as one step of an expression, and steps that other things take. */
const LETTERS_A_STEP = 10;
const STEPS = { padded: 5, numbered: 6, searched: 100, directive: 40, point: 60, tuple: 5 };
const WAYS_A_STEP = 30;

const DAY = 86_400_000;

/** Lengths of units shorter than a day, in ms. */
const UNITS: Readonly<Record<string, number>> = {
  ...{ milliseconds: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000 },
};

/** What walks through a list or a text, of those functions that Vega's interpreter brings along. */
const WALKS: Readonly<Record<string, Anything>> = {
  join: (list, by) => text((list as readonly unknown[]).join(by as string | undefined)),
  indexof: (list, what, ...more) => (list as string).indexOf(what as string, ...(more as [])),
  lastindexof: (list, ...given) => (list as string).lastIndexOf(...(given as [string])),
  slice: (list, ...given) => (list as string).slice(...(given as [number])),
  reverse: (list) => (list as readonly unknown[]).slice().reverse(),
  sort: (list) => (list as readonly unknown[]).slice().sort(ascending as never),
  upper: (given) => String(given).toUpperCase(),
  lower: (given) => String(given).toLowerCase(),
};

/**
 * The functions of Vega's expressions with an end: lists and texts have a largest size, regular
 * expressions a shape and a longest text, and what walks through a list is counted as work.
 *
 * @param own  Vega's own functions
 */
export function boundedFunctions(
  own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Anything>> {
  const functions: Record<string, Anything> = {};
  for (const name in own) {
    const called = own[name];
    if (typeof called === 'function') functions[name] = counted(called as Anything, name);
  }
  for (const [name, walk] of Object.entries(WALKS)) functions[name] = counted(walk, name);
  const times =
    (name: string): Anything =>
    (unit, start, stop, step = 1, ...more) =>
      timeCount(String(unit), Number(start), Number(stop), Number(step)) <= MOST.numbers
        ? (own[name] as Anything)(unit, start, stop, step, ...more)
        : [];
  return {
    ...functions,
    sequence: (...given) => sequence(...(given as [number, number?, number?])),
    timeSequence: times('timeSequence'),
    utcSequence: times('utcSequence'),
    format(value, specifier) {
      tameFormat(specifier);
      return (own['format'] as Anything).call(this, value, specifier);
    },
    pad: (given, length, ...more) => {
      const letters = Math.min(Number(length), MOST.padded);
      spendSteps(letters * STEPS.padded);
      return text((own['pad'] as Anything)(given, letters, ...more));
    },
    regexp: (pattern, flags) => tameRegExp(pattern, flags),
    test: (pattern, given) =>
      found(tameRegExp(pattern), given, (regexp, whole) => regexp.test(whole)),
    replace: (given, what, by) =>
      text(
        what instanceof RegExp
          ? found(what, given, (regexp, whole) => whole.replace(regexp, String(by)))
          : String(given).replace(String(what), String(by)),
      ),
    split: (given, by, most) =>
      by instanceof RegExp
        ? found(by, given, (regexp, whole) => whole.split(regexp, most as number | undefined))
        : text(String(given)).split(String(by), most as number | undefined),
  };
}

/**
 * `a + b`, where texts stay short: doubled again and again, one would fill the memory.
 *
 * @throws {Problem} `chart-too-large`
 */
export function boundedSum(a: unknown, b: unknown): unknown {
  const sum: unknown = (a as number) + (b as number);
  return typeof sum === 'string' ? text(sum) : sum;
}

/**
 * A list of an expression. Lists within lists hold one another many times, and are written out once
 * for each time.
 *
 * @throws {Problem} `chart-too-large`
 */
export function boundedList(...items: readonly unknown[]): readonly unknown[] {
  const size = items.reduce<number>((sum, item) => sum + listSize(item), 0);
  limitChart('letters', size, MOST.letters);
  return size === items.length ? items : Object.assign(items, { [SIZE]: size });
}

/** How many values a list of lists writes out. */
const SIZE = Symbol('size');

function listSize(value: unknown): number {
  if (!Array.isArray(value)) return 1;
  const items = value as readonly unknown[] & { readonly [SIZE]?: number };
  return items[SIZE] ?? items.reduce<number>((sum, item) => sum + listSize(item), 0);
}

/** @throws {Problem} `chart-too-large` for a number format that pads to thousands of letters */
export function tameFormat(specifier: unknown): void {
  const width = /\d{4,}/.exec(String(specifier))?.[0];
  if (width !== undefined) limitChart('letters', Number(width), 999);
}

/** What reads a pattern of dates anew each time, what walks along an outline, and what asks a selection. */
const OF_DATES = /(?:Format|Parse)$/;
const OF_OUTLINES = /^geo/;
const OF_SELECTIONS = /^vlSelection/;

/** Vega's function of that name, with the lists, texts, outlines and selections it is given counted as work. */
function counted(called: Anything, name: string): Anything {
  const letter = OF_DATES.test(name) ? STEPS.directive : 1 / LETTERS_A_STEP;
  const isOfOutlines = OF_OUTLINES.test(name);
  const isOfSelections = OF_SELECTIONS.test(name);
  return function (...given) {
    for (const each of given) {
      if (typeof each === 'string') spendSteps(each.length * letter);
      else if (Array.isArray(each)) spendSteps(each.length);
      else if (isOfOutlines) spendSteps(pointsOf(each) * STEPS.point);
    }
    if (isOfSelections) spendSteps(tuplesOf(this, given[0]) * STEPS.tuple);
    return called.call(this, ...given);
  };
}

/** How many choices of the reader a selection of that name holds. */
function tuplesOf(scope: unknown, name: unknown): number {
  const { context } = scope as {
    readonly context?: {
      readonly data?: Readonly<
        Record<string, { readonly values: { readonly value?: readonly unknown[] } }>
      >;
    };
  };
  return context?.data?.[String(name)]?.values.value?.length ?? 0;
}

/** Vega's `sequence`; empty where it would be too long. */
function sequence(start: number, stop?: number, step = 1): readonly number[] {
  const [from, to] = stop === undefined ? [0, start] : [start, stop];
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (!(count <= MOST.numbers)) return [];
  spendSteps(count * STEPS.numbered);
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

/** What `search` finds in a text. @throws {Problem} `chart-too-large` when that could take long */
function found<T>(
  pattern: RegExp,
  given: unknown,
  search: (pattern: RegExp, whole: string) => T,
): T {
  const whole = String(given);
  limitChart('letters', whole.length, MOST.searched);
  spendSteps(STEPS.searched + whole.length + waysOf(pattern.source, whole.length) / WAYS_A_STEP);
  return search(pattern, whole);
}

/** A text that was made, counted as work. @throws {Problem} `chart-too-large` */
function text(made: unknown): string {
  const whole = String(made);
  limitChart('letters', whole.length, MOST.letters);
  spendSteps(whole.length / LETTERS_A_STEP);
  return whole;
}
