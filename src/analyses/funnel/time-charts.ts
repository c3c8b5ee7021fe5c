import { type StepCurvePoint, stepCurves } from '../../charts/step-curves';
import { columns } from '../../charts/columns';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { FunnelResult } from './result';

/** Where the longest time is so many times the median, a linear axis would show nothing of the rest. */
const LOG_FROM = 30;

const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
] as const;

/** Share converted by the time since the entry. */
export function conversionCurves(
  { groups, windowMs }: FunnelResult,
  { words, numbers }: Language,
): Chart | null {
  const longest = Math.max(...groups.map(({ conversion }) => conversion.curve.at(-1)?.ms ?? 0));
  if (longest === 0) return null;
  const shown = groups.filter(({ conversion }) => conversion.curve.length > 0);
  const typical = Math.max(...shown.map(({ conversion }) => conversion.time.medianMs ?? 0));
  const isLog = longest > LOG_FROM * typical;
  const [unit, ms] = unitOf(isLog ? typical : longest);
  const points = shown.flatMap(({ name, conversion: { curve } }): StepCurvePoint[] =>
    curve.map(({ ms: at, share, low, high }) => {
      return { x: at / ms, series: name ?? '', value: share, low, high };
    }),
  );
  const description = shown
    .map(({ name, conversion: { curve } }) => {
      const last = curve.at(-1)!;
      const half = curve.find(({ share }) => share >= last.share / 2)!;
      return words.funnel.curveOf(
        name ?? words.funnel.everybody,
        numbers.pct(last.share, 1),
        numbers.duration(windowMs ?? last.ms),
        numbers.duration(half.ms),
      );
    })
    .join(' ');
  return {
    name: 'time-to-convert',
    title: words.funnel.timeToConvert,
    description,
    spec: stepCurves(points, {
      x: words.funnel.sinceEntry(words.funnel.units[unit]),
      y: words.funnel.converted,
      series: shown.map(({ name }) => name ?? ''),
      isLog,
      description,
    }),
  };
}

/** How many converted after how long; of one group only, several stand in the curve. */
export function conversionTimes(
  { groups, count }: FunnelResult,
  { words, numbers }: Language,
): Chart | null {
  const { histogram, time } = groups[0]!.conversion;
  if (groups.length > 1 || histogram.length < 2) return null;
  const [unit, ms] = unitOf(histogram.at(-1)!.fromMs);
  const bars = histogram.map(({ fromMs, users }) => ({ at: fromMs / ms, value: users }));
  const description = words.funnel.histogramOf(
    numbers.duration(time.medianMs ?? 0),
    numbers.duration(time.p90Ms ?? 0),
  );
  return {
    name: 'times',
    title: words.funnel.histogram,
    description,
    spec: columns(
      bars,
      {
        across: words.funnel.sinceEntry(words.funnel.units[unit]),
        axis: words.funnel.counted[count],
        description,
      },
      ',d',
    ),
  };
}

/** The largest unit of which there is more than one. */
function unitOf(ms: number): (typeof UNITS)[number] {
  return UNITS.find(([, size]) => ms > size) ?? UNITS.at(-1)!;
}
