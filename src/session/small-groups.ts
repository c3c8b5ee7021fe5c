import { type Json, type JsonObject, isObject } from '../base/json';
import { everybodyIn } from './everybody-in';
import { fewValues } from './few-values';
import { EVERYBODY, type GroupList, type GroupRules, groupLists, partAt } from './group-lists';
import { takenOut } from './taken-out';

/** A result as it may be passed on. */
export interface Withheld {
  /** Null where nothing is left to show. */
  readonly result: Json;
  /** How many groups of few were taken out. */
  readonly groups: number;
  /** How many larger ones went with them, because their whole less all others would have told those. */
  readonly besides: number;
}

/**
 * A result without the groups of fewer than `least` people, as its kind has them; whatever names or
 * compares them goes with them. Where a whole is shown, those taken out of it are `least` people
 * together, so that they cannot be told by what is left of it.
 *
 * @param kind  of the analysis that gave the result
 */
export function withoutSmallGroups(kind: string, result: Json, least: number): Withheld {
  if (!isObject(result)) return { result, groups: 0, besides: 0 };
  if (isFew(everybodyIn(kind, result) ?? 0, least)) return { result: null, groups: 1, besides: 0 };
  const rules = groupLists[kind] ?? { lists: [] };
  const hidden = hiddenGroups(rules, result, least);
  const few = (rules.few ?? []).filter(({ people }) => isFew(people(result), least));
  const groups = hidden.small.size + few.length;
  if (groups === 0) return { result: withoutFewValues(kind, result, least), groups, besides: 0 };
  const counts = { groups, besides: hidden.besides.size };
  if (hidden.isLost || few.some(({ at }) => at === '')) return { result: null, ...counts };
  const parts = [...hidden.together, ...few.map(({ at }) => at)];
  const left = parts.reduce((shown, at) => emptiedAt(shown, at.split('.')), hidden.shown);
  const named = withoutNames(withoutRemarks(left, rules, hidden.names), hidden.names);
  return { result: withoutFewValues(kind, named, least), ...counts };
}

/** Keys under which an element names a group that it is about. */
const NAMES = [
  ...['group', 'content', 'name', 'channel', 'from', 'to', 'path'],
  ...['segment', 'first', 'second'],
];

/** The groups of a result that are not to be seen. */
interface Hidden {
  /** The result without them. */
  readonly shown: Json;
  /** Those of few and those that went with them: one entry each, however many lists they are in. */
  readonly small: ReadonlySet<string>;
  readonly besides: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Parts of the result that are about all groups of a list from which some are missing. */
  readonly together: readonly string[];
  /** Nothing that says something is left. */
  readonly isLost: boolean;
}

function hiddenGroups({ lists }: GroupRules, result: JsonObject, least: number): Hidden {
  const [small, besides, names] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const together: string[] = [];
  let shown: Json = result;
  let isLost = false;
  for (const list of lists) {
    const before = small.size;
    shown = changedLists(shown, list, (elements) => {
      const out = hiddenElements(elements, list, result, least);
      if (out.size === 0) return elements;
      for (const [element, isSmall] of out) {
        const name = isObject(element) ? element[list.name ?? ''] : null;
        const key = `${list.at} ${typeof name === 'string' ? name : small.size + besides.size}`;
        (isSmall ? small : besides).add(key);
        if (typeof name === 'string') names.add(name);
      }
      const left = elements.filter((each) => !out.has(each));
      isLost ||= list.needed === true && left.length === 0;
      return left;
    });
    if (small.size > before) together.push(...(list.together ?? []));
    if (list.hasControl) isLost ||= names.has(controlOf(result) ?? '');
  }
  return { shown, small, besides, names, together, isLost };
}

/** `result` with what `change` leaves of each list; of all lists within one element together. */
function changedLists(
  result: Json,
  { at, within }: GroupList,
  change: (elements: readonly Json[]) => readonly Json[],
): Json {
  if (within === undefined) return changedAt(result, at.split('.'), change);
  const inner = at.slice(within.length + 1).split('.');
  return changedAt(result, within.split('.'), (groups) =>
    groups.map((group) => {
      const all: Json[] = [];
      changedAt(group, inner, (list) => (all.push(...list), list));
      const left = new Set(change(all));
      return changedAt(group, inner, (list) => list.filter((each) => left.has(each)));
    }),
  );
}

/** The elements of a list that are not to be seen; false for those that are large enough by themselves. */
function hiddenElements(
  elements: readonly Json[],
  list: GroupList,
  result: JsonObject,
  least: number,
): ReadonlyMap<Json, boolean> {
  const people = new Map(
    elements.flatMap((each): [Json, number | null][] => {
      const count = isObject(each) ? list.people(each, result) : EVERYBODY;
      return count === EVERYBODY || count === 0 ? [] : [[each, count]];
    }),
  );
  const elementsThere = [...people.keys()];
  const wholes = wholesOf(elementsThere, list);
  const out = takenOut({ people, wholes, overlap: list.overlap === true }, least);
  if (!list.needsFirst || !out.has(elements[0]!)) return out;
  return new Map(elementsThere.map((each) => [each, out.get(each) ?? false]));
}

function wholesOf(elements: readonly Json[], { wholes }: GroupList): (readonly Json[])[] {
  if (wholes === undefined) return [];
  if (wholes === 'one') return [elements];
  return wholes.flatMap((key) => {
    const valueOf = (each: Json) => (each as JsonObject)[key];
    return [...new Set(elements.map(valueOf))].map((value) =>
      elements.filter((each) => valueOf(each) === value),
    );
  });
}

/** The result without what tells the values of single people, or of a few. */
function withoutFewValues(kind: string, result: Json, least: number): Json {
  const whole = result as JsonObject;
  return (fewValues[kind] ?? []).reduce<Json>(
    (shown, { at, left }) => replacedAt(shown, at.split('.'), (part) => left(part, least, whole)),
    result,
  );
}

/** `value` with what `change` makes of each part to which `keys` lead, without it where that is nothing; itself where all stays. */
function replacedAt(
  value: Json,
  keys: readonly string[],
  change: (part: Json) => Json | undefined,
): Json {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const left = list.map((each) => replacedAt(each, keys, change));
    return left.some((each, i) => each !== list[i]) ? left : value;
  }
  const [key, ...rest] = keys;
  if (key === undefined || !isObject(value) || !(key in value)) return value;
  const part = value[key]!;
  const left = rest.length === 0 ? changed(part, change(part)) : replacedAt(part, rest, change);
  if (left === part) return value;
  const { [key]: _, ...others } = value;
  return left === undefined ? others : { ...value, [key]: left };
}

/** What was made of a part; the part itself where that is the same. */
function changed(part: Json, left: Json | undefined): Json | undefined {
  return JSON.stringify(left) === JSON.stringify(part) ? part : left;
}

function isFew(people: number, least: number): boolean {
  return people > 0 && people < least;
}

/** The group that all others are compared with: named, or the first. */
function controlOf({ control, rule, groups }: JsonObject): string | null {
  const [first = null] = Array.isArray(groups) ? (groups as readonly Json[]) : [];
  const found = control ?? (isObject(rule) ? rule['control'] : null);
  if (typeof found === 'string') return found;
  const name = isObject(first) ? first['name'] : null;
  return typeof name === 'string' ? name : null;
}

/** `value` with `change` made to each list to which `keys` lead. */
function changedAt(
  value: Json,
  keys: readonly string[],
  change: (list: readonly Json[]) => readonly Json[],
): Json {
  const [key, ...rest] = keys;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return key === undefined ? change(list) : list.map((each) => changedAt(each, keys, change));
  }
  if (key === undefined || !isObject(value) || !(key in value)) return value;
  return { ...value, [key]: changedAt(value[key]!, rest, change) };
}

/** A list is empty without its elements, anything else null. */
function emptiedAt(value: Json, [key, ...rest]: readonly string[]): Json {
  if (key === undefined) return Array.isArray(value) ? [] : null;
  if (!isObject(value) || !(key in value)) return value;
  return { ...value, [key]: emptiedAt(value[key]!, rest) };
}

function withoutRemarks(
  result: Json,
  { remarks = [] }: GroupRules,
  hidden: ReadonlySet<string>,
): Json {
  const about = remarks.filter((at) => isAbout(partAt(result, at), hidden));
  return about.reduce((shown, at) => emptiedAt(shown, [at]), result);
}

/** `value` without the elements of lists that name a hidden group, or are its name. */
function withoutNames(value: Json, hidden: ReadonlySet<string>): Json {
  if (hidden.size === 0) return value;
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
