import { type Json, type JsonObject, isObject } from '../base/json';
import type { Tone } from '../locale/finding';
import type { Language } from '../locale/language';
import type { ValueFormat } from '../notebook/prose-values';
import { liveText } from './live-value';

/** A big number as it is read. */
export interface MetricText {
  readonly label: string | null;
  readonly value: string;
  /** The ends of its interval. */
  readonly interval: string | null;
  readonly compare: {
    readonly label: string | null;
    readonly value: string;
    /** How far the number is from it, relatively; in points where both are shares. Null where that means nothing. */
    readonly change: string | null;
    readonly difference: number | null;
    readonly tone: Tone;
  } | null;
}

/** The parameters of a metric cell as text. */
export function metricText(params: JsonObject, language: Language, zone: string): MetricText {
  const format = (params['format'] ?? null) as ValueFormat | null;
  const unit = typeof params['unit'] === 'string' ? params['unit'] : null;
  const text = (value: Json): string => valueText(value, format, unit, language, zone);
  const { label, value = null, low, high, compare, direction } = params;
  return {
    label: textOrNull(label),
    value: text(value),
    interval:
      typeof low === 'number' && typeof high === 'number'
        ? language.interface.written.metric.interval(text(low), text(high))
        : null,
    compare: isObject(compare)
      ? {
          label: textOrNull(compare['label']),
          value: text(compare['value'] ?? null),
          ...change(value, compare['value'] ?? null, format, direction === 'down', language),
        }
      : null,
  };
}

function valueText(
  value: Json,
  format: ValueFormat | null,
  unit: string | null,
  { numbers }: Language,
  zone: string,
): string {
  if (format === 'money' && typeof value === 'number') return numbers.money(value, unit);
  const text = liveText(value, format, numbers, zone);
  return unit === null || value === null ? text : `${text} ${unit}`;
}

function change(
  value: Json,
  other: Json,
  format: ValueFormat | null,
  downIsGood: boolean,
  { numbers }: Language,
): { readonly change: string | null; readonly difference: number | null; readonly tone: Tone } {
  if (typeof value !== 'number' || typeof other !== 'number') {
    return { change: null, difference: null, tone: 'neutral' };
  }
  const difference = value - other;
  const isGood = downIsGood ? difference < 0 : difference > 0;
  const tone = difference === 0 ? 'neutral' : isGood ? 'good' : 'bad';
  const isShare = format !== null && /^p(ct\d|p1)$/.test(format);
  if (isShare) return { change: numbers.pp(difference, 1), difference, tone };
  return { change: other > 0 ? numbers.lift(difference / other, 1) : null, difference, tone };
}

function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
