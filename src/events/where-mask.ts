import { Problem } from '../base/problem';
import type { Columns } from './event-index';

/** Tests of columns that must all be true. */
export type Where = Readonly<Record<string, unknown>>;

/** For each of the entries `[from, to)` of the columns, 1 where all tests of `where` are true. */
export function whereMask(
  _columns: Columns,
  from: number,
  to: number,
  _where: Where,
  path: string,
): Uint8Array {
  if (from > to) return new Uint8Array(0);
  throw new Problem('not-ready', { what: 'where' }, { path });
}
