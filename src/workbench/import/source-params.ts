import type { JsonObject } from '../../base/json';
import type { SourceOutput } from '../../engine/engine';

/** The body of a source cell: the file with its fingerprint, the roles chosen, and the columns marked private. */
export function sourceParams(
  file: string,
  output: SourceOutput | null,
  roles: Readonly<Record<string, string>>,
  privates: Readonly<Record<string, boolean>>,
): JsonObject {
  const chosen = Object.entries(roles).filter(([, column]) => column !== '');
  const hidden = Object.keys(privates).filter((column) => privates[column]);
  return {
    file,
    ...(output ? { sha256: output.sha256, rows: output.rows } : {}),
    roles: Object.fromEntries(chosen),
    ...(hidden.length > 0
      ? { columns: Object.fromEntries(hidden.map((name) => [name, { privacy: 'identifier' }])) }
      : {}),
  };
}
