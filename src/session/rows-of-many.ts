import type { Json } from '../base/json';
import type { People } from '../engine/engine';
import { takenOut } from './taken-out';

/** Rows that may leave, and how many different ones of few people were taken out. */
export interface RowsOfMany {
  readonly rows: readonly Json[];
  readonly withheld: number;
  /** Nobody knows how many people stand behind any of the rows. */
  readonly isUnknown: boolean;
}

/**
 * The rows that at least `least` people stand behind. All rows together are people whose number is
 * known, so those taken out are `least` of them or more.
 */
export function rowsOfMany(rows: readonly Json[], people: People, least: number): RowsOfMany {
  const keys = rows.map((row) => JSON.stringify(row));
  const behind = new Map(keys.map((key, at) => [key, people[at] ?? null]));
  const some = new Map([...behind].filter(([, count]) => count !== 0));
  const out = takenOut({ people: some, wholes: [[...some.keys()]], overlap: true }, least);
  return {
    rows: rows.filter((_, at) => !out.has(keys[at]!)),
    withheld: [...out.values()].filter((isSmall) => isSmall).length,
    isUnknown: rows.length > 0 && people.every((count) => count === null),
  };
}
