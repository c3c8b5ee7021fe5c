import {
  type ColumnBuilder,
  FlagBuilder,
  NoBuilder,
  NumberBuilder,
  TextBuilder,
  TimeBuilder,
  larger,
} from './column-builder';
import type { Guess } from './csv-layout';
import { Dictionary, type Oddity } from './dictionary';
import type { RawValues } from './raw-table';
import { timeReading } from './time-bytes';

/** @param odd  told of what is wrong with a text */
export function builderOf(
  kind: Guess['kind'] | 'none',
  instant: (wall: number) => number,
  odd: (oddity: Oddity) => void,
): ColumnBuilder {
  switch (kind) {
    case 'number':
      return new NumberBuilder();
    case 'time':
      return new TimeBuilder(timeReading(instant));
    case 'flag':
      return new FlagBuilder();
    case 'text':
      return new TextBuilder(new Dictionary(odd));
    case 'none':
      return new NoBuilder();
  }
}

/** Whether a column is of its builder's kind, a few unreadable cells apart. */
export function stands(builder: ColumnBuilder, rows: number): boolean {
  if (!('misfits' in builder) || builder.misfits.count === 0) return true;
  if (builder.kind === 'flag') return false;
  let filled = builder.misfits.count;
  for (let row = 0; row < rows; ++row) if (!Number.isNaN(builder.values[row])) ++filled;
  return builder.misfits.areFew(filled);
}

/** What a column that does not stand seemed to be. */
export function almostOf(failed: ColumnBuilder | undefined): Guess['almost'] {
  if (failed?.kind !== 'number' && failed?.kind !== 'time') return undefined;
  const { onlyText, row, spellings } = failed.misfits;
  return onlyText ? undefined : { kind: failed.kind, row, found: spellings[0]! };
}

export function rawValues(
  builder: ColumnBuilder,
  rows: number,
  almost: Guess['almost'],
): RawValues {
  switch (builder.kind) {
    case 'number':
      return { kind: 'number', values: larger(builder.values, rows), misfits: builder.misfits };
    case 'time': {
      const { shapes, misfits } = builder;
      return { kind: 'time', values: larger(builder.values, rows), shapes, misfits };
    }
    case 'flag':
      return { kind: 'flag', values: larger(builder.values, rows) };
    case 'text': {
      const text = { values: builder.dictionary.values(), codes: larger(builder.codes, rows) };
      return { kind: 'text', origin: 'spelled', ...text, ...(almost && { almost }) };
    }
    case 'none':
      throw new RangeError('rawValues: this pass did not read the column');
  }
}
