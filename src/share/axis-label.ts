import type { Format } from '../analyses/analysis';
import type { Numbers } from '../locale/numbers';
import { cellText } from './cell-text';
import type { ForestAxis } from './forest';

/** A tick of an interval axis with as few digits as tell the ticks apart: `−20 %`, `0`, `+20 %`. */
export function axisLabel(
  tick: number,
  { from, to }: ForestAxis,
  format: Format,
  numbers: Numbers,
): string {
  if (tick === 0) return '0';
  const step = Math.abs(from === 0 ? to / 2 : to);
  if (format === 'lift') return numbers.lift(tick, decimals(100 * step));
  if (format === 'points') return numbers.pp(tick, decimals(100 * step));
  if (format === 'rate') return numbers.pct(tick, decimals(100 * step));
  if (format === 'signed') return numbers.signed(tick, decimals(step));
  if (format === 'number' || format === 'count') return numbers.num(tick, decimals(step));
  return cellText(tick, format, numbers);
}

/** The fewest decimals, at most 6, that write `step` in full. */
function decimals(step: number): number {
  const isFull = (count: number) => Math.abs(Number(step.toFixed(count)) - step) < 1e-9 * step;
  return [0, 1, 2, 3, 4, 5].find(isFull) ?? 6;
}
