import type { ProblemArgs, ProblemCode, ProblemData } from '../base/problem';
import { type Column, type ColumnValues, type TextColumn, missingCells } from './dataset';
import { epochUnit, isNamedLikeATime, spelledDays } from './epoch';
import type { FormatOptions } from './format';
import type { Misfits } from './misfits';
import { isNothing } from './missing-spellings';
import type { RawColumn, RawTable } from './raw-table';
import { type TextKind, kindOfTexts } from './text-kind';
import { DATE, ZONED } from './time-bytes';

/** What the columns of a file are to be settled by. */
export interface SettleRules {
  readonly format: FormatOptions;
  /** The instant of a wall time of the file's zone. */
  readonly instant: (wall: number) => number;
}

type Warn = (code: ProblemCode, args: ProblemArgs, row?: number) => void;
type RawText = Extract<RawColumn, { readonly kind: 'text' }>;
type TypedValues = Exclude<ColumnValues, TextColumn>;

/**
 * Decides what the columns of a table are, over all their cells and by the same rules for every
 * format: spelled texts that are numbers, times or flags become such, numbers that are epoch times become
 * times, and what stands for nothing becomes missing.
 */
export function settled(
  table: RawTable,
  rules: SettleRules,
): { readonly columns: Column[]; readonly warnings: ProblemData[] } {
  const warnings = [...table.warnings];
  const columns = table.columns.map((raw) =>
    settledColumn(raw, rules, (code, args, row = -1) => {
      const line = table.lineOf(row);
      const at = line === undefined ? {} : { at: { line } };
      warnings.push({ code, args: { column: raw.name, ...args }, ...at });
    }),
  );
  return { columns, warnings };
}

function settledColumn(raw: RawColumn, rules: SettleRules, warn: Warn): Column {
  switch (raw.kind) {
    case 'number': {
      const times = isNamedLikeATime(raw.name) ? timesOf(raw.values, rules.instant) : null;
      return typed(raw.name, times ?? raw, raw.misfits, warn);
    }
    case 'time':
      return typed(raw.name, timeValues(raw.values, raw.shapes, warn), raw.misfits, warn);
    case 'flag':
      return typed(raw.name, raw, undefined, warn);
    case 'text':
      return settledText(raw, rules, warn);
  }
}

/** Numbers that spell days, or count from 1970. */
function timesOf(numbers: Float64Array, instant: (wall: number) => number): TypedValues | null {
  const days = spelledDays(numbers);
  const atZone = (day: number): number => (Number.isNaN(day) ? NaN : instant(day));
  if (days) return { kind: 'time', values: days.map(atZone), dateOnly: true };
  const unit = epochUnit(numbers);
  if (unit === null) return null;
  return { kind: 'time', values: numbers.map((value) => value * unit), dateOnly: false };
}

function settledText(raw: RawText, { format, instant }: SettleRules, warn: Warn): Column {
  const found = kindOfTexts(raw, format, instant);
  if (found && 'kind' in found) {
    return typed(raw.name, valuesOf(found, raw.codes, warn), found.misfits, warn);
  }
  if (found)
    warn(found.code, { found: found.found }, raw.codes.indexOf(raw.values.indexOf(found.found)));
  else if (raw.almost)
    warn('mixed-column', { kind: raw.almost.kind, found: raw.almost.found }, raw.almost.row);
  const text = { kind: 'text', ...withoutNothing(raw) } as const;
  return { name: raw.name, ...text, missing: missingCells(text), unreadable: 0 };
}

function valuesOf({ kind, byCode, shapes }: TextKind, codes: Int32Array, warn: Warn): TypedValues {
  if (kind === 'flag') {
    const flags = new Int8Array(codes.length);
    for (let row = 0; row < codes.length; ++row) {
      const flag = byCode[codes[row]!] ?? NaN;
      flags[row] = Number.isNaN(flag) ? -1 : flag;
    }
    return { kind, values: flags };
  }
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; ++row) values[row] = byCode[codes[row]!] ?? NaN;
  return kind === 'number' ? { kind, values } : timeValues(values, shapes, warn);
}

function timeValues(values: Float64Array, shapes: number, warn: Warn): TypedValues {
  if ((shapes & ZONED) !== 0 && shapes !== ZONED) warn('mixed-zones', {});
  return { kind: 'time', values, dateOnly: shapes === DATE };
}

function typed(
  name: string,
  column: TypedValues,
  misfits: Misfits | undefined,
  warn: Warn,
): Column {
  const missing = missingCells(column);
  const unreadable = misfits?.count ?? 0;
  if (misfits && unreadable > 0) {
    const args = { kind: column.kind, count: unreadable, found: misfits.spellings };
    warn('unreadable-cells', args, misfits.row);
  }
  return { name, ...bare(column), missing: missing - unreadable, unreadable };
}

/** Only what belongs to a column; its reader's notes stay behind. */
function bare(column: TypedValues): TypedValues {
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: column.values };
    case 'time':
      return { kind: 'time', values: column.values, dateOnly: column.dateOnly };
    case 'flag':
      return { kind: 'flag', values: column.values };
  }
}

/** Without the texts that stand for nothing, if there are any. */
function withoutNothing({ values, codes, origin }: RawText): Pick<TextColumn, 'values' | 'codes'> {
  const isMissing = origin === 'spelled' ? isNothing : (text: string) => text === '';
  const kept = values.filter((text) => !isMissing(text));
  if (kept.length === values.length) return { values, codes };
  let next = 0;
  const renumbered = values.map((text) => (isMissing(text) ? -1 : next++));
  const left = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; ++row) left[row] = renumbered[codes[row]!] ?? -1;
  return { values: kept, codes: left };
}
