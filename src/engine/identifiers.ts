import { type Json, type JsonObject, isObject } from '../base/json';
import { Problem } from '../base/problem';
import type { Column } from '../data/dataset';
import type { Source } from './source';

/** Whether a column says who somebody is: those values stay with the rows. */
export function isPrivate(column: string, { roles, params }: Source): boolean {
  return column === roles.user || params.columns?.[column]?.privacy === 'identifier';
}

/** Names of the columns that say who somebody is. */
export function privateColumns(source: Source): readonly string[] {
  return source.dataset.columns.map(({ name }) => name).filter((name) => isPrivate(name, source));
}

/** Fewer different values than this name groups, not people. */
const MANY = 50;
const MOST = 0.8;

/**
 * Names of the text columns of a made table that hold what identifies people in the tables it was made
 * of, under whatever name: most of their values are those of a column marked as identifier, or, where
 * they are many, those of the users.
 */
export function carriedIdentifiers(
  made: readonly Column[],
  tables: readonly Source[],
): readonly string[] {
  const known = tables.flatMap((table) =>
    table.dataset.columns
      .filter(({ name, kind }) => kind === 'text' && isPrivate(name, table))
      .map((column) => ({
        isUser: column.name === table.roles.user,
        values: new Set(column.kind === 'text' ? column.values : []),
      })),
  );
  const carries = (column: Column): boolean =>
    column.kind === 'text' &&
    column.values.length > 0 &&
    known.some(({ isUser, values }) => {
      if (isUser && column.values.length < MANY) return false;
      const shared = column.values.filter((value) => values.has(value)).length;
      return shared >= MOST * column.values.length;
    });
  return made.filter(carries).map(({ name }) => name);
}

/** Parameters whose column is written out value by value. */
const SHOWN = ['breakdown', 'segments', 'variant', 'channel'];

/**
 * Results may count by identifiers and filter by them, but not list them.
 *
 * @throws {Problem} `identifier-shown`
 */
export function requireNoIdentifiers(params: JsonObject, source: Source): void {
  for (const { name, path } of shownColumns(params, '')) {
    if (isPrivate(name, source)) throw identifierShown(name, source, path);
  }
}

export function identifierShown(name: string, { roles }: Source, path?: string): Problem {
  const args = { name, isUser: name === roles.user };
  return new Problem('identifier-shown', args, path === undefined ? {} : { path });
}

interface ShownColumn {
  readonly name: string;
  readonly path: string;
}

function shownColumns(params: JsonObject, around: string): readonly ShownColumn[] {
  return Object.entries(params).flatMap(([key, value]): readonly ShownColumn[] => {
    const path = `${around}${key}`;
    // Below a condition the keys are columns of the data, whatever they are called.
    if (key === 'where') return [];
    if (SHOWN.includes(key)) return namesIn(value, path);
    return isObject(value) ? shownColumns(value, `${path}.`) : [];
  });
}

function namesIn(value: Json, path: string): readonly ShownColumn[] {
  if (typeof value === 'string') return [{ name: value, path }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: Json, at) => namesIn(each, `${path}[${at}]`));
}
