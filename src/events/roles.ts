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
