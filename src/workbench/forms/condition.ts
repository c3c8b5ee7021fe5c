import { type Json, type JsonObject, isObject } from '../../base/json';

/** How a condition compares; `in` is a list of values, `is` a single one. */
export type Comparison =
  'is' | 'in' | '!=' | '>=' | '>' | '<=' | '<' | 'contains' | 'exists' | 'missing';

export const COMPARISONS: readonly Comparison[] = [
  ...(['is', 'in', '!=', '>=', '>', '<=', '<', 'contains', 'exists', 'missing'] as const),
];

/** One test of a `where`: a column may have several. */
export interface Condition {
  readonly column: string;
  readonly comparison: Comparison;
  /** As it is typed; lists are separated by commas. */
  readonly text: string;
}

/** The tests of a `where`, in its order. */
export function conditionsOf(where: JsonObject): readonly Condition[] {
  return Object.entries(where).flatMap(([column, test]): readonly Condition[] => {
    if (Array.isArray(test))
      return [{ column, comparison: 'in', text: test.map(typed).join(', ') }];
    if (!isObject(test)) return [{ column, comparison: 'is', text: typed(test) }];
    return Object.entries(test).map(([name, value]) => comparison(column, name, value));
  });
}

/**
 * The `where` that says the same; text that reads as a number, true, false or null becomes one
 * unless the column holds text (`isText`).
 */
export function whereOf(
  conditions: readonly Condition[],
  isText: (column: string) => boolean,
): JsonObject {
  const where = new Map<string, Json>();
  for (const condition of conditions) {
    const { column } = condition;
    const test = testOf(condition, isText(column));
    const before = where.get(column);
    where.set(column, isObject(before) && isObject(test) ? { ...before, ...test } : test);
  }
  return Object.fromEntries(where);
}

function comparison(column: string, name: string, value: Json): Condition {
  if (name === 'exists')
    return { column, comparison: value === false ? 'missing' : 'exists', text: '' };
  return { column, comparison: name as Comparison, text: typed(value) };
}

function testOf({ comparison, text }: Condition, isText: boolean): Json {
  const read = (part: string) => (isText ? part : value(part));
  if (comparison === 'is') return read(text);
  if (comparison === 'in') return text.split(',').map((part) => read(part.trim()));
  if (comparison === 'exists') return { exists: true };
  if (comparison === 'missing') return { exists: false };
  return { [comparison]: comparison === 'contains' ? text : read(text) };
}

function value(text: string): Json {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  if (trimmed === 'null') return null;
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text;
}

function typed(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
