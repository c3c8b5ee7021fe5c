import { z } from 'zod';
import type { AnyAnalysis } from '../analyses/analysis';
import { type Json, type JsonObject, isObject } from '../base/json';
import type { Language } from '../locale/language';
import { cellSchemas } from '../notebook/schema';

/** The form of an analysis: its JSON Schema, whose titles are keys, in the words of `language`. */
export function analysisForm({ params }: AnyAnalysis, { words }: Language): JsonObject {
  return titled(z.toJSONSchema(params, { io: 'input' }) as JsonObject, words) as JsonObject;
}

/** JSON Schema of a cell's parameters; null where the type has none of its own. */
export function cellSchema(type: string): JsonObject | null {
  const found = Object.entries(cellSchemas).find(([name]) => name === type);
  return found ? (z.toJSONSchema(found[1], { io: 'input' }) as JsonObject) : null;
}

/** `schema` with each title that is a key of `words` replaced by the word. */
function titled(schema: Json, words: Readonly<Record<string, unknown>>): Json {
  if (Array.isArray(schema)) return schema.map((each: Json) => titled(each, words));
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]) => {
    const word = key === 'title' && typeof value === 'string' ? words[value] : undefined;
    return [key, typeof word === 'string' ? word : titled(value, words)] as const;
  });
  return Object.fromEntries(entries);
}
