import { Problem } from '../../base/problem';
import { type Calendar, calendar } from '../../events/calendar';
import { periodStart } from '../../events/period-start';
import type { Scope } from '../analysis';
import type { Counts } from './counts';
import { decomposed } from './decomposition';
import { BAND, SEASON, noiseOf } from './noise';
import { metricEvents } from './metric-events';
import type { MonitorMetric, MonitorParams } from './params';
import type { MonitorResult, MonitorRow, Move, Noise } from './result';
import { type JudgedRule, judgedRules, ruleResult } from './rules';
import { type AllSeries, seriesOf, valuesOf } from './series';

/** More rows than this nobody reads, and no chart shows. */
const MOST_ROWS = 3_000;

/** Changes that are taken apart, the latest ones. */
const MOST_MOVES = 12;

/**
 * The result of a monitor from the counts of all users.
 *
 * @throws {Problem} `nothing-to-count` when no row counts, `too-many-periods` beyond 3,000 rows
 */
export function infer(counts: Counts, params: MonitorParams, scope: Scope): MonitorResult {
  const { metric, period } = params;
  const dates = calendar(scope.timezone, scope.weekStart);
  const series = seriesOf(counts);
  // Amounts that come to 0 are counted all the same.
  if (series.groups.length === 0 && counts.above.cells.length === 0) {
    throw new Problem('nothing-to-count', { event: metricEvents(metric) }, { path: 'metric' });
  }
  const values = valuesOf(series.whole, metric.type);
  const span = spanOf(counts, params, scope, dates);
  const judged = values.map((value, i) => (i < span.from || i >= span.to ? null : value));
  const complete = judged.slice(span.from, span.to);
  const noise = noiseOf(complete, period, metric.type);
  const rules = judgedRules(complete, params, noise, span.from);
  const starts = Array.from(counts.edges.subarray(0, -1), (ms) => periodStart(dates, period, ms));
  const shown = { starts, from: span.shownFrom, to: span.shownTo };
  const around = { counts, scope, metric, series, values, noise, rules, span, starts };
  return {
    metric: { name: metric.name ?? null, type: metric.type, unit: unitOf(metric, scope) },
    period,
    dataStart: dates.date(counts.first),
    rows: rowsOf(around, params, dates),
    noise,
    rules: rules.map((rule) => ruleResult(rule, shown)),
    moves: params.breakdown || span.to - span.from > 1 ? movesOf(around, params) : [],
    missing: counts.missing,
  };
}

/** Which periods are judged, and which are shown. */
interface Span {
  /** Complete periods, half-open: those before a range are looked back at. */
  readonly from: number;
  readonly to: number;
  readonly shownFrom: number;
  readonly shownTo: number;
}

interface Around {
  readonly counts: Counts;
  readonly scope: Scope;
  readonly metric: MonitorMetric;
  readonly series: AllSeries;
  readonly values: readonly (number | null)[];
  readonly noise: Noise;
  readonly rules: readonly JudgedRule[];
  readonly span: Span;
  readonly starts: readonly string[];
}

function spanOf(
  { edges, first }: Counts,
  { period }: MonitorParams,
  { range, completeThrough }: Scope,
  dates: Calendar,
): Span {
  const isWhole = period === 'hour' || period === 'day' || dates.start('day', first) === edges[0]!;
  const last = Math.min(completeThrough, range?.to ?? Infinity);
  const count = (test: (i: number) => boolean) => {
    let i = 0;
    while (i < edges.length - 1 && test(i)) ++i;
    return i;
  };
  const shownFrom = count((i) => edges[i]! < (range?.from ?? -Infinity));
  const shownTo = count((i) => edges[i]! < last);
  if (shownTo - shownFrom > MOST_ROWS) {
    const args = { period, from: dates.date(edges[shownFrom]!), to: dates.date(last) };
    throw new Problem('too-many-periods', { ...args, most: MOST_ROWS }, { path: 'period' });
  }
  const isOver = (i: number) => edges[i + 1]! <= completeThrough && edges[i]! < last;
  return { from: isWhole ? 0 : 1, to: count(isOver), shownFrom, shownTo };
}

function rowsOf(around: Around, { period }: MonitorParams, dates: Calendar): MonitorRow[] {
  const { span, starts, values, series, counts } = around;
  const { above, below } = series.whole;
  const rows: MonitorRow[] = [];
  for (let i = span.shownFrom; i < span.shownTo; ++i) {
    const start = starts[i]!;
    if (i < span.from || i >= span.to) {
      const problem =
        i < span.from
          ? new Problem('before-the-data', { start: dates.date(counts.first) })
          : new Problem('not-mature', { through: dates.date(counts.edges[i + 1]! - 1) });
      rows.push({ start, ...NOTHING, soFar: values[i]!, problem: problem.toJSON() });
      continue;
    }
    const isMissing = values[i] === null;
    rows.push({
      start,
      value: values[i]!,
      numerator: above[i]!,
      denominator: below?.[i] ?? null,
      ...expected(around, i - SEASON[period]),
      fired: around.rules.flatMap(({ name, verdicts }) => (verdicts[i] === true ? [name] : [])),
      complete: true,
      ...(isMissing ? { problem: new Problem('nothing-to-divide-by').toJSON() } : {}),
    });
  }
  return rows;
}

const NOTHING = {
  ...{ value: null, numerator: null, denominator: null, low: null, high: null },
  ...{ fired: [], complete: false },
} as const;

/** Where the value would lie if nothing but noise had come upon the one a season before. */
function expected({ values, noise, span }: Around, before: number) {
  const value = before >= span.from && before < span.to ? (values[before] ?? null) : null;
  const isRelative = noise.scale === 'relative';
  if (value === null || noise.deviation === null || (isRelative && value === 0)) {
    return { low: null, high: null };
  }
  const margin = BAND * noise.deviation * (isRelative ? value : 1);
  return { low: isRelative ? Math.max(0, value - margin) : value - margin, high: value + margin };
}

function movesOf(around: Around, { metric, period }: MonitorParams): Move[] {
  const { span, rules, starts } = around;
  const last = Math.min(span.to, span.shownTo) - 1;
  const episodes = rules
    .flatMap((rule) => rule.episodes.map((episode) => ({ rule, episode })))
    .filter(({ episode }) => episode.to - 1 >= span.shownFrom && episode.to <= span.shownTo)
    .sort((a, b) => b.episode.to - a.episode.to)
    .slice(0, MOST_MOVES)
    .map(({ rule, episode }) =>
      moveOf(around, metric, {
        name: `${rule.name} ${starts[episode.to - 1]!}`,
        from: episode.from - rule.reach,
        to: episode.to - 1,
      }),
    );
  const latest = { name: 'latest', from: last - SEASON[period], to: last };
  return [moveOf(around, metric, latest), ...episodes].filter((move) => move !== null);
}

function moveOf(
  { series, values, span, starts }: Around,
  metric: MonitorMetric,
  { name, from, to }: { readonly name: string; readonly from: number; readonly to: number },
): Move | null {
  const [before, after] = [values[from] ?? null, values[to] ?? null];
  if (from < span.from || before === null || after === null) return null;
  const change = after - before;
  const hasGroups = series.groups.some((group) => group.name !== '');
  return {
    name,
    ...{ from: starts[from]!, to: starts[to]!, before, after, change },
    relative: before > 0 ? change / before : null,
    groups: hasGroups
      ? decomposed(series.groups, series.whole, from, to, metric.type === 'nps' ? 100 : 1)
      : [],
  };
}

function unitOf(metric: MonitorMetric, { columnUnits }: Scope): string | null {
  if (metric.type === 'sum' || metric.type === 'mean') return columnUnits[metric.value] ?? null;
  if (metric.type !== 'ratio' || metric.denominator.value !== undefined) return null;
  return columnUnits[metric.numerator.value ?? ''] ?? null;
}
