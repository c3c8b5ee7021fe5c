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
 * cohorts, contents, bands of contacts, and sequences of events; whatever compares them goes with
 * them. The users of a whole result, its arms and its steps are no groups: they are what was asked
 * about.
 */
export function withoutSmallGroups(result: Json, least: number): Withheld {
  let groups = 0;
  const named = new Set<string>();
  const isSmall = (element: Json): boolean => {
    const size = sizeOf(element);
    if (size === null || size >= least) return false;
    ++groups;
    const name = isObject(element) ? nameOf(element) : null;
    if (name !== null) named.add(name);
    return true;
  };
  const shown = kept(result, isSmall);
  if (groups === 0) return { result, groups };
  const isLost = isEmptied(shown) || named.has(controlOf(result) ?? '');
  return { result: isLost ? null : withoutComparisons(shown, named), groups };
}

/** Keys whose elements are groups of people. */
const GROUPS = ['groups', 'rows', 'sequences', 'cohorts', 'contents', 'contacts'];

/** Keys whose elements compare groups, and those that count them all in a row. */
const COMPARISONS = ['comparisons', 'logRank', 'cells'];
const COUNTS = ['split', 'checks'];

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
  const size = users ?? entered ?? answers ?? customers;
  return typeof size === 'number' ? size : null;
}

function nameOf({ name }: JsonObject): string | null {
  return typeof name === 'string' ? name : null;
}

/** A result whose only list of groups is empty now says nothing. */
function isEmptied(result: Json): boolean {
  return isObject(result) && Array.isArray(result['groups']) && result['groups'].length === 0;
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
  if (!isObject(result)) return result;
  const isHidden = (each: Json): boolean =>
    isObject(each) &&
    [each['group'], each['content'], each['name']].some((name) => hidden.has(String(name)));
  const entries = Object.entries(result).flatMap(([key, value]): (readonly [string, Json])[] => {
    if (COUNTS.includes(key) && hidden.size > 0) return Array.isArray(value) ? [[key, []]] : [];
    if (!COMPARISONS.includes(key) || !Array.isArray(value)) return [[key, value]];
    return [[key, value.filter((each: Json) => !isHidden(each))]];
  });
  return Object.fromEntries(entries);
}
