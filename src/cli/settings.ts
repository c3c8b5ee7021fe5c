import { type Json, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { setJson } from '../notebook/edit';
import { type Notebook, cellOf } from '../notebook/notebook';
import { type Path, elementIndex, parsePath } from '../notebook/path';

/**
 * The notebook with the values that `--set` gives: `alpha` sets the value of an input, `ab.alpha` a
 * parameter of an analysis. A value is JSON, else text.
 *
 * @throws {Problem} `cannot-set`, `bad-path`, and what the edit throws
 */
export function withSettings(notebook: Notebook, settings: ReadonlyMap<string, string>): Notebook {
  let set = notebook;
  for (const [name, text] of settings) set = withSetting(set, name, jsonOr(text));
  return set;
}

function withSetting(notebook: Notebook, name: string, value: Json): Notebook {
  const [id, ...rest] = parsePath(name);
  const cell = cellOf(notebook, String(id));
  const isInput = cell?.type === 'input' && rest.length === 0;
  const isParameter = cell?.type === 'analysis' && rest.length > 0;
  if (!isInput && !isParameter) throw new Problem('cannot-set', { name });
  const params = cell.json?.value;
  if (!isObject(params)) throw new Problem('cannot-set', { name });
  const changed = withValue(params, isInput ? ['value'] : rest, value);
  if (!isObject(changed)) throw new Problem('cannot-set', { name });
  return setJson(notebook, cell.id, changed);
}

/** `json` with `value` at `path`; undefined where the path leads to no element of a list. */
function withValue(json: Json | undefined, path: Path, value: Json): Json | undefined {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (Array.isArray(json)) {
    const items = json as readonly Json[];
    const index = elementIndex(items, segment);
    const changed = index < 0 ? undefined : withValue(items[index], rest, value);
    return changed === undefined ? undefined : items.with(index, changed);
  }
  const object = isObject(json) ? json : {};
  const changed = withValue(object[segment], rest, value);
  return changed === undefined ? undefined : { ...object, [segment]: changed };
}

function jsonOr(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
