import { areInstants } from '../base/instant';
import type { CodeAnswer, MadeColumn } from './code';

/** What a notebook may keep of one run. */
export const MOST = {
  ...{ rows: 20_000_000, columns: 500, characters: 1_000_000, levels: 100 },
  ...{ message: 500, name: 1_000 },
};

const KINDS = {
  number: Float64Array,
  time: Float64Array,
  text: Int32Array,
  flag: Int8Array,
} as const;

/**
 * The answer that came out of a room, or null when it is none. Foreign code may have made it: it is
 * looked at part by part, and nothing but plain columns, text and numbers is taken over.
 */
export function checkedAnswer(data: unknown): CodeAnswer | null {
  if (!isRecord(data)) return null;
  const { type, rows, columns, json, found, message } = data;
  switch (type) {
    case 'nothing':
      return { type };
    case 'odd':
      return typeof found === 'string' ? { type, found: found.slice(0, 40) } : null;
    case 'value':
      return typeof json === 'string' ? { type, json } : null;
    case 'threw': {
      if (typeof message !== 'string') return null;
      const place = { line: placeNumber(data['line']), column: placeNumber(data['column']) };
      return { type, message: message.slice(0, MOST.message), ...place };
    }
    case 'table': {
      if (!isCount(rows) || !Array.isArray(columns)) return null;
      const checked = checkedColumns(columns, rows);
      return checked && { type, rows, columns: checked };
    }
    default:
      return null;
  }
}

/** Stops at the first that is none: a list may say that it is endless and hold nothing. */
function checkedColumns(columns: readonly unknown[], rows: number): readonly MadeColumn[] | null {
  const checked = new Map<string, MadeColumn>();
  for (let at = 0; at < columns.length; ++at) {
    const column = checkedColumn(columns[at], rows);
    if (column === null || checked.has(column.name)) return null;
    checked.set(column.name, column);
  }
  return [...checked.values()];
}

function checkedColumn(data: unknown, rows: number): MadeColumn | null {
  if (!isRecord(data)) return null;
  const { kind, name, values, codes } = data;
  if (typeof name !== 'string' || name.length > MOST.name || !isKind(kind)) return null;
  const numbers = kind === 'text' ? codes : values;
  if (!(numbers instanceof KINDS[kind]) || numbers.length !== rows) return null;
  if (kind === 'text') return checkedText(name, values, numbers as Int32Array);
  if (kind === 'flag') return { name, kind, values: numbers as Int8Array };
  const floats = numbers as Float64Array;
  if (kind === 'number') return { name, kind, values: floats };
  return areInstants(floats) ? { name, kind, values: floats, dateOnly: false } : null;
}

function checkedText(name: string, values: unknown, codes: Int32Array): MadeColumn | null {
  if (!Array.isArray(values) || values.length > codes.length) return null;
  // `find` also visits what is missing from a list, which `every` goes by.
  if (values.findIndex((each) => typeof each !== 'string') >= 0) return null;
  const areInside = codes.every((code) => code >= -1 && code < values.length);
  return areInside ? { name, kind: 'text', values, codes } : null;
}

function isKind(kind: unknown): kind is keyof typeof KINDS {
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function placeNumber(value: unknown): number | null {
  return isCount(value) && value > 0 ? value : null;
}
