import type { Column, Dataset } from '../data/dataset';
import type { Role } from '../events/roles';
import type { RoleGuess } from './engine';

/** Why a column is thought to have its role; the sentence is in the interface's words. */
type GuessReason = 'named' | 'most-texts' | 'only-time' | 'first-time' | 'few-texts';

type Guess = RoleGuess & { readonly role: Role; readonly reason: GuessReason };

/** Names as people write them, lower case and without anything between the letters. */
const NAMES: Partial<Readonly<Record<Role, RegExp>>> = {
  user: /^((app|anonymous|distinct)?(user|customer|client|visitor|account|member|player|person|device|cookie|subscriber|buyer|shopper)(id|uid|uuid|guid|key|no|number|code|hash)?|uid|uuid|guid|用户(id|编号|标识)?|会员(id|编号)?|客户(id|编号)?)$/,
  time: /^(ts|time|timestamp|datetime|date|at|(event|created|occurred|received|server)(at|time|timestamp|date)|时间戳?|日期|事件时间|发生时间)$/,
  event: /^(event|eventname|eventtype|eventaction|action|activity|事件(名称?)?|行为)$/,
  variant: /^(variant|variation|arm|group|version|bucket)$/,
  users: /^(users|visitors|impressions|participants|exposed|n)$/,
  conversions: /^((total)?conversions|converted|clicks|successes|orders|purchases|signups)$/,
  value: /^((total)?(conversion)?value|revenue|amount)$/,
  nulls: /^(total)?(nulls?|nonconversions|notconverted)$/,
  test: /^(test|experiment)(id|name)?$/,
  path: /^((channel)?path|journey|touchpoints)$/,
  channel: /^(channel|source|medium|campaign)$/,
  date: /^(date|day|week)$/,
  cost: /^(cost|costs|spend|spent|budget)$/,
};

/** Roles that only a column of numbers can have. */
const NUMBERS: readonly Role[] = ['users', 'conversions', 'value', 'nulls', 'cost'];
/** A column called nothing but `id` names the user where no other does. */
const PLAIN_ID = /^id$/;
/** A column of more different texts than this does not name events. */
const MOST_EVENTS = 1000;
/** Without a name that says it, users are more than this, and each has two rows in the mean. */
const MANY = 50;

/**
 * The roles that the columns seem to have: those of an event table, a cost table, counts or paths
 * where all are found, else the user of a unit table, else none.
 */
export function roleGuesses(dataset: Dataset): readonly RoleGuess[] {
  const { columns } = dataset;
  return (
    complete(['path', 'conversions'], columns, ['value', 'nulls']) ??
    complete(['variant', 'users', 'conversions'], columns, ['test']) ??
    complete(['channel', 'date', 'cost'], columns) ??
    peopleGuesses(dataset)
  );
}

function peopleGuesses({ columns, rows }: Dataset): readonly Guess[] {
  const plain = columns.find((column) => PLAIN_ID.test(plainName(column)));
  const time = timeGuess(columns);
  const user =
    byName('user', columns) ??
    (plain && guess('user', plain, 'named')) ??
    (time && mostTexts(columns, rows));
  if (!user) return [];
  const named = byName('event', columns);
  if (time && named) return [user, time, named];
  const userColumn = columns.find(({ name }) => name === user.column)!;
  if (!time || isUnique(userColumn, rows)) return [user];
  const event = eventAmong(columns, userColumn);
  if (event) return [user, time, guess('event', event, 'few-texts')];
  return user.reason === 'named' ? [user] : [];
}

/** Who comes again and again: the column of the most different texts that repeat. */
function mostTexts(columns: readonly Column[], rows: number): Guess | null {
  const repeating = columns.filter((column) => {
    const count = distinctTexts(column);
    return column.missing === 0 && count > MANY && 2 * count <= rows;
  });
  const [user] = repeating.sort((a, b) => distinctTexts(b) - distinctTexts(a));
  return user ? guess('user', user, 'most-texts') : null;
}

/** The column of the fewest texts; rather one that every row has, and one that changes from row to row of a user. */
function eventAmong(columns: readonly Column[], user: Column): Column | null {
  const texts = columns.filter(
    (column) => column.kind === 'text' && column !== user && mayNameEvents(column),
  );
  const whole = texts.filter(({ missing }) => missing === 0);
  const changing = whole.filter((column) => changesWithin(column, user));
  const [likely = []] = [changing, whole, texts].filter((some) => some.length > 0);
  return likely.sort((a, b) => distinctTexts(a) - distinctTexts(b))[0] ?? null;
}

function changesWithin(column: Column, user: Column): boolean {
  if (column.kind !== 'text' || user.kind !== 'text') return true;
  const first = new Int32Array(user.values.length).fill(-1);
  return user.codes.some((own, row) => {
    const code = column.codes[row]!;
    if (own < 0) return false;
    if (first[own] === -1) first[own] = code;
    return first[own] !== code;
  });
}

function timeGuess(columns: readonly Column[]): Guess | null {
  const times = columns.filter(({ kind }) => kind === 'time');
  const [first] = times;
  if (!first) return null;
  return (
    byName('time', times) ?? guess('time', first, times.length === 1 ? 'only-time' : 'first-time')
  );
}

/** Guesses for all of `needed`, and for those of `optional` that are there; null where one is missing. */
function complete(
  needed: readonly Role[],
  columns: readonly Column[],
  optional: readonly Role[] = [],
): readonly Guess[] | null {
  const found = needed.map((role) => byName(role, columns)).filter((each) => each !== null);
  if (found.length < needed.length) return null;
  return [...found, ...optional.flatMap((role) => byName(role, columns) ?? [])];
}

function byName(role: Role, columns: readonly Column[]): Guess | null {
  const column = columns.find((each) => NAMES[role]?.test(plainName(each)) && fits(role, each));
  return column ? guess(role, column, 'named') : null;
}

function fits(role: Role, column: Column): boolean {
  if (role === 'time') return column.kind === 'time';
  if (role === 'event') return column.kind === 'text' && mayNameEvents(column);
  if (NUMBERS.includes(role)) return column.kind === 'number';
  return true;
}

function guess(role: Role, { name }: Column, reason: GuessReason): Guess {
  return { role, column: name, reason };
}

function plainName({ name }: Column): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function mayNameEvents(column: Column): boolean {
  const count = distinctTexts(column);
  return count >= 1 && count <= MOST_EVENTS;
}

function distinctTexts(column: Column): number {
  return column.kind === 'text' ? column.values.length : Infinity;
}

function isUnique(column: Column, rows: number): boolean {
  const present = rows - column.missing - column.unreadable;
  if (column.kind === 'text') return column.values.length === present;
  return new Set(column.values).size >= present;
}
