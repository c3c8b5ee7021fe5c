import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a bench file holds; two files of one shape are the same byte for byte. */
export interface EventFile {
  readonly path: string;
  readonly rows: number;
  readonly users: number;
}

const START = Date.UTC(2026, 0, 5);
const DAYS = 28;
const LONG_DAYS = 182;
const EVENTS = ['view', 'view', 'view', 'view', 'search', 'search', 'cart', 'purchase'] as const;
const CHANNELS = ['direct', 'email', 'search', 'social', 'affiliate'] as const;
const COUNTRIES = ['DE', 'FR', 'GB', 'ES', 'IT', 'NL', 'PL', 'SE'] as const;
const PLATFORMS = ['web', 'ios', 'android'] as const;

/** How the users of a file are divided, and what its rows say besides. */
export interface Shape {
  readonly arms: readonly string[];
  /** Country, platform and load time. */
  readonly isWide: boolean;
  /** Over half a year instead of four weeks: users come and go, score from 0 to 10, and invite others. */
  readonly isLong?: boolean;
}

const TWO_ARMS: Shape = { arms: ['control', 'treatment'], isWide: false };

/**
 * An event file of `rows` rows by `users` users with an experiment in it: made once, kept in
 * `.cache`. Few users do much and many do little, times are nearly in order, one row in eight
 * carries an amount: what logs look like.
 */
export async function eventFile(
  rows: number,
  users: number,
  shape: Shape = TWO_ARMS,
): Promise<EventFile> {
  const kind =
    shape === TWO_ARMS
      ? ''
      : `-${shape.arms.length}${shape.isWide ? '-wide' : ''}${shape.isLong ? '-long' : ''}`;
  const path = join('.cache', `events-${rows}-${users}${kind}.csv`);
  if (!existsSync(path)) {
    mkdirSync('.cache', { recursive: true });
    await write(`${path}.part`, rows, users, shape);
    renameSync(`${path}.part`, path);
  }
  return { path, rows, users };
}

async function write(
  path: string,
  rows: number,
  users: number,
  { arms, isWide, isLong = false }: Shape,
): Promise<void> {
  const file = createWriteStream(path);
  const random = randomNumbers(20260105);
  const days = isLong ? LONG_DAYS : DAYS;
  const seen = new Uint8Array(users);
  let text = `user_id,ts,event,channel,variant,amount${isWide ? ',country,platform,ms' : ''}${isLong ? ',score,referrer' : ''}\n`;
  for (let row = 0; row < rows; ++row) {
    let user = Math.floor(users * random() ** 2.5);
    while (isLong && !isThere(user, row / rows)) user = Math.floor(users * random() ** 2.5);
    const exposure = seen[user] === 0;
    seen[user] = 1;
    const time = START + Math.floor(((row + 64 * random()) / (rows + 64)) * days * 86_400_000);
    const event = exposure ? 'exposure' : EVENTS[Math.floor(random() * EVENTS.length)]!;
    const variant = exposure ? arms[user % arms.length]! : '';
    const amount = event === 'purchase' ? (5 + 95 * random() ** 3).toFixed(2) : '';
    const channel = CHANNELS[Math.floor(random() * CHANNELS.length)]!;
    text += `${userName(user)},${new Date(time).toISOString()},${event},${channel},${variant},${amount}${isWide ? more(user, event, random) : ''}${isLong ? social(user, event, random) : ''}\n`;
    if (text.length > 1 << 20) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'finish');
}

/** What a user is stays; pages take their time. */
function more(user: number, event: string, random: () => number): string {
  const country = COUNTRIES[(user >> 2) % COUNTRIES.length]!;
  const platform = PLATFORMS[(user >> 5) % PLATFORMS.length]!;
  const ms = event === 'view' ? Math.round(300 / (0.1 + random())) : '';
  return `,${country},${platform},${ms}`;
}

/** Whether a user has come and not left again, at a part of the half year. */
function isThere(user: number, at: number): boolean {
  const came = 1.2 * ((user * 0.6180339887) % 1) - 0.2;
  const stays = 0.05 + 1.5 * ((user * 0.7548776662) % 1) ** 3;
  return at >= came && at < came + stays;
}

/** One search in four is followed by a score; a user in eight was invited by an earlier one. */
function social(user: number, event: string, random: () => number): string {
  const score = event === 'search' && random() < 0.25 ? Math.floor(11 * random() ** 0.5) : '';
  const referrer = event === 'exposure' && user % 8 === 7 ? userName(user >> 3) : '';
  return `,${score},${referrer}`;
}

function userName(user: number): string {
  return `u${user.toString(36).padStart(6, '0')}`;
}

/** Marsaglia's xorshift32: numbers in [0, 1), the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
