import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { ColumnValues } from './dataset';
import { readTime, timeReading } from './time-bytes';

export type WhereValue = string | number | boolean | null;

/** Tests that are all true. */
export interface WhereTests {
  readonly '>='?: string | number | undefined;
  readonly '>'?: string | number | undefined;
  readonly '<='?: string | number | undefined;
  readonly '<'?: string | number | undefined;
  readonly '!='?: WhereValue | undefined;
  /** Part of a text, in any case of letters. */
  readonly contains?: string | undefined;
  /** Whether there is a value. */
  readonly exists?: boolean | undefined;
}

/** What a row must hold: for each column a value, one of several, or tests. */
export type Where = Readonly<Record<string, WhereValue | readonly WhereValue[] | WhereTests>>;

/** Columns by name. */
export interface WhereColumns {
  readonly names: readonly string[];
  get(name: string): ColumnValues | undefined;
}

export interface WhereSetting {
  /** JSON path of the filter, for problems. */
  readonly path: string;
  /** The instant of a wall time, for times without a zone; as in UTC when absent. */
  readonly instant?: (wall: number) => number;
}

/** What a test does with one cell: a number, an instant, 0 or 1, or a text. */
type Test<T> = (value: T) => boolean;

/**
 * For each of the rows `[from, to)`, 1 where every column passes its tests. A column compares with
 * values of its own kind: texts with their case (`contains` without), times with ISO 8601. A missing
 * value fails every test but `"exists": false`.
 *
 * @throws {Problem} `not-in-data` for a name that is no column, `wrong-comparison` for a value of
 *   another kind
 */
export function rowMask(
  columns: WhereColumns,
  where: Where,
  from: number,
  to: number,
  setting: WhereSetting,
): Uint8Array<ArrayBuffer> {
  const mask = new Uint8Array(to - from).fill(1);
  for (const [name, condition] of Object.entries(where)) {
    const at = { path: pathTo(setting.path, name) };
    const column = columns.get(name);
    if (!column) {
      const { names } = columns;
      const near = nearest(name, names);
      throw new Problem('not-in-data', { what: 'column', name, known: names, near }, at);
    }
    const tests = testsOf(condition);
    if (column.kind === 'text')
      maskTexts(mask, column, from, textTest(name, tests, at), tests.exists);
    else
      maskNumbers(
        mask,
        column,
        from,
        numberTest(name, column.kind, tests, at, setting),
        tests.exists,
      );
  }
  return mask;
}

interface Tests extends WhereTests {
  readonly oneOf?: readonly WhereValue[];
}

function testsOf(condition: Where[string]): Tests {
  if (Array.isArray(condition)) return { oneOf: condition as readonly WhereValue[] };
  if (typeof condition === 'object' && condition !== null) return condition as WhereTests;
  return { oneOf: [condition] };
}

function maskTexts(
  mask: Uint8Array,
  { values, codes }: Extract<ColumnValues, { kind: 'text' }>,
  from: number,
  test: Test<string>,
  exists: boolean | undefined,
): void {
  const missing = exists === false ? 1 : 0;
  const passes = Uint8Array.from(values, (text) => (exists !== false && test(text) ? 1 : 0));
  for (let i = 0; i < mask.length; ++i) {
    const code = codes[from + i]!;
    mask[i]! &= code < 0 ? missing : passes[code]!;
  }
}

function maskNumbers(
  mask: Uint8Array,
  { kind, values }: Exclude<ColumnValues, { kind: 'text' }>,
  from: number,
  test: Test<number>,
  exists: boolean | undefined,
): void {
  const missing = exists === false ? 1 : 0;
  for (let i = 0; i < mask.length; ++i) {
    if (mask[i] === 0) continue;
    const value = values[from + i]!;
    if (kind === 'flag' ? value < 0 : Number.isNaN(value)) mask[i] = missing;
    else mask[i] = exists !== false && test(value) ? 1 : 0;
  }
}

function textTest(name: string, tests: Tests, at: { path: string }): Test<string> {
  const read = (value: WhereValue): string => {
    if (typeof value === 'string') return value;
    throw wrong(name, 'text', value, at);
  };
  const part = tests.contains?.toLowerCase();
  const compare = comparison(tests, read);
  return (text) => compare(text) && (part === undefined || text.toLowerCase().includes(part));
}

function numberTest(
  name: string,
  kind: 'number' | 'time' | 'flag',
  tests: Tests,
  at: { path: string },
  { instant }: WhereSetting,
): Test<number> {
  if (tests.contains !== undefined) throw wrong(name, kind, tests.contains, at);
  return comparison(tests, (value) => {
    if (kind === 'number' && typeof value === 'number') return value;
    if (kind === 'flag' && typeof value === 'boolean') return value ? 1 : 0;
    const time = kind === 'time' && typeof value === 'string' ? instantOf(value, instant) : NaN;
    if (Number.isNaN(time)) throw wrong(name, kind, value, at);
    return time;
  });
}

/** All that texts and numbers can be asked alike. */
function comparison<T extends string | number>(
  tests: Tests,
  read: (value: WhereValue) => T,
): Test<T> {
  const { oneOf, '>=': least, '>': above, '<=': most, '<': below, '!=': not } = tests;
  const all: Test<T>[] = [];
  if (oneOf) {
    const wanted = new Set(oneOf.map(read));
    all.push((value) => wanted.has(value));
  }
  const bound = (limit: WhereValue | undefined, test: (value: T, limit: T) => boolean) => {
    if (limit === undefined) return;
    const wanted = read(limit);
    all.push((value) => test(value, wanted));
  };
  bound(least, (value, limit) => value >= limit);
  bound(above, (value, limit) => value > limit);
  bound(most, (value, limit) => value <= limit);
  bound(below, (value, limit) => value < limit);
  bound(not, (value, limit) => value !== limit);
  return (value) => all.every((test) => test(value));
}

/** Epoch milliseconds of an ISO time, a date standing for its start; NaN of anything else. */
function instantOf(text: string, instant = (wall: number) => wall): number {
  const bytes = new TextEncoder().encode(text);
  const value = new Float64Array(1);
  const end = readTime(bytes, 0, bytes.length, value, 0, timeReading(instant));
  return end === bytes.length ? value[0]! : NaN;
}

function wrong(name: string, expected: string, found: WhereValue, at: { path: string }): Problem {
  return new Problem('wrong-comparison', { name, expected, found: JSON.stringify(found) }, at);
}

function pathTo(path: string, name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)
    ? `${path}.${name}`
    : `${path}[${JSON.stringify(name)}]`;
}
