import { type Json, type JsonObject, isObject } from '../base/json';
import type { Numbers } from '../locale/numbers';
import type { ValueFormat } from '../notebook/prose-values';
import { liveText } from './live-value';

/** What an input is set to, behind its label: numbers as they were typed unless it has a format, ranges by their ends. */
export function inputText(
  { label, value = null, format = null }: JsonObject,
  numbers: Numbers,
  zone: string,
): string {
  const name = typeof label === 'string' && label !== '' ? `${label}: ` : '';
  const text = (each: Json): string =>
    liveText(each, (format as ValueFormat | null) ?? typed(each), numbers, zone);
  return name + (isObject(value) ? Object.values(value).map(text).join(' – ') : text(value));
}

function typed(value: Json): ValueFormat | null {
  return typeof value === 'number' ? 'text' : null;
}
