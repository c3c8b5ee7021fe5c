import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { withScratch } from '../../base/scratch';
import { numberColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { EventIndex } from '../../events/event-index';
import type { Input } from '../analysis';
import { attribute } from './attribute';
import { type Entered, atExposure } from './entered';
import type { Exposed } from './exposure';
import { measureUnits } from './measure-units';
import type { Covariate, Measured, Totals } from './measured';
import { kindOf } from './metric-kind';
import type { Amount, Metric } from './params';
import {
  type Counted,
  type Source,
  type Span,
  type Steps,
  countedRows,
  daily,
  firstAtTime,
  samples,
  steps,
  tally,
} from './tally';
import { windowOf } from './window';

/** How far a measure reaches. */
export interface Extent {
  /** Epoch ms, exclusive; null when there is none. */
  readonly plannedEnd: number | null;
  /** How long before the exposure arms are compared; 0 for not at all. */
  readonly pastMs: number;
}

/**
 * Measures every exposed user.
 *
 * @throws {Problem} `metric-needs`, `needs-events`, `needs-units`, `needs-times`, `not-in-data`,
 *   `wrong-type`, `not-zero-or-one`
 */
export function measure(
  input: Input,
  who: Entered,
  metric: Metric,
  { plannedEnd, pastMs }: Extent,
  path: string,
): Measured {
  const { events, scope } = input;
  if (events.kind === 'units') return measureUnits(events, who, metric, path);
  if ('column' in metric && metric.column !== undefined) {
    throw new Problem('needs-units', { name: metric.name }, { path: `${path}.column` });
  }
  const window = windowOf(metric, path);
  const span = { ...window, until: Infinity };
  const isOpen = window.toMs === Infinity;
  const closes = isOpen && plannedEnd !== null && plannedEnd < scope.completeThrough;
  return withScratch(() => {
    const sources = sourcesOf(input, metric, path);
    const counted = sources.map((source) => countedRows(events, who, source, span));
    return {
      ...totalsOf(counted, metric, events.time),
      covariates: covariates(events, atExposure(who), metric, sources, path),
      before: before(events, atExposure(who), metric, sources, pastMs),
      steps: isOpen ? growthOf(counted, metric, events.time) : null,
      daily: hasDays(metric) ? counted.map((each) => daily(each, who, events.time)) : null,
      closed: closes ? totals(events, who, metric, sources, { ...span, until: plannedEnd }) : null,
    };
  });
}

function isShare({ type }: Metric): boolean {
  return kindOf(type) === 'rate';
}

/** A quantile has its single values instead. */
function growthOf(counted: readonly Counted[], metric: Metric, time: Float64Array): Steps[] {
  if (metric.type === 'quantile') return [];
  return counted.map((each) => steps(each, time, isShare(metric)));
}

/** Retention is about one stretch of days, a quantile not about users. */
function hasDays({ type }: Metric): boolean {
  return type !== 'retention' && type !== 'quantile';
}

/** What the metric adds up; a ratio has two. */
function sourcesOf(input: Input, metric: Metric, path: string): Source[] {
  switch (metric.type) {
    case 'ratio':
      return [
        amountSource(input, metric.numerator, metric.name, `${path}.numerator`),
        amountSource(input, metric.denominator, metric.name, `${path}.denominator`),
      ];
    case 'mean':
    case 'quantile':
      if (metric.value === undefined && metric.event !== undefined) {
        throw new Problem('metric-needs', { metric: metric.name, needs: 'value' }, { path });
      }
      return [amountSource(input, metric, metric.name, path)];
    default: {
      const { event, where } = metric;
      return [amountSource(input, { event, where }, metric.name, path)];
    }
  }
}

function amountSource(
  { events, scope }: Input,
  { event, where, value, column }: Amount,
  name: string,
  path: string,
): Source {
  if (column !== undefined) throw new Problem('needs-units', { name }, { path: `${path}.column` });
  if (event === undefined) {
    throw new Problem('metric-needs', { metric: name, needs: 'event' }, { path });
  }
  return {
    mask: eventMask(events, { event, where }, scope.timezone, path),
    values: value === undefined ? null : numberColumn(events.columns, value, `${path}.value`),
  };
}

function totals(
  events: EventIndex,
  who: Exposed,
  metric: Metric,
  sources: readonly Source[],
  span: Span,
): Totals {
  const counted = sources.map((source) => countedRows(events, who, source, span));
  return totalsOf(counted, metric, events.time);
}

function totalsOf([above, below]: readonly Counted[], metric: Metric, time: Float64Array): Totals {
  const { value, missing } = tally(above!);
  if (metric.type === 'quantile') {
    return { value, missing, denominator: null, samples: samples(above!, time) };
  }
  if (isShare(metric)) for (let i = 0; i < value.length; ++i) if (value[i]! > 0) value[i] = 1;
  if (below === undefined) return { value, missing, denominator: null, samples: null };
  const denominator = tally(below);
  for (let i = 0; i < missing.length; ++i) missing[i]! += denominator.missing[i]!;
  return { value, missing, denominator: denominator.value, samples: null };
}

function isAdjusted(metric: Metric): boolean {
  if (!('cuped' in metric || 'covariate' in metric)) return false;
  return metric.cuped !== undefined || metric.covariate !== undefined;
}

/** The metric before the exposure, where nothing else tells whether arms were alike. */
function before(
  events: EventIndex,
  who: Exposed,
  metric: Metric,
  sources: readonly Source[],
  pastMs: number,
): Totals | null {
  if (pastMs === 0 || metric.type === 'quantile' || isAdjusted(metric)) return null;
  return totals(events, who, metric, sources, { fromMs: -pastMs, toMs: 0, until: Infinity });
}

/** The same metric before the exposure (`cuped`), and a column of what is known of users (`covariate`). */
function covariates(
  events: EventIndex,
  who: Exposed,
  metric: Metric,
  sources: readonly Source[],
  path: string,
): Covariate[] {
  const list: Covariate[] = [];
  if (!('cuped' in metric || 'covariate' in metric)) return list;
  if (metric.cuped !== undefined) {
    const span = { fromMs: -durationMs(metric.cuped), toMs: 0, until: Infinity };
    const { value, denominator } = totals(events, who, metric, sources, span);
    list.push({ value, denominator, unknown: withoutPast(events, who), isSame: true });
  }
  if (metric.covariate !== undefined) {
    list.push(attribute(events, who, metric.covariate, `${path}.covariate`));
  }
  return list;
}

/** 1 for users of whom nothing at all is known before their exposure. */
function withoutPast({ offsets, time }: EventIndex, who: Exposed): Uint8Array {
  const without = new Uint8Array(who.users.length);
  for (let i = 0; i < without.length; ++i) {
    const start = offsets[who.users[i]!]!;
    if (firstAtTime(time, who.row[i]!, start) === start) without[i] = 1;
  }
  return without;
}
