import type { Json, JsonObject } from '../base/json';
import { timeZone } from '../base/time-zone';
import type { Column } from '../data/dataset';

/**
 * The first `rows` rows as plain objects: missing values are null, times what the clock of
 * `timezone` showed, without a zone (`2026-03-01T10:00:00`), which charts take as it stands.
 */
export function recordsOf(
  columns: readonly Column[],
  rows: number,
  timezone: string,
): readonly JsonObject[] {
  const zone = timeZone(timezone);
  const wall = (ms: number): string =>
    new Date(ms + zone.offset(ms)).toISOString().replace(/(?:\.000)?Z$/, '');
  const cells = columns.map((column) => cellOf(column, wall));
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]!(row)])),
  );
}

function cellOf(column: Column, wall: (ms: number) => string): (row: number) => Json {
  switch (column.kind) {
    case 'text':
      return (row) => column.values[column.codes[row]!] ?? null;
    case 'flag':
      return (row) => (column.values[row]! < 0 ? null : column.values[row] === 1);
    case 'number':
      return (row) => (Number.isNaN(column.values[row]) ? null : column.values[row]!);
    case 'time':
      return (row) => (Number.isNaN(column.values[row]) ? null : wall(column.values[row]!));
  }
}
