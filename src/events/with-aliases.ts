import type { Column, ColumnValues } from '../data/dataset';
import { asText } from './as-text';

/**
 * The users of a column by the names they really have: what stands in `alias` becomes what stands
 * beside it in `user`, and that again while it is an alias itself. The first of two users of one
 * alias counts; aliases that lead in a circle stay where they come back to. Users compare as text.
 */
export function withAliases(column: Column, alias: ColumnValues, user: ColumnValues): Column {
  const userOf = pairs(alias, user);
  const { values, codes } = asText(column);
  const names: string[] = [];
  const known = new Map<string, number>();
  const renamed = values.map((value) => {
    const name = followed(value, userOf);
    const code = known.get(name) ?? names.push(name) - 1;
    known.set(name, code);
    return code;
  });
  if (renamed.every((code, at) => names[code] === values[at])) return column;
  return {
    name: column.name,
    kind: 'text',
    values: names,
    codes: codes.map((code) => renamed[code] ?? -1),
    missing: column.missing,
    unreadable: column.unreadable,
  };
}

function pairs(alias: ColumnValues, user: ColumnValues): ReadonlyMap<string, string> {
  const aliases = asText(alias);
  const users = asText(user);
  const found = new Map<string, string>();
  for (let row = 0; row < aliases.codes.length; ++row) {
    const from = aliases.values[aliases.codes[row]!];
    const to = users.values[users.codes[row]!];
    if (from !== undefined && to !== undefined && !found.has(from)) found.set(from, to);
  }
  return found;
}

function followed(name: string, userOf: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let last = name;
  for (let next = userOf.get(last); next !== undefined && !seen.has(next);) {
    seen.add(next);
    last = next;
    next = userOf.get(last);
  }
  return last;
}
