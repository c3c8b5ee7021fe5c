import { z } from 'zod';
import { type Json, type JsonObject, isObject } from '../base/json';
import type { Language } from '../locale/language';
import { cellSchemas } from '../notebook/schema';
import { allAnalyses } from './analysis-of';
import type { AnalysisForm } from './engine';

/** The form of every analysis; its titles, which the schemas give by key, in the words of `language`. */
export function analysisForms({ words }: Language): readonly AnalysisForm[] {
  return allAnalyses.map(({ id, params }) => {
    const schema = z.toJSONSchema(params, { io: 'input' }) as JsonObject;
    return { kind: id, ...words.analyses[id]!, schema: titled(schema, words) as JsonObject };
  });
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
