import type { Column, Dataset } from '../data/dataset';
import { asText } from '../events/as-text';
import type { Roles } from '../events/roles';
import type { SourceOutput } from './engine';

/**
 * For each of `names`, columns of an event table: the events on whose rows the column is filled,
 * those of the most rows first. Empty for a table without events.
 */
export function eventsWith(
  { columns }: Dataset,
  roles: Roles,
  names: readonly string[],
): SourceOutput['eventsWith'] {
  const event = columns.find(({ name }) => name === roles.event);
  if (!event) return {};
  const others = columns.filter((column) => column !== event && names.includes(column.name));
  return Object.fromEntries(others.map((column) => [column.name, eventsOf(event, column)]));
}

function eventsOf(event: Column, column: Column): SourceOutput['eventsWith'][string] {
  const events = asText(event);
  const filled = asText(column).codes;
  const rows = new Float64Array(events.values.length);
  for (let row = 0; row < filled.length; ++row) {
    if (filled[row]! >= 0 && events.codes[row]! >= 0) ++rows[events.codes[row]!]!;
  }
  return events.values
    .map((value, code) => ({ value, rows: rows[code]! }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows);
}
