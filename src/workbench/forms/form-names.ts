import { type Json, type JsonObject, isObject } from '../../base/json';
import type { TableFacts } from '../../engine/engine';

/** The names a form lets people choose from. */
export interface FormNames {
  /** Ids of cells that hold a table. */
  readonly sources: readonly string[];
  readonly segments: readonly string[];
  readonly columns: readonly { readonly name: string; readonly kind: string }[];
  readonly events: readonly string[];
  /** Values of a column by frequency; none where they are not known. */
  readonly values: (column: string) => readonly string[];
  /** Whether the table holds events; a unit table has one row per user. Null when it is not read yet. */
  readonly hasEvents: boolean | null;
  /** The table holds counts of finished tests and no users. */
  readonly isCounts?: boolean;
}

/** The names in a source that has been read. */
export function formNames(
  output: TableFacts | null,
  sources: readonly string[],
  segments: readonly string[],
): FormNames {
  const values = (column: string) => (output?.values[column] ?? []).map(({ value }) => value);
  const event = output?.roles['event'];
  return {
    sources,
    segments,
    columns: output?.columns.map(({ name, kind }) => ({ name, kind })) ?? [],
    events: event === undefined ? [] : values(event),
    values,
    hasEvents: output ? event !== undefined : null,
    isCounts: output?.roles['users'] !== undefined,
  };
}

/** A column with more values than this serves several experiments. */
const MOST_ARMS = 6;

/** Names of the arms of an experiment: those of its result, else the values of its variant column. */
export function armsOf(
  params: JsonObject,
  names: FormNames,
  result: Json | undefined,
): readonly string[] {
  const arms = isObject(result) ? result['arms'] : undefined;
  if (Array.isArray(arms)) return arms.flatMap(nameOf);
  const exposure = params['exposure'];
  const column = isObject(exposure) ? exposure['variant'] : params['variant'];
  const values = typeof column === 'string' ? names.values(column) : [];
  return values.length <= MOST_ARMS ? values : [];
}

function nameOf(arm: Json): readonly string[] {
  return isObject(arm) && typeof arm['name'] === 'string' ? [arm['name']] : [];
}
