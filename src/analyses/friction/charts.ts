import { type StepBar, stepBars } from '../../charts/step-bars';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { bandName } from './band-name';
import type { Band, FrictionResult, Transition } from './result';

/** With more groups their bars are too thin: the chart shows the largest, the table all. */
const MOST_SERIES = 5;

/** Drop-off by how long people waited, of each step whose wait is measured; else by step. */
export function charts(result: FrictionResult, language: Language): Chart[] {
  const waits = result.transitions.filter(({ groups }) => groups[0]!.bands.length > 1);
  return waits.length > 0
    ? waits.map((transition) => byWait(transition, language))
    : [byStep(result.transitions, language)];
}

function byWait({ from, to, name, groups }: Transition, language: Language): Chart {
  const { words, numbers } = language;
  const shown = groups.length > 1 ? groups.slice(1, 1 + MOST_SERIES) : groups;
  const label = (band: Pick<Band, 'fromMs' | 'toMs'>) => bandName(band, language);
  const bars = groups[0]!.bands.flatMap(({ fromMs, toMs }) =>
    shown.flatMap((group): StepBar[] => {
      const band = group.bands.find((each) => each.fromMs === fromMs);
      if (!band || band.rate === null) return [];
      return [
        bar(
          label({ fromMs, toMs }),
          group.name ?? words.friction.everybody,
          { value: band.rate, low: band.low!, high: band.high! },
          numbers.pct(band.rate, 0),
        ),
      ];
    }),
  );
  const whole = groups[0]!.bands;
  const description = words.friction.byWaitOf(
    `${from} → ${to}`,
    numbers.pct(whole[0]!.rate ?? 0, 1),
    label(whole[0]!),
    numbers.pct(whole.at(-1)!.rate ?? 0, 1),
    label(whole.at(-1)!),
  );
  const series = shown.map((group) => group.name ?? words.friction.everybody);
  return {
    ...{ name: `waits ${name}`, title: words.friction.byWait(`${from} → ${to}`), description },
    spec: stepBars(bars, { axis: words.friction.dropped, series, open: '', description }, '.0%'),
  };
}

function byStep(transitions: readonly Transition[], { words, numbers }: Language): Chart {
  const known = transitions.filter(({ groups }) => groups[0]!.dropped.rate !== null);
  const bars = known.map(({ from, to, groups }): StepBar => {
    const { rate, low, high } = groups[0]!.dropped;
    const interval = { value: rate!, low: low!, high: high! };
    return bar(`${from} → ${to}`, words.friction.everybody, interval, numbers.pct(rate!, 0));
  });
  const description = known
    .map(({ from, to, groups }) =>
      words.friction.stepOf(`${from} → ${to}`, numbers.pct(groups[0]!.dropped.rate!, 1)),
    )
    .join(' ');
  return {
    ...{ name: 'steps', title: words.friction.steps, description },
    spec: stepBars(
      bars,
      { axis: words.friction.dropped, series: [words.friction.everybody], open: '', description },
      '.0%',
    ),
  };
}

function bar(
  step: string,
  series: string,
  { value, low, high }: { value: number; low: number; high: number },
  label: string,
): StepBar {
  return { step, series, value, low, high, openTo: value, label };
}
