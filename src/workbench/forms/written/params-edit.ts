import { type Json, type JsonObject, isObject } from '../../../base/json';
import { setJson } from '../../../notebook/edit';
import type { Cell } from '../../../notebook/notebook';
import type { Path } from '../../../notebook/path';
import type { NotebookTab } from '../../notebook-tab.svelte';
import { withPart } from '../edit-value';

/** The parameters of a cell as they stand; none where they cannot be read. */
export function paramsOf(cell: Cell): JsonObject {
  return 'json' in cell && isObject(cell.json?.value) ? cell.json.value : {};
}

/** Sets the part of a cell's parameters at `path`, or takes it out; new keys stand in the order of `keys`. */
export function putPart(
  { session }: NotebookTab,
  cell: Cell,
  path: Path,
  part: Json | undefined,
  keys: readonly string[],
): void {
  const next = withPart(paramsOf(cell), path, part) as JsonObject;
  putParams(session, cell, next, keys);
}

export function putParams(
  session: NotebookTab['session'],
  cell: Cell,
  params: JsonObject,
  keys: readonly string[],
): void {
  const order = (path: string): readonly string[] => (path === '' ? keys : []);
  session.apply((notebook) => setJson(notebook, cell.id, params, order));
}
