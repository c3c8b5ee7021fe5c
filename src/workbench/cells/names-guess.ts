import { type Json, type JsonObject, isObject } from '../../base/json';
import type { SourceOutput } from '../../engine/engine';
import type { Schema } from '../forms/schema';

/** Where a name is asked for: below which parameter, and at which place of its list. */
interface Asked {
  readonly key: string;
  readonly index: number;
}

const PURCHASE = /purchase|order|pay|buy|bought/i;
const SIGN_UP = /sign_?up|regist|install/i;

/** What the event of a parameter is usually called. */
const EVENTS: Readonly<Record<string, RegExp>> = {
  ...{ purchase: PURCHASE, measure: PURCHASE, act: PURCHASE, conversion: PURCHASE },
  ...{ start: SIGN_UP, signup: SIGN_UP, acquisition: SIGN_UP },
  invite: /invit|refer|share/i,
  contact: /sen[dt]|e?mail|push|message|deliver/i,
  engage: /view|read|watch|play|open/i,
  touch: /touch|visit|session|click/i,
  nps: /nps|survey|rating|rated|feedback|answer/i,
};

const AMOUNT = /amount|value|price|revenue|total|spend/i;

/** What the column of a parameter is usually called. */
const COLUMNS: Readonly<Record<string, RegExp>> = {
  ...{ channel: /channel|source|medium|utm/i, content: /content|categor|item|product|page/i },
  ...{ purchase: AMOUNT, measure: AMOUNT, value: /score|nps|rating|answer/i },
  promotion: /coupon|promo|discount|voucher/i,
  referred: /refer|invit/i,
};

/**
 * Parameters with names of the data in the place of those that are required and empty. Steps are
 * the commonest events, which come in that order where each is done by some of those who did the
 * one before. What the data do not tell stays empty.
 */
export function withNames(
  kind: string,
  params: JsonObject,
  schema: Schema,
  output: SourceOutput,
): JsonObject {
  return named(params, schema, { key: kind, index: 0 }, output) as JsonObject;
}

function named(value: Json, schema: Schema, asked: Asked, output: SourceOutput): Json {
  if (value === '') return nameGuess(schema, asked, output);
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    return value.map((each: Json, index) => named(each, items, { ...asked, index }, output));
  }
  if (!isObject(value)) return value;
  if (schema.input === 'where') return filterGuess(value, asked, output);
  const properties = schema.properties ?? schema.alternatives?.[0]?.properties ?? {};
  const entries = Object.entries(value).map(([key, inner]) => {
    const below = key === 'event' ? asked : { ...asked, key };
    return [key, named(inner, properties[key] ?? {}, below, output)] as const;
  });
  const isAmount = COLUMNS[asked.key] === AMOUNT && 'value' in properties && !('value' in value);
  const amount = isAmount ? columnOf(AMOUNT, 'number', output) : undefined;
  return { ...Object.fromEntries(entries), ...(amount !== undefined && { value: amount }) };
}

function nameGuess({ input }: Schema, { key, index }: Asked, output: SourceOutput): string {
  switch (input) {
    case 'event': {
      const names = (output.values[output.roles['event'] ?? ''] ?? []).map(({ value }) => value);
      return names.find((name) => EVENTS[key]?.test(name)) ?? names[index] ?? '';
    }
    case 'number-column':
      return columnOf(COLUMNS[key], 'number', output) ?? columnOf(/./, 'number', output) ?? '';
    case 'column':
      return columnOf(COLUMNS[key], 'text', output) ?? columnOf(/./, 'text', output) ?? '';
    default:
      return '';
  }
}

/** Rows that hold something in the column. */
function filterGuess(where: JsonObject, { key }: Asked, output: SourceOutput): JsonObject {
  const column = Object.keys(where).length === 0 ? columnOf(COLUMNS[key], null, output) : undefined;
  return column === undefined ? where : { [column]: { exists: true } };
}

/** The first column of that kind and name that plays no role. */
function columnOf(
  pattern: RegExp | undefined,
  kind: SourceOutput['columns'][number]['kind'] | null,
  { columns, roles }: SourceOutput,
): string | undefined {
  const taken = Object.values(roles);
  return columns.find(
    ({ name, kind: found, private: isPrivate }) =>
      pattern?.test(name) === true &&
      (kind === null || found === kind) &&
      isPrivate === null &&
      !taken.includes(name),
  )?.name;
}
