import { Problem } from '../../base/problem';
import type { RetentionParams } from './params';

/** A column of the table: the periods after the start whose returns it counts. Period 0 is that of the start. */
export interface Span {
  /** The period it is named after, or the number of the bracket, from 1. */
  readonly offset: number;
  /** `[from, to)`, the end possibly Infinity. */
  readonly from: number;
  readonly to: number;
  /** How many periods, the starting one included, must be over before it is known. */
  readonly needs: number;
}

/**
 * The columns that the parameters ask for, in order.
 *
 * @throws {Problem} `missing-key` for brackets without sizes
 * @throws {Problem} `horizon-too-short` when it ends before the last column begins
 */
export function spansOf(params: RetentionParams): Span[] {
  const { mode, periods, brackets, value, horizon = periods - 1 } = params;
  if (mode === 'brackets') return bracketSpans(brackets);
  const offsets = Array.from({ length: periods }, (_, offset) => offset);
  switch (mode) {
    case 'on':
    case 'streak':
      return offsets.map((k) => ({ offset: k, from: k, to: k + 1, needs: k + 1 }));
    case 'on-or-before': {
      const from = value === undefined ? 1 : 0;
      return offsets.map((k) => ({ offset: k, from, to: k + 1, needs: k + 1 }));
    }
    case 'on-or-after': {
      if (horizon === null) {
        return offsets.map((k) => ({ offset: k, from: k, to: Infinity, needs: k + 1 }));
      }
      if (horizon < periods - 1) {
        throw new Problem(
          'horizon-too-short',
          { horizon, least: periods - 1 },
          { path: 'horizon' },
        );
      }
      const end = horizon + 1;
      return offsets.map((k) => ({ offset: k, from: k, to: end, needs: end }));
    }
  }
}

/** Sizes 1, 3, 7 are the periods 1, 2 to 4, and 5 to 11. */
function bracketSpans(sizes: readonly number[] | undefined): Span[] {
  if (sizes === undefined) {
    throw new Problem(
      'missing-key',
      { name: 'brackets', expected: ['array'] },
      { path: 'brackets' },
    );
  }
  let from = 1;
  return sizes.map((size, i) => {
    const span = { offset: i + 1, from, to: from + size, needs: from + size };
    from += size;
    return span;
  });
}

/** The number of a column's period, or of its first and last one. */
export function spanLabel(
  { offset, from, to }: Span,
  { mode }: Pick<RetentionParams, 'mode'>,
): string {
  if (mode !== 'brackets') return String(offset);
  return to - from === 1 ? String(from) : `${from}–${to - 1}`;
}

/** Whether a column is 1 by definition: that of the start itself, where users are counted. */
export function isStartSpan({ offset }: Span, { value }: Pick<RetentionParams, 'value'>): boolean {
  return offset === 0 && value === undefined;
}
