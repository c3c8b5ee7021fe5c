import type { Format, TableColumn } from '../analyses/analysis';
import type { Row } from './cell-text';

/** One row of a forest plot, in the unit of the axis; null is not there. */
export interface Interval {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly outerLow?: number | null;
  readonly outerHigh?: number | null;
  /** A line to compare with. */
  readonly mark?: number | null;
}

/** The axis that all rows share. */
export interface ForestAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** A piece of an interval inside the axis, and whether an end had to be cut. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly cutLow: boolean;
  readonly cutHigh: boolean;
}

const SIGNED: readonly Format[] = ['lift', 'points', 'signed', 'money-change'];

/** Room at both ends of a drawn axis for a point that stands on it, in pixels. */
export const PAD = 6;

/** A row this many times wider than the usual one is cut rather than let squeeze the others. */
const WIDEST = 3;

/** The interval that `column` draws in `row`. */
export function intervalOf({ key, interval }: TableColumn, row: Row): Interval {
  const at = (name: string | undefined): number | null => {
    const value = name === undefined ? null : row[name];
    return typeof value === 'number' ? value : null;
  };
  return {
    estimate: at(key),
    low: at(interval?.low),
    high: at(interval?.high),
    outerLow: at(interval?.outerLow),
    outerHigh: at(interval?.outerHigh),
    mark: at(interval?.mark),
  };
}

/** Whether the interval lies on one side of zero. */
export function isClear({ low, high }: Interval): boolean {
  return low !== null && high !== null && low * high > 0;
}

/**
 * An axis for the intervals of one column. Changes have zero in the middle; other numbers start at
 * zero. It reaches the 98th percentile of the ends of the inner intervals, though at most three
 * times their median, rounded up to one or two digits; what reaches further is cut. Null when no row
 * has an interval.
 */
export function forestAxis(rows: readonly Interval[], format: Format): ForestAxis | null {
  const ends = rows
    .flatMap(({ low, high }) => [low, high])
    .filter((end) => typeof end === 'number')
    .map(Math.abs)
    .filter((end) => end > 0)
    .sort((a, b) => a - b);
  if (ends.length === 0) return null;
  const reach = roundUp(Math.min(at(ends, 0.98), WIDEST * at(ends, 0.5)));
  const isSigned = SIGNED.includes(format) || rows.some(({ low }) => (low ?? 0) < 0);
  return isSigned
    ? { from: -reach, to: reach, ticks: [-reach, 0, reach] }
    : { from: 0, to: reach, ticks: [0, reach / 2, reach] };
}

/** Where `[low, high]` lies on the axis, as fractions of its length; null when there is nothing to draw. */
export function spanOn(
  axis: ForestAxis,
  low: number | null | undefined,
  high: number | null | undefined,
): Span | null {
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return {
    from: clamp(fraction(axis, low)),
    to: clamp(fraction(axis, high)),
    cutLow: low < axis.from,
    cutHigh: high > axis.to,
  };
}

/** Where `value` lies on the axis as a fraction of its length; null when it lies outside. */
export function pointOn(axis: ForestAxis, value: number | null | undefined): number | null {
  if (typeof value !== 'number') return null;
  const place = fraction(axis, value);
  return place >= 0 && place <= 1 ? place : null;
}

function fraction({ from, to }: ForestAxis, value: number): number {
  return (value - from) / (to - from);
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place));
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find(
    (each) => each * power >= value * (1 - 1e-9),
  )!;
  return step * power;
}
