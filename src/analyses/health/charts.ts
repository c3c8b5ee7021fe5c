import { bandedColumns } from '../../charts/banded-columns';
import { stepCurves } from '../../charts/step-curves';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { HealthResult } from './result';

/** Users by index, and how many of each index left. */
export function charts(result: HealthResult, language: Language): Chart[] {
  return [spread(result, language), calibration(result, language)].filter(
    (chart) => chart !== null,
  );
}

function spread({ histogram, bands }: HealthResult, { words, numbers }: Language): Chart {
  const name = words.health;
  const description = name.spreadOf(
    bands.map((band) => `${name[band.name]} ${numbers.int(band.users)}`).join(', '),
  );
  return {
    name: 'index',
    title: name.spread,
    description,
    spec: bandedColumns(
      histogram.map(({ from, to, users }) => ({ from, to, value: users })),
      {
        ...{ across: name.index, axis: words.users, description },
        edges: [...new Set(bands.flatMap(({ from, to }) => [from, to]))].filter(isInside),
      },
    ),
  };
}

function isInside(edge: number): boolean {
  return edge > 0 && edge < 100;
}

function calibration({ validation }: HealthResult, { words, numbers }: Language): Chart | null {
  if (validation.state === 'unknown' || validation.steps.length < 2) return null;
  const name = words.health;
  const { steps } = validation;
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const description = name.calibrationOf(
    words.fromTo(numbers.int(first.from), numbers.int(first.to)),
    numbers.pct(first.rate, 0),
    words.fromTo(numbers.int(last.from), numbers.int(last.to)),
    numbers.pct(last.rate, 0),
  );
  const series = name.leftShare;
  const points = [...steps, { ...last, from: last.to }].map(({ from, rate, low, high }) => {
    return { x: from, series, value: rate, low, high };
  });
  return {
    name: 'calibration',
    title: name.calibration,
    description,
    spec: stepCurves(points, {
      ...{ x: name.index, y: series, series: [series], isLog: false, description },
    }),
  };
}
