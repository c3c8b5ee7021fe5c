import { Bool, Float64, Table, Utf8, type Vector, tableToIPC, vectorFromArray } from 'apache-arrow';

/** What a cell of a written table may hold. */
export type ArrowValue = string | number | boolean | null;

/**
 * A table as an Arrow file. A column is of numbers or of flags where all its values are, else of
 * text; null is missing.
 *
 * @param names  of the columns, each once
 * @param rows   values in the order of `names`
 */
export function arrowFile(
  names: readonly string[],
  rows: readonly (readonly ArrowValue[])[],
): Uint8Array<ArrayBuffer> {
  const columns = names.map((name, k) => [name, vector(rows.map((row) => row[k] ?? null))]);
  const table = new Table(Object.fromEntries(columns) as Record<string, Vector>);
  return tableToIPC(table, 'file').slice();
}

function vector(values: readonly ArrowValue[]): Vector {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  const [kind] = kinds.size === 1 ? kinds : ['string'];
  if (kind === 'number') return vectorFromArray(values as (number | null)[], new Float64());
  if (kind === 'boolean') return vectorFromArray(values as (boolean | null)[], new Bool());
  const texts = values.map((value) => (value === null ? null : String(value)));
  return vectorFromArray(texts, new Utf8());
}
