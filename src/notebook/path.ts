import { type Json, isObject } from '../base/json';
import { nearest } from '../base/nearest';
import { Problem, type ProblemData } from '../base/problem';
import { isIdentifier } from './identifier';

/** The way into a value. A number counts from 0; everything else is a key or the name of an element. */
export type Path = readonly (string | number)[];

/** What stands at the end of a path. */
export interface Found {
  readonly value: Json;
  /** Why there is no value, where the object around a null says so. */
  readonly problem: ProblemData | null;
}

/** The keys by which an element of a list is known. */
const NAMES = ['name', 'arm', 'channel', 'cohort'] as const;

const WORD = /[\p{ID_Continue}$]+/uy;
const BRACKET = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/y;

/**
 * The path that `text` writes: identifiers and numbers between dots, `[0]` and `["any text"]`.
 *
 * @throws {Problem} `bad-path` with the column of the first character that does not fit
 */
export function parsePath(text: string): Path {
  const { path, end } = readPath(text, 0);
  if (end < text.length) throw badPath(text, end);
  return path;
}

/**
 * The longest path that starts at the character `from` of `text`, and where it ends.
 *
 * @throws {Problem} `bad-path` when there is none, or it breaks off after a dot or in a bracket
 */
export function readPath(
  text: string,
  from: number,
): { readonly path: Path; readonly end: number } {
  const path: (string | number)[] = [];
  let end = from;
  for (;;) {
    const start = text[end] === '.' && path.length > 0 ? end + 1 : end;
    const isStep = start > end || path.length === 0;
    const word = isStep ? (matchAt(text, start, WORD) ?? '') : '';
    const bracket = start > end ? null : matchAt(text, start, BRACKET);
    if (/^\d+$/.test(word) && path.length > 0) path.push(Number(word));
    else if (isIdentifier(word)) path.push(word);
    else if (bracket !== null && path.length > 0) path.push(bracketed(bracket, text, start));
    else if (isStep || text[start] === '[') throw badPath(text, start);
    else return { path, end };
    end = start + (word.length || bracket!.length);
  }
}

/** `path` as it is written in a notebook: `metrics[0].event`, `models["last-non-direct"]`. */
export function formatPath(path: Path): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`;
      if (!isIdentifier(segment)) return `[${JSON.stringify(segment)}]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join('');
}

/**
 * What stands at `path` inside `value`. On a list a segment picks the element whose `name`, `arm`,
 * `channel` or `cohort` equals it, else the one at that index. Below a null everything is null,
 * with the reason that stands beside it.
 *
 * @throws {Problem} `not-at-path` with the segment that fits nothing, what there is, and the nearest
 */
export function lookup(value: Json, path: Path): Found {
  let found: Found = { value, problem: null };
  for (const [index, segment] of path.entries()) {
    if (found.value === null) return found;
    const inner = step(found.value, segment);
    if (inner === undefined) throw notAtPath(found.value, path, index);
    found = { value: inner, problem: inner === null ? reasonIn(found.value) : null };
  }
  return found;
}

/**
 * Position of the element of a list that `segment` picks: the one whose `name`, `arm`, `channel` or
 * `cohort` equals it, else the one at that index; −1 where there is none.
 */
export function elementIndex(list: readonly Json[], segment: string | number): number {
  const named = list.findIndex((element) => namesOf(element).includes(String(segment)));
  if (named >= 0) return named;
  return typeof segment === 'number' && segment < list.length ? segment : -1;
}

function matchAt(text: string, from: number, pattern: RegExp): string | null {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? null;
}

function bracketed(bracket: string, text: string, start: number): string | number {
  try {
    return JSON.parse(bracket.slice(1, -1)) as string | number;
  } catch {
    throw badPath(text, start);
  }
}

function badPath(text: string, at: number): Problem {
  return new Problem(
    'bad-path',
    { path: text, found: text.slice(at, at + 12) },
    { column: at + 1 },
  );
}

function step(value: Json, segment: string | number): Json | undefined {
  if (Array.isArray(value)) return value[elementIndex(value, segment)] as Json | undefined;
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** Results put a `problem` beside the numbers that could not be computed. */
function reasonIn(value: Json): ProblemData | null {
  if (!isObject(value) || !isObject(value['problem'])) return null;
  return value['problem'] as unknown as ProblemData;
}

/** The name that an element of a list is picked by, where it has one. */
export function nameOf(element: Json): string | null {
  return namesOf(element)[0] ?? null;
}

function namesOf(element: Json): readonly string[] {
  if (!isObject(element)) return [];
  return NAMES.filter((key) => Object.hasOwn(element, key)).map((key) => String(element[key]));
}

function notAtPath(value: Json, path: Path, index: number): Problem {
  const name = String(path[index]);
  const known = Array.isArray(value)
    ? value.flatMap(namesOf)
    : isObject(value)
      ? Object.keys(value)
      : [];
  const count = Array.isArray(value) ? value.length : null;
  const around = formatPath(path.slice(0, index));
  return new Problem('not-at-path', { name, around, known, count, near: nearest(name, known) });
}
