import { type Json, type JsonObject, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { timeZone } from '../base/time-zone';

/** What a notebook says about itself, defaults filled in. */
export interface Header {
  /** The format's major version. */
  readonly liftbook: number;
  readonly title: string | null;
  /** IANA. */
  readonly timezone: string;
  readonly weekStart: 'monday' | 'sunday';
  readonly locale: 'en' | 'zh-CN' | null;
  readonly run: 'auto' | 'lazy';
  readonly present: JsonObject | null;
  readonly plan: Plan | null;
  /** Groups of fewer users are left out of what is shared. */
  readonly smallestGroup: number;
}

/** The parameters of an analysis as they were frozen before a source was read. */
export interface Plan {
  readonly cell: string;
  /** ISO 8601. */
  readonly at: string;
  /** Of the resolved parameters. */
  readonly sha256: string;
  /** Those parameters; null in a stamp that keeps the hash alone. */
  readonly params: JsonObject | null;
  /** What the segments say that they name, by name; null in a stamp that does not keep them. */
  readonly segments: JsonObject | null;
  /** Results were there when it was made. */
  readonly seen: boolean;
}

/** In the order in which they are written. */
export const HEADER_KEYS: readonly (keyof Header)[] = [
  'liftbook',
  'title',
  'timezone',
  'weekStart',
  'locale',
  'run',
  'present',
  'plan',
  'smallestGroup',
];

/** The header in `value`. What is absent or not of its kind has its default: `schema.ts` says what is wrong with it. */
export function readHeader(value: Json | undefined): Header {
  if (!isObject(value)) return NOTHING_SAID;
  let header = known.get(value);
  if (!header) known.set(value, (header = headerIn(value)));
  return header;
}

/** What was read never changes: an edit of other cells leaves the same header. */
const known = new WeakMap<JsonObject, Header>();

function headerIn(given: JsonObject): Header {
  const { liftbook, title, timezone, weekStart, locale, run, present, plan } = given;
  const { smallestGroup } = given;
  return {
    liftbook: isVersion(liftbook) ? liftbook : 1,
    title: typeof title === 'string' ? title : null,
    timezone: readTimeZone(timezone),
    weekStart: weekStart === 'sunday' ? 'sunday' : 'monday',
    locale: locale === 'en' || locale === 'zh-CN' ? locale : null,
    run: run === 'lazy' ? 'lazy' : 'auto',
    present: isObject(present) ? present : null,
    plan: readPlan(plan),
    smallestGroup: isVersion(smallestGroup) ? smallestGroup : 10,
  };
}

const NOTHING_SAID = headerIn({});

export function isVersion(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function readTimeZone(value: Json | undefined): string {
  if (typeof value !== 'string') return 'UTC';
  try {
    return timeZone(value).name;
  } catch (error) {
    if (error instanceof Problem) return 'UTC';
    throw error;
  }
}

function readPlan(value: Json | undefined): Plan | null {
  if (!isObject(value)) return null;
  const { cell, at, sha256, params, segments, seen } = value;
  if (typeof cell !== 'string' || typeof at !== 'string' || typeof sha256 !== 'string') return null;
  return {
    cell,
    at,
    sha256,
    params: isObject(params) ? params : null,
    segments: isObject(segments) ? segments : null,
    seen: seen === true,
  };
}
