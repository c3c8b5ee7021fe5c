/** What a column is to Liftbook. `user`, `time` and `event` make an event table of a file. */
export type Role =
  | 'user'
  | 'time'
  | 'event'
  | 'path'
  | 'conversions'
  | 'value'
  | 'nulls'
  | 'test'
  | 'variant'
  | 'users'
  | 'alias'
  | 'channel'
  | 'date'
  | 'cost';

/** The column of each role that is taken. */
export type Roles = Readonly<Partial<Record<Role, string>>>;

/** What has to be there together for each kind of table, the richest first. */
const TABLES: readonly (readonly Role[])[] = [
  ['user', 'time', 'event'],
  ['path', 'conversions'],
  ['variant', 'users', 'conversions'],
  ['alias', 'user'],
  ['channel', 'date', 'cost'],
  ['user'],
];

/** The roles of a table that was made from another: those whose columns are still there, as far as they make a table. */
export function survivingRoles(
  roles: Roles,
  columns: readonly { readonly name: string; readonly kind: string }[],
): Roles {
  const isThere = (role: Role): boolean =>
    columns.some(({ name, kind }) => name === roles[role] && (role !== 'time' || kind === 'time'));
  const table = TABLES.find((needed) => needed.every(isThere));
  if (!table) return {};
  const isPlain = table.includes('user');
  const kept = (Object.keys(roles) as Role[]).filter((role) =>
    isPlain ? table.includes(role) : isThere(role),
  );
  return Object.fromEntries(kept.map((role) => [role, roles[role]!]));
}
