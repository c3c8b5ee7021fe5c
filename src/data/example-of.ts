import type { ColumnValues } from './dataset';

/** A value of a column as it is written, for a sentence that says what is in it; null where texts and numbers are none. */
export function exampleOf(column: ColumnValues): string | null {
  if (column.kind === 'text') return column.values.find((value) => value.trim() !== '') ?? null;
  if (column.kind !== 'number') return null;
  const found = column.values.find((value) => !Number.isNaN(value));
  return found === undefined ? null : String(found);
}
