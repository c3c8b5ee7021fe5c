import { type Json, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { type JsonSource, placeOf } from './json-source';
import { type Path, formatPath, parsePath } from './path';

/** Parameters with a value wherever they had a `{ "$ref" }`. */
export interface Resolved {
  readonly value: Json;
  /** What stood where: the JSON path of each ref and the path it names. */
  readonly refs: ReadonlyMap<string, Path>;
}

/**
 * The parameters in `json` with every `{ "$ref": path }` replaced by `valueOf(path)`. To say where
 * something in the result stands, ask `placeOf(json, path)`: inside such a value it points at the ref.
 *
 * @throws {Problem} what `valueOf` throws, `bad-path` or `bad-ref`, each placed at the ref
 */
export function resolveRefs(json: JsonSource, valueOf: (path: Path) => Json): Resolved {
  const refs = new Map<string, Path>();
  const resolved = (value: Json, path: Path): Json => {
    if (Array.isArray(value))
      return value.map((item: Json, index) => resolved(item, [...path, index]));
    if (!isObject(value)) return value;
    if (!Object.hasOwn(value, '$ref')) {
      const entries = Object.entries(value);
      return Object.fromEntries(
        entries.map(([key, inner]) => [key, resolved(inner, [...path, key])]),
      );
    }
    try {
      const target = refTarget(value);
      refs.set(formatPath(path), target);
      return valueOf(target);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem(error.code, error.args, placeOf(json, path));
    }
  };
  return { value: resolved(json.value, []), refs };
}

function refTarget(value: { readonly [key: string]: Json }): Path {
  const { $ref, ...beside } = value;
  if (typeof $ref === 'string' && Object.keys(beside).length === 0) return parsePath($ref);
  throw new Problem('bad-ref', { found: JSON.stringify(value).slice(0, 40) });
}
