import type { Column, Dataset } from '../data/dataset';
import { asText } from '../events/as-text';
import type { Roles } from '../events/roles';
import type { SourceOutput } from './engine';

const MOST_VALUES = 50;
/** Longer texts are no names of anything. */
const LONGEST = 1_000;
/** Numbers that take more values than this are quantities, not groups. */
const MOST_NUMBERS = 20;

/**
 * The values of the columns whose values a reader chooses among: events, and columns with few
 * distinct ones that are not private. The most frequent first.
 */
export function columnValues(
  { columns }: Dataset,
  roles: Roles,
  isPrivate: (column: string) => boolean,
): SourceOutput['values'] {
  const chosen = columns.filter(
    (column) => column.name === roles.event || (!isPrivate(column.name) && hasFewValues(column)),
  );
  return Object.fromEntries(chosen.map((column) => [column.name, valuesOf(column)]));
}

function hasFewValues(column: Column): boolean {
  switch (column.kind) {
    case 'text':
      return column.values.length <= MOST_VALUES;
    case 'number':
      return distinctUpTo(MOST_NUMBERS + 1, column.values) <= MOST_NUMBERS;
    case 'flag':
      return true;
    case 'time':
      return false;
  }
}

/** How many different numbers there are, no further than `limit`. */
function distinctUpTo(limit: number, values: Float64Array): number {
  const seen = new Set<number>();
  for (let row = 0; row < values.length && seen.size < limit; ++row) {
    if (!Number.isNaN(values[row])) seen.add(values[row]!);
  }
  return seen.size;
}

function valuesOf(column: Column): SourceOutput['values'][string] {
  const { values, codes } = asText(column);
  const rows = new Float64Array(values.length);
  for (let row = 0; row < codes.length; ++row) {
    if (codes[row]! >= 0) ++rows[codes[row]!]!;
  }
  return values
    .map((value, code) => ({ value, rows: rows[code]! }))
    .filter(({ value, rows }) => rows > 0 && value.length <= LONGEST)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_VALUES);
}
