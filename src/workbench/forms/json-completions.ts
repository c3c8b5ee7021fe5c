import { type Json } from '../../base/json';
import type { Completion, Completions } from '../editor/completion';
import { choices } from './control';
import type { Schema } from './schema';

/** The names that values of a cell's parameters can be. */
export interface JsonNames {
  readonly columns: readonly string[];
  readonly events: readonly string[];
  readonly cells: readonly string[];
  readonly segments: readonly string[];
  /** Paths that `{ "$ref" }` can name. */
  readonly paths: readonly string[];
}

/** An object or a list that is open at the cursor. */
interface Level {
  readonly kind: 'object' | 'list';
  /** Of an object: the keys so far; the last is the one whose value is written. */
  readonly keys: string[];
  /** Of an object: is a value wanted next? */
  wantsValue: boolean;
  /** Of a list. */
  index: number;
}

/**
 * What can be written at `at` in the JSON of a cell: keys of its schema that are not there yet, and
 * values that the schema or the notebook knows. The text may be unfinished.
 */
export function jsonCompletions(
  text: string,
  at: number,
  schema: Schema,
  names: JsonNames,
): Completions | null {
  const { levels, open } = readUpTo(text, at);
  const level = levels.at(-1);
  if (!level) return null;
  const from = open ?? at - (/[\w.-]*$/.exec(text.slice(0, at))?.[0].length ?? 0);
  const to = open !== null && text[at] === '"' ? at + 1 : at;
  const path = levels.slice(0, -1).map(stepOf);
  const wantsKey = level.kind === 'object' && !level.wantsValue;
  if (wantsKey) return { from, to, options: keysOf(schemasAt(schema, path), level) };
  const key = level.keys.at(-1);
  if (key === '$ref') return { from, to, options: values(names.paths) };
  return { from, to, options: valuesOf(schemasAt(schema, [...path, stepOf(level)]), names) };
}

/** What is open at the cursor, and where the text begins in which it stands, if it stands in one. */
function readUpTo(text: string, at: number): { levels: readonly Level[]; open: number | null } {
  const levels: Level[] = [];
  for (let index = 0; index < at; ++index) {
    const level = levels.at(-1);
    switch (text[index]) {
      case '{':
      case '[': {
        const kind = text[index] === '{' ? 'object' : 'list';
        levels.push({ kind, keys: [], wantsValue: false, index: 0 });
        break;
      }
      case '}':
      case ']':
        levels.pop();
        break;
      case ':':
        if (level) level.wantsValue = true;
        break;
      case ',':
        if (level) level.wantsValue = false;
        if (level) ++level.index;
        break;
      case '"': {
        const end = endOfText(text, index);
        if (end >= at) return { levels, open: index };
        if (level?.kind === 'object' && !level.wantsValue)
          level.keys.push(text.slice(index + 1, end));
        index = end;
      }
    }
  }
  return { levels, open: null };
}

/** Where the text that opens at `start` closes; the end of its line where it does not. */
function endOfText(text: string, start: number): number {
  for (let index = start + 1; index < text.length; ++index) {
    if (text[index] === '\\') ++index;
    else if (text[index] === '"' || text[index] === '\n') return index;
  }
  return text.length;
}

function stepOf({ kind, keys, index }: Level): string | number {
  return kind === 'object' ? (keys.at(-1) ?? '') : index;
}

/** What may stand at `path`: several where alternatives are open. */
function schemasAt(schema: Schema, path: readonly (string | number)[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, step) => schemas.flatMap((each) => inside(each, step)),
    flat(schema),
  );
}

function inside(schema: Schema, step: string | number): readonly Schema[] {
  if (typeof step === 'number') return schema.items ? flat(schema.items) : [];
  const found = schema.properties?.[step] ?? schema.additionalProperties;
  return typeof found === 'object' ? flat(found) : [];
}

function flat(schema: Schema): readonly Schema[] {
  const { alternatives } = schema;
  if (!alternatives) return [schema];
  // An input that is said of all of them holds for each.
  return alternatives
    .flatMap(flat)
    .map((each) => ({ ...(schema.input && { input: schema.input }), ...each }));
}

function keysOf(schemas: readonly Schema[], { keys }: Level): readonly Completion[] {
  const properties = new Map(schemas.flatMap((each) => Object.entries(each.properties ?? {})));
  return [...properties]
    .filter(([key]) => !keys.includes(key))
    .map(([key, { title }]) => ({
      label: `"${key}"`,
      kind: 'key',
      insert: `"${key}": `,
      ...(title !== undefined && title !== key && { detail: title }),
    }));
}

function valuesOf(schemas: readonly Schema[], names: JsonNames): readonly Completion[] {
  const known = schemas.flatMap((schema): readonly Json[] => {
    if (schema.type === 'boolean') return [true, false];
    return [...choices(schema), ...namesFor(schema, names)];
  });
  return values(known);
}

function namesFor({ input }: Schema, names: JsonNames): readonly string[] {
  switch (input) {
    case 'column':
    case 'columns':
    case 'number-column':
    case 'variant':
      return names.columns;
    case 'event':
      return names.events;
    case 'cell':
      return names.cells;
    case 'segment':
      return names.segments;
    default:
      return [];
  }
}

function values(known: readonly Json[]): readonly Completion[] {
  const written = [...new Set(known.map((value) => JSON.stringify(value)))];
  return written.map((label) => ({ label, kind: 'value' }));
}
