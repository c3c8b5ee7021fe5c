import { type Json, type JsonObject, isObject } from '../base/json';
import { identifierShown, privateColumns } from './identifiers';
import type { Source } from './source';

/** Keys that hold words for the reader or for the chart itself, never a column. */
const WORDS = ['title', 'subtitle', 'text', 'name', 'description', 'type', 'mark', 'as', 'style'];

/** Ways to say how many there are, not who. */
const COUNTS: readonly Json[] = ['distinct', 'count', 'valid', 'missing'];

/**
 * A chart may count those whom a column names, where the counting is done before it is drawn; it may
 * not draw them.
 *
 * @param isCounted  the chart gets counts in place of the rows
 * @throws {Problem} `identifier-shown`
 */
export function requireAnonymous(spec: JsonObject, source: Source, isCounted: boolean): void {
  const identifiers = privateColumns(source);
  if (identifiers.length === 0) return;
  for (const { text, path } of columnTexts(spec, '', isCounted)) {
    const shown = identifiers.find((name) => names(text, name));
    if (shown !== undefined) throw identifierShown(shown, source, path);
  }
}

interface PlacedText {
  readonly text: string;
  readonly path: string;
}

function columnTexts(value: Json, path: string, isCounted: boolean): readonly PlacedText[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) {
    return value.flatMap((each: Json, at) => columnTexts(each, `${path}[${at}]`, isCounted));
  }
  if (!isObject(value)) return [];
  const counts = isCounted && COUNTS.includes(value['aggregate'] ?? null);
  return Object.entries(value)
    .filter(([key]) => !WORDS.includes(key) && !(counts && key === 'field'))
    .flatMap(([key, inner]) => columnTexts(inner, path === '' ? key : `${path}.${key}`, isCounted));
}

/** The column itself, or an expression that reads it from a row. */
function names(text: string, column: string): boolean {
  if (text.replace(/\\(.)/g, '$1') === column) return true;
  return [`datum.${column}`, `['${column}']`, `["${column}"]`].some((read) => text.includes(read));
}
