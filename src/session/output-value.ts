import type { Json } from '../base/json';
import type { Output } from '../engine/engine';

/** What `{ "$ref" }` and prose see of a cell: the result of an analysis, the figures of a source or a segment. */
export function outputValue(output: Output): Json {
  if (output.type === 'analysis') return output.result;
  if (output.type === 'segment') return { users: output.users, of: output.of };
  const { file, bytes, sha256, rows, users, from, to, duplicates } = output;
  return { file, bytes, sha256, rows, users, from, to, duplicates };
}
