import { Problem } from '../base/problem';
import { type Column, type Dataset, missingCells } from '../data/dataset';
import { formulaValues, parseFormula } from '../data/formula';
import type { Roles } from '../events/roles';
import { withAliases } from '../events/with-aliases';
import { joinedName, unitColumns } from '../events/with-units';
import { formatPath } from '../notebook/path';
import type { SourceParams } from '../notebook/schema';
import type { Source } from './source';

/** The tables that a source cell names. */
export interface Companions {
  readonly aliases: Source | null;
  readonly units: Source | null;
}

/**
 * A table with what its cell adds to the file, in this order: users by the names they really have, the
 * columns of their units, columns made by formulas.
 *
 * @throws {Problem} `role-missing` when there are no users to look up, `bad-formula`, `column-taken`,
 *   `not-in-data`, `wrong-type`, `companion-without-role`
 */
export function completed(
  dataset: Dataset,
  roles: Roles,
  params: SourceParams,
  { aliases, units }: Companions,
): Dataset {
  let { columns } = dataset;
  if (aliases) {
    const user = columnOf(columns, roles.user, 'aliases');
    const { alias, user: real } = requiredRoles(aliases, ['alias', 'user'], 'aliases');
    const from = columnOf(aliases.dataset.columns, alias, 'aliases');
    const to = columnOf(aliases.dataset.columns, real, 'aliases');
    const renamed = withAliases(user, from, to);
    columns = columns.map((column) => (column === user ? renamed : column));
  }
  if (units) {
    const user = columnOf(columns, roles.user, 'units');
    const named = requiredRoles(units, ['user'], 'units');
    columnOf(units.dataset.columns, named.user, 'units');
    const table = { name: params.units!, dataset: units.dataset, user: named.user };
    const taken = new Set(columns.map(({ name }) => name));
    columns = [...columns, ...unitColumns(user, table, taken)];
  }
  for (const [name, { formula }] of Object.entries(params.columns ?? {})) {
    if (formula === undefined) continue;
    columns = [...columns, formulaColumn(name, formula, columns, dataset.rows)];
  }
  return columns === dataset.columns ? dataset : { ...dataset, columns };
}

/** What the unit table says of the columns that came from it: who may see them, in what unit they are. */
export function unitMeanings(
  units: Source | null,
  before: Dataset,
  after: Dataset,
): NonNullable<SourceParams['columns']> {
  const own = new Set(before.columns.map(({ name }) => name));
  const added = new Set(after.columns.map(({ name }) => name).filter((name) => !own.has(name)));
  const meanings = Object.entries(units?.params.columns ?? {}).map(
    ([name, { formula: _, ...meaning }]) => [joinedName(name, units!.cell, own), meaning] as const,
  );
  return Object.fromEntries(meanings.filter(([name]) => added.has(name)));
}

function formulaColumn(
  name: string,
  formula: string,
  columns: readonly Column[],
  rows: number,
): Column {
  const path = formatPath(['columns', name, 'formula']);
  if (columns.some((column) => column.name === name)) {
    throw new Problem('column-taken', { name }, { path });
  }
  try {
    const values = formulaValues(parseFormula(formula), columns, rows);
    const column = { kind: 'number', values } as const;
    return { name, ...column, missing: missingCells(column), unreadable: 0 };
  } catch (error) {
    throw error instanceof Problem ? error.within({ path }) : error;
  }
}

function columnOf(columns: readonly Column[], name: string | undefined, path: string): Column {
  const found = columns.find((column) => column.name === name);
  if (found) return found;
  const known = columns.map((column) => column.name);
  throw name === undefined
    ? new Problem('role-missing', { role: 'user', known }, { path })
    : new Problem('not-in-data', { what: 'column', name, known, near: null }, { path });
}

function requiredRoles<Name extends 'alias' | 'user'>(
  { roles, cell }: Source,
  needed: readonly Name[],
  path: string,
): Readonly<Record<Name, string>> {
  const missing = needed.find((role) => roles[role] === undefined);
  if (missing === undefined) return roles as Readonly<Record<Name, string>>;
  throw new Problem('companion-without-role', { source: cell, role: missing }, { path });
}
