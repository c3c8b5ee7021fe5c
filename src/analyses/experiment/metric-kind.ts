import type { Format } from '../analysis';
import type { MetricResult, MetricType } from './result';

/** Whether users did something or not, or how much each did. */
export type MetricKind = 'rate' | 'mean';

export function kindOf(type: MetricType): MetricKind {
  return type === 'proportion' || type === 'retention' ? 'rate' : 'mean';
}

/** How the metric itself and a difference of it are written. */
export function formatsOf({ type, unit }: MetricResult): {
  readonly value: Format;
  readonly difference: Format;
} {
  if (unit) return { value: 'money', difference: 'money-change' };
  return kindOf(type) === 'rate'
    ? { value: 'rate', difference: 'points' }
    : { value: 'number', difference: 'signed' };
}
