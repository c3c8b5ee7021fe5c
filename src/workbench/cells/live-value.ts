import type { Json } from '../../base/json';
import { durationMs } from '../../base/duration';
import type { Numbers } from '../../locale/numbers';
import { cellText } from '../results/cell-text';

/** What stands between `{{` and `}}`: a path into the notebook's values, and how to write what is there. */
export interface LiveReference {
  readonly path: string;
  /** Null: as it is. */
  readonly format: string | null;
}

/** Splits `path | format` at the last bar outside of quotes. */
export function liveReference(text: string): LiveReference {
  const [, path, format] = /^((?:[^"|]|"(?:[^"\\]|\\.)*")*)(?:\|\s*(\w+)\s*)?$/.exec(text) ?? [];
  return { path: (path ?? text).trim(), format: format ?? null };
}

/**
 * `value` in one of the formats of the notebook's contract: `int`, `num0`–`num4`, `pct0`–`pct2`,
 * `pp1`, `p`, `money`, `date`, `duration`, `text`. Null gives `–`; a format nobody knows gives null.
 */
export function liveText(
  value: Json,
  format: string | null,
  numbers: Numbers,
  zone: string,
): string | null {
  if (value === null) return '–';
  if (format === null || format === 'text') return plainText(value, numbers);
  if (format === 'date') return cellText(scalar(value), 'date', numbers, { zone });
  if (format === 'duration' && typeof value === 'string')
    return numbers.duration(durationMs(value));
  const write = writer(format, numbers);
  if (!write) return null;
  return typeof value === 'number' ? write(value) : plainText(value, numbers);
}

function writer(format: string, n: Numbers): ((value: number) => string) | null {
  const [, name, digits] = /^([a-z]+?)(\d)?$/.exec(format) ?? [];
  const count = digits === undefined ? undefined : Number(digits);
  switch (name) {
    case 'int':
      return n.int;
    case 'num':
      return (value) => n.num(value, count);
    case 'pct':
      return (value) => n.pct(value, count);
    case 'pp':
      return (value) => n.pp(value, count);
    case 'p':
      return n.p;
    case 'money':
      return (value) => n.money(value, null);
    case 'duration':
      return n.duration;
    default:
      return null;
  }
}

function plainText(value: Json, numbers: Numbers): string {
  if (typeof value === 'number') return numbers.num(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function scalar(value: Json): string | number | boolean | null {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
