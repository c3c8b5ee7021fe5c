import type { Json } from '../base/json';
import { durationMs } from '../base/duration';
import type { Numbers } from '../locale/numbers';
import type { ValueFormat } from '../notebook/prose-values';
import { cellText } from './cell-text';

/** `value` as prose prints it: null is `–`, and a format for numbers leaves everything else as it is. */
export function liveText(
  value: Json,
  format: ValueFormat | null,
  numbers: Numbers,
  zone: string,
): string {
  if (value === null) return '–';
  if (format === 'date') return cellText(scalar(value), 'date', numbers, { zone });
  if (format === 'duration') {
    if (typeof value === 'number') return numbers.duration(value);
    if (isDuration(value)) return numbers.duration(durationMs(value));
  }
  if (typeof value !== 'number') return String(scalar(value));
  return numberText(value, format === 'duration' ? null : format, numbers);
}

type NumberFormat = Exclude<ValueFormat, 'date' | 'duration'>;

function numberText(value: number, format: NumberFormat | null, n: Numbers): string {
  switch (format) {
    case null:
      return n.num(value);
    case 'text':
      return String(value);
    case 'int':
      return n.int(value);
    case 'p':
      return n.p(value);
    case 'money':
      return n.money(value, null);
    case 'pp1':
      return n.pp(value, 1);
    case 'pct0':
    case 'pct1':
    case 'pct2':
      return n.pct(value, Number(format.at(-1)));
    default:
      return n.num(value, Number(format.at(-1)));
  }
}

function isDuration(value: Json): value is string {
  return typeof value === 'string' && /^\d+(\.\d+)?[smhdw]$/.test(value);
}

function scalar(value: Json): string | number | boolean | null {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
