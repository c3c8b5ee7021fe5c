import { textColumn } from '../../events/column-of';
import { permuted } from '../../events/permuted-columns';
import type { Input } from '../analysis';
import type { ExperimentParams } from './params';

/**
 * A unit table in which users with several rows are known by the first row that names the arm they
 * were seen in last, where `contamination` says so; else the input itself, in which the first row counts.
 *
 * @throws {Problem} `not-in-data`
 */
export function seenLast(input: Input, { contamination, variant }: ExperimentParams): Input {
  const { unitRows, users } = input.events;
  if (contamination !== 'last' || variant === undefined || unitRows === null) return input;
  const { offsets, columns } = unitRows;
  const { codes } = textColumn(columns, variant, 'variant');
  const rows = new Uint32Array(users);
  for (let user = 0; user < users; ++user) {
    const first = offsets[user]!;
    let last = offsets[user + 1]! - 1;
    while (last > first && codes[last]! < 0) --last;
    let row = first;
    while (codes[row] !== codes[last]) ++row;
    rows[user] = row;
  }
  return { ...input, events: { ...input.events, attributes: permuted(columns, rows) } };
}
