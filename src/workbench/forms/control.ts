import { type Json, isObject } from '../../base/json';
import type { Schema } from './schema';

/** What a field is edited with. */
export type Control =
  | 'text'
  | 'number'
  | 'switch'
  | 'choice'
  | 'column'
  | 'event'
  | 'arm'
  | 'cell'
  | 'where'
  | 'zone'
  | 'names'
  | 'counts'
  | 'list'
  | 'object'
  | 'record'
  | 'union'
  | 'reference'
  | 'json';

const BY_INPUT: Readonly<Record<string, Control>> = {
  column: 'column',
  'number-column': 'column',
  variant: 'column',
  event: 'event',
  arm: 'arm',
  cell: 'cell',
  segment: 'cell',
  where: 'where',
  timezone: 'zone',
  zone: 'zone',
  'counted-arms': 'counts',
};

/** The control for `schema` while it holds `value`: a `{ "$ref" }` may stand for any value. */
export function controlOf(schema: Schema, value: Json | undefined): Control {
  if (isObject(value) && typeof value['$ref'] === 'string') return 'reference';
  const named = schema.input ? BY_INPUT[schema.input] : undefined;
  // An event is a name, or a name with a filter: fields of its own.
  if (named && !(named === 'event' && isObject(value))) return named;
  if (choices(schema).length > 0) return 'choice';
  if (schema.alternatives) return isPlainNumber(schema, value) ? 'number' : 'union';
  if (schema.type === 'boolean') return 'switch';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  if (schema.type === 'string') return 'text';
  if (schema.type === 'array') return arrayControl(schema.items ?? {});
  if (schema.properties) return 'object';
  return schema.type === 'object' ? 'record' : 'json';
}

/** A number that may also be written otherwise is edited as the number it mostly is. */
function isPlainNumber({ alternatives = [] }: Schema, value: Json | undefined): boolean {
  const [first] = alternatives;
  return first?.type === 'number' && (value === undefined || typeof value === 'number');
}

/** The values to choose from, where there are no others. */
export function choices(schema: Schema): readonly Json[] {
  if (schema.enum) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  const inner = schema.alternatives?.map(choices) ?? [];
  return inner.every((each) => each.length > 0) ? inner.flat() : [];
}

/** Position of the alternative that `value` is written in; 0 where it fits none. */
export function alternativeOf(schemas: readonly Schema[], value: Json | undefined): number {
  const scores = schemas.map((schema) => fit(schema, value));
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** The key whose constant tells the alternatives apart, such as `type`; null where there is none. */
export function discriminator(schemas: readonly Schema[]): string | null {
  const keys = Object.keys(schemas[0]?.properties ?? {});
  const isConstant = (key: string) =>
    schemas.every((schema) => schema.properties?.[key]?.const !== undefined);
  return keys.find(isConstant) ?? null;
}

/** A value to begin with: the default, the first choice, or the emptiest of its type with what is required. */
export function startValue(schema: Schema): Json {
  if (schema.default !== undefined) return schema.default;
  const [first] = choices(schema);
  if (first !== undefined) return first;
  if (schema.alternatives) return startValue(schema.alternatives[0] ?? {});
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 0;
  if (schema.type === 'boolean') return false;
  if (schema.type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () => startValue(schema.items ?? {}));
  }
  if (schema.type !== 'object') return '';
  const required = (schema.required ?? []).map((key) => [
    key,
    startValue(schema.properties?.[key] ?? {}),
  ]);
  return Object.fromEntries(required) as Json;
}

function arrayControl(items: Schema): Control {
  if (items.input && BY_INPUT[items.input]) return 'names';
  if (items.type === 'string' || items.type === 'number' || items.type === 'integer')
    return 'names';
  return choices(items).length > 0 ? 'names' : 'list';
}

/** How well `value` fits: −1 not at all, else the number of its keys that are known. */
function fit(schema: Schema, value: Json | undefined): number {
  if (value === undefined) return -1;
  const known = choices(schema);
  if (known.length > 0) return known.includes(value) ? 1 : -1;
  if (Array.isArray(value)) return schema.type === 'array' ? 1 : -1;
  if (!isObject(value)) {
    const type = typeof value;
    return schema.type === type || (schema.type === 'integer' && type === 'number') ? 1 : -1;
  }
  if (schema.type !== 'object') return -1;
  if (!schema.properties) return 0;
  const fits = Object.entries(value).map(([key, inner]) => {
    const property = schema.properties?.[key];
    if (!property) return -1;
    return property.const === undefined || property.const === inner ? 1 : -10;
  });
  return fits.reduce<number>((sum, each) => sum + each, 0);
}
