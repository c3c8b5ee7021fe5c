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
const EVENTS = ['view', 'view', 'view', 'view', 'search', 'search', 'cart', 'purchase'] as const;
const CHANNELS = ['direct', 'email', 'search', 'social', 'affiliate'] as const;
const COUNTRIES = ['DE', 'FR', 'GB', 'ES', 'IT', 'NL', 'PL', 'SE'] as const;
const PLATFORMS = ['web', 'ios', 'android'] as const;

/** How the users of a file are divided, and whether rows also say country, platform and load time. */
export interface Shape {
  readonly arms: readonly string[];
  readonly isWide: boolean;
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
  const kind = shape === TWO_ARMS ? '' : `-${shape.arms.length}${shape.isWide ? '-wide' : ''}`;
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
  { arms, isWide }: Shape,
): Promise<void> {
  const file = createWriteStream(path);
  const random = randomNumbers(20260105);
  const seen = new Uint8Array(users);
  let text = `user_id,ts,event,channel,variant,amount${isWide ? ',country,platform,ms' : ''}\n`;
  for (let row = 0; row < rows; ++row) {
    const user = Math.floor(users * random() ** 2.5);
    const exposure = seen[user] === 0;
    seen[user] = 1;
    const time = START + Math.floor(((row + 64 * random()) / (rows + 64)) * DAYS * 86_400_000);
    const event = exposure ? 'exposure' : EVENTS[Math.floor(random() * EVENTS.length)]!;
    const variant = exposure ? arms[user % arms.length]! : '';
    const amount = event === 'purchase' ? (5 + 95 * random() ** 3).toFixed(2) : '';
    const channel = CHANNELS[Math.floor(random() * CHANNELS.length)]!;
    text += `u${user.toString(36).padStart(6, '0')},${new Date(time).toISOString()},${event},${channel},${variant},${amount}${isWide ? more(user, event, random) : ''}\n`;
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
