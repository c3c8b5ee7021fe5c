import { type Json, type JsonObject, isObject } from '../base/json';

/** A result as it may be passed on. */
export interface Withheld {
  /** Null where nothing is left to show. */
  readonly result: Json;
  /** How many groups were taken out. */
  readonly groups: number;
}

/**
 * A result without the groups of fewer than `least` users: those of a breakdown and of segments,
 * cohorts, channels, contents, bands of contacts, and sequences of events; whatever names or compares
 * them goes with them. The users of a whole result, its arms and its steps are no groups: they are
 * what was asked about.
 */
export function withoutSmallGroups(result: Json, least: number): Withheld {
  let groups = 0;
  const named = new Set<string>();
  const isSmall = (element: Json): boolean => {
    const size = isMove(element) ? movedUsers(element, result) : sizeOf(element);
    if (size === null || size >= least) return false;
    ++groups;
    const name = isObject(element) ? nameOf(element) : null;
    if (name !== null) named.add(name);
    return true;
  };
  const shown = kept(result, isSmall);
  if (isAboutFew(result, least)) return { result: null, groups: groups + 1 };
  if (groups === 0) return { result, groups };
  const isLost = isEmptied(shown) || named.has(controlOf(result) ?? '');
  return { result: isLost ? null : withoutNames(withoutComparisons(shown, named), named), groups };
}

/** Keys whose elements are groups of people. */
const GROUPS = [
  ...['groups', 'rows', 'sequences', 'cohorts', 'contents', 'contacts'],
  ...['channels', 'frequency', 'paths', 'transitions', 'segments', 'top'],
];

/** Keys whose elements count all groups in a row, so that a missing one could be told. */
const COUNTS = ['split', 'checks'];

/** Keys of parts that compare two groups, and say nothing about one of them. */
const PAIRS = ['campaign'];

/** Keys of remarks on one group. */
const REMARKS = ['looksGood'];

/** Keys under which an element names a group that it is about. */
const NAMES = ['group', 'content', 'name', 'channel', 'from', 'to', 'path'];

function kept(value: Json, isSmall: (element: Json) => boolean): Json {
  if (Array.isArray(value)) return value.map((each: Json) => kept(each, isSmall));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const isList = GROUPS.includes(key) && Array.isArray(inner);
    const left = isList ? (inner as readonly Json[]).filter((each) => !isSmall(each)) : inner;
    return [key, kept(left, isSmall)] as const;
  });
  return Object.fromEntries(entries);
}

/** How many people an element of a list of groups stands for; null where it is no group of some. */
function sizeOf(element: Json): number | null {
  if (!isObject(element) || element['name'] === null) return null;
  const { users, entered, answers, customers, arms } = element;
  if (Array.isArray(arms)) {
    return arms.reduce((sum: number, arm: Json) => sum + (sizeOf(arm) ?? 0), 0);
  }
  const size = users ?? entered ?? answers ?? customers ?? timesOf(element);
  return typeof size === 'number' ? size : null;
}

/** How often a journey, a touch or a move was seen, where nobody counted whose they were: at least as often as there are users. */
function timesOf({ path, conversions, nulls, touches, from, to, count }: JsonObject) {
  if (Array.isArray(path)) return Number(conversions) + Number(nulls);
  return touches ?? (from !== undefined && to !== undefined ? count : undefined);
}

function nameOf({ name, channel }: JsonObject): string | null {
  const found = name ?? channel;
  return typeof found === 'string' ? found : null;
}

/** Of a metric that is watched: what a group did to a change. */
function isMove(element: Json): element is JsonObject {
  return isObject(element) && 'mix' in element;
}

/** Whose they are is known where users are what is watched; else there may be nobody but one. */
function movedUsers({ before, after }: JsonObject, result: Json): number {
  const metric = isObject(result) ? (result['metric'] ?? null) : null;
  if (!isObject(metric) || metric['type'] !== 'users') return 0;
  return Math.max(Number(before), Number(after));
}

/** A result whose only list of groups is empty now says nothing. */
function isEmptied(result: Json): boolean {
  if (!isObject(result)) return false;
  const { groups, sequences, top } = result;
  return [groups, sequences, top].some((list) => Array.isArray(list) && list.length === 0);
}

/** Are those few of whom the result is: the greatest users, or a tenth of all? */
function isAboutFew(result: Json, least: number): boolean {
  if (!isObject(result)) return false;
  const { superUsers = null, tenths } = result;
  const few = [superUsers, ...(Array.isArray(tenths) ? (tenths as readonly Json[]) : [])];
  return few.some((each) => (sizeOf(each) ?? least) < least);
}

/** The group that all others are compared with: named, or the first. */
function controlOf(result: Json): string | null {
  if (!isObject(result)) return null;
  const { control, rule, groups } = result;
  const [first = null] = Array.isArray(groups) ? (groups as readonly Json[]) : [];
  const named = control ?? (isObject(rule) ? rule['control'] : null);
  return typeof named === 'string' ? named : isObject(first) ? nameOf(first) : null;
}

function withoutComparisons(result: Json, hidden: ReadonlySet<string>): Json {
  if (!isObject(result) || hidden.size === 0) return result;
  const entries = Object.entries(result).flatMap(([key, value]): (readonly [string, Json])[] => {
    if (REMARKS.includes(key)) return [[key, isAbout(value, hidden) ? null : value]];
    if (PAIRS.includes(key)) return [[key, isHalf(value) ? null : value]];
    if (key === 'comparisons') return [[key, ofNamedGroups(value)]];
    if (!COUNTS.includes(key)) return [[key, value]];
    return Array.isArray(value) ? [[key, []]] : [];
  });
  return Object.fromEntries(entries);
}

/** Comparisons that name no group are of the only two there are. */
function ofNamedGroups(comparisons: Json): Json {
  if (!Array.isArray(comparisons)) return comparisons;
  return comparisons.filter((each: Json) => isObject(each) && 'group' in each);
}

function isHalf(part: Json): boolean {
  const groups = isObject(part) ? part['groups'] : null;
  return Array.isArray(groups) && groups.length < 2;
}

/** `value` without the elements of lists that name a hidden group, or are its name. */
function withoutNames(value: Json, hidden: ReadonlySet<string>): Json {
  if (Array.isArray(value)) {
    return value
      .filter((each: Json) => !isAbout(each, hidden))
      .map((each: Json) => withoutNames(each, hidden));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, withoutNames(inner, hidden)] as const,
  );
  return Object.fromEntries(entries);
}

function isAbout(element: Json, hidden: ReadonlySet<string>): boolean {
  if (typeof element === 'string') return hidden.has(element);
  if (!isObject(element)) return false;
  return NAMES.some((key) =>
    [element[key] ?? null].flat().some((name) => hidden.has(String(name))),
  );
}
