import { type Json, type JsonObject, isObject } from '../../base/json';

/** A piece of JSON Schema with `$ref` replaced: as much of it as a form reads. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  /** What kind of name or value is wanted, e.g. `column`: the analyses say it with `meta`. */
  readonly input?: string;
  /** Key of a line under the field, where that of its name speaks of something else. */
  readonly hint?: string;
  readonly default?: Json;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly alternatives?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
}

const DEEPEST = 12;

/**
 * Reads the JSON Schema of an analysis: `$ref` into `$defs` replaced (a definition that contains
 * itself ends in "anything"), `oneOf` and `anyOf` as `alternatives`.
 */
export function readSchema(json: JsonObject): Schema {
  const definitions = isObject(json['$defs']) ? json['$defs'] : {};
  return read(json, definitions, 0);
}

function read(json: Json, definitions: JsonObject, depth: number): Schema {
  if (!isObject(json) || depth > DEEPEST) return {};
  const ref = json['$ref'];
  if (typeof ref === 'string') {
    const name = ref.replace('#/$defs/', '');
    return { ...read(definitions[name] ?? {}, definitions, depth + 4), ...named(json) };
  }
  const inner = (value: Json) => read(value, definitions, depth + 1);
  const { type, properties, additionalProperties, items, enum: choices, required } = json;
  const alternatives = json['oneOf'] ?? json['anyOf'];
  const only = Array.isArray(alternatives) ? besideNull(alternatives as readonly Json[]) : null;
  if (only) return { ...inner(only), ...named(json) };
  return {
    ...named(json),
    ...numbers(json),
    ...(typeof type === 'string' && { type }),
    ...('const' in json && { const: json['const']! }),
    ...(Array.isArray(choices) && { enum: choices as readonly Json[] }),
    ...(Array.isArray(required) && { required: required as readonly string[] }),
    ...(Array.isArray(alternatives) && { alternatives: alternatives.map(inner) }),
    ...(isObject(properties) && { properties: mapped(properties, inner) }),
    ...(isObject(items) && { items: inner(items) }),
    ...(isObject(additionalProperties) && { additionalProperties: inner(additionalProperties) }),
  };
}

/** What a value is that may also be null, which is written as JSON; null where there are more shapes. */
function besideNull(alternatives: readonly Json[]): Json | null {
  const others = alternatives.filter((each) => !isObject(each) || each['type'] !== 'null');
  return others.length === 1 && alternatives.length === 2 ? others[0]! : null;
}

function named(json: JsonObject): Schema {
  const { title, description, input, hint } = json;
  return {
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
    ...(typeof input === 'string' && { input }),
    ...(typeof hint === 'string' && { hint }),
    ...('default' in json && { default: json['default']! }),
  };
}

function numbers(json: JsonObject): Schema {
  const { minimum, maximum, minItems } = json;
  return {
    ...(typeof minimum === 'number' && isLimit(minimum) && { minimum }),
    ...(typeof maximum === 'number' && isLimit(maximum) && { maximum }),
    ...(typeof minItems === 'number' && { minItems }),
  };
}

/** zod writes the largest whole numbers as limits of every integer. */
function isLimit(value: number): boolean {
  return Math.abs(value) < Number.MAX_SAFE_INTEGER;
}

function mapped<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
