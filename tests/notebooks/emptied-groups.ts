import { type Json, isObject } from '../../src/base/json';

/** What counts the people of a group, in one kind of result or another. */
const SIZES = [
  ...['users', 'entered', 'answers', 'customers', 'of', 'reached', 'paths'],
  ...['touches', 'count', 'conversions', 'nulls', 'both', 'before', 'after'],
];

/** Which elements of a list of so many have nobody but one. */
type Emptiness = (at: number, of: number) => boolean;

const EMPTINESSES: readonly Emptiness[] = [
  () => true,
  (at) => at === 0,
  (at) => at > 0,
  (at, of) => at === of - 1,
];

/** `result` with one person in all groups, the first, all but the first and the last of each of its lists, one list at a time. */
export function emptiedGroups(result: Json): readonly Json[] {
  return EMPTINESSES.flatMap((isEmpty) => [...withOneList(result, isEmpty)]);
}

function* withOneList(value: Json, isEmpty: Emptiness): Generator<Json> {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.some(isObject)) {
      yield list.map((each, at) => (isEmpty(at, list.length) ? emptied(each) : each));
    }
    // Elements of a list are of one shape: a few stand for all.
    for (const [at, each] of list.slice(0, 3).entries()) {
      for (const other of withOneList(each, isEmpty)) yield list.with(at, other);
    }
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      for (const other of withOneList(each, isEmpty)) yield { ...value, [key]: other };
    }
  }
}

function emptied(element: Json): Json {
  if (!isObject(element)) return element;
  const entries = Object.entries(element).map(([key, value]) => {
    if (key === 'arms' && Array.isArray(value)) return [key, value.map(emptied)] as const;
    if (key === 'steps' && Array.isArray(value)) return [key, value.map(emptied)] as const;
    return [key, SIZES.includes(key) && typeof value === 'number' ? 1 : value] as const;
  });
  return Object.fromEntries(entries);
}
