import type { Tone } from '../locale/finding';
import type { Value } from './cell-text';

/** The sign before a check. */
export const CHECK_SYMBOLS: Readonly<Record<Tone, string>> = {
  good: '✓',
  warn: '!',
  bad: '✕',
  neutral: '·',
};

/** A sign that says what the colour of `tone` says: which way a number went, else a mark. */
export function toneSymbol(tone: Tone, value: Value): string {
  if (tone === 'neutral') return '';
  if (tone === 'warn') return '!';
  if (typeof value === 'number' && value !== 0) return value > 0 ? '▲' : '▼';
  return tone === 'good' ? '✓' : '✕';
}
