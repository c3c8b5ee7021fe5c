import { type Json, type JsonObject, isObject } from '../../base/json';
import type { KeyOrder } from '../../notebook/json-merge';
import { type Path, parsePath } from '../../notebook/path';
import type { Schema } from './schema';

/**
 * `value` with `part` at `path`; what lies between is made where it is missing. `undefined` takes
 * the part out: a key goes, an element closes the gap, and an object that this empties stays.
 */
export function withPart(value: Json | undefined, path: Path, part: Json | undefined): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return part ?? null;
  if (typeof segment === 'number') return withElement(list(value), segment, rest, part);
  const object: JsonObject = isObject(value) ? value : {};
  if (rest.length === 0 && part === undefined) return without(object, segment);
  return { ...object, [segment]: withPart(object[segment], rest, part) };
}

/** What stands at `path`; undefined where nothing does. */
export function partAt(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((at, segment) => {
    if (Array.isArray(at)) return at[Number(segment)] as Json | undefined;
    return isObject(at) && Object.hasOwn(at, segment) ? at[segment] : undefined;
  }, value);
}

/** `part`, or undefined when it says no more than leaving it out would. */
export function unlessDefault(part: Json | undefined, schema: Schema): Json | undefined {
  const same =
    schema.default !== undefined && JSON.stringify(part) === JSON.stringify(schema.default);
  return same ? undefined : part;
}

/** `items` with the element at `from` moved to `to`. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}

/** The order of keys that `schema` gives to each object; alternatives follow each other. */
export function schemaKeyOrder(schema: Schema): KeyOrder {
  return (path) => {
    const steps = path === '' ? [] : parsePath(path);
    const at = steps.reduce<readonly Schema[]>((schemas, segment) => {
      return schemas.flatMap((each) => inner(each, segment));
    }, flat(schema));
    return [...new Set(at.flatMap((each) => Object.keys(each.properties ?? {})))];
  };
}

function inner(schema: Schema, segment: string | number): readonly Schema[] {
  const { properties, items, additionalProperties } = schema;
  if (typeof segment === 'number') return items ? flat(items) : [];
  const property = properties?.[segment];
  if (property) return flat(property);
  return typeof additionalProperties === 'object' ? flat(additionalProperties) : [];
}

function flat(schema: Schema): readonly Schema[] {
  return schema.alternatives ? schema.alternatives.flatMap(flat) : [schema];
}

function withElement(
  items: readonly Json[],
  index: number,
  rest: Path,
  part: Json | undefined,
): Json {
  if (rest.length === 0 && part === undefined) return items.filter((_, i) => i !== index);
  const element = withPart(items[index], rest, part);
  return index < items.length
    ? items.map((each, i) => (i === index ? element : each))
    : [...items, element];
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key));
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
