import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import { beliefWorking } from './belief-working';
import { comparisonWorking } from './comparison-working';
import { DEFINITION } from './definition';
import { kindOf } from './metric-kind';
import { methodWorking } from './method-working';
import { type Subject, subjectOf } from './paths';
import type { Check, ExperimentResult } from './result';
import { spreadWorking } from './spread-working';

/** The formula behind the number at `path`, with its figures. */
export function working(result: ExperimentResult, path: string): Working | null {
  const subject = subjectOf(result, parsePath(path));
  switch (subject?.about) {
    case 'check': {
      const check = result.checks.find(({ name }) => name === subject.check);
      return check?.name === 'srm' ? splitWorking(check, result) : null;
    }
    case 'metric-arm':
      return subject.field === 'value' ? valueWorking(subject, result.alphaOfHalf) : null;
    case 'comparison':
      return beliefWorking(subject, result) ?? comparisonWorking(subject, result);
    case 'method':
      return methodWorking(subject, result);
    case 'spread':
    case 'quantile':
      return spreadWorking(subject);
    case 'arm':
      return subject.field === 'share' ? shareWorking(subject.arm, result) : null;
    default:
      return null;
  }
}

function splitWorking(
  srm: Extract<Check, { name: 'srm' }>,
  { arms }: ExperimentResult,
): Working | null {
  if (srm.statistic === null) return null;
  return {
    formula: 'χ² = Σ (O − E)² / E',
    figures: arms.flatMap(({ name, expected }, i) =>
      expected === 0
        ? []
        : [
            { symbol: `O (${name})`, value: srm.observed[i]! },
            { symbol: `E (${name})`, value: srm.expected[i]! },
          ],
    ),
    value: srm.statistic,
    source: 'Pearson 1900; Fabijan et al. 2019',
  };
}

function shareWorking(name: string, { arms }: ExperimentResult): Working | null {
  const planned = arms.filter(({ expected }) => expected > 0);
  const own = planned.find((arm) => arm.name === name);
  const all = planned.reduce((sum, { users }) => sum + users, 0);
  if (!own || all === 0) return null;
  return {
    formula: 'share = n / Σ n, over the planned arms',
    figures: [
      { symbol: 'n', value: own.users },
      { symbol: 'Σ n', value: all },
    ],
    value: own.users / all,
    source: DEFINITION,
  };
}

/** How an arm's own value comes about; its interval stands beside it. */
function valueWorking(
  { metric, arm }: Extract<Subject, { about: 'metric-arm' }>,
  alpha: number,
): Working | null {
  if (arm.value === null || arm.low === null || arm.high === null) return null;
  const level = `${Number((100 * (1 - alpha)).toPrecision(6))} %`;
  const ends = [
    { symbol: `${level} low`, value: arm.low },
    { symbol: `${level} high`, value: arm.high },
  ];
  const { value, total, matured, denominator = 0 } = arm;
  if (kindOf(metric.type) === 'rate') {
    const figures = [{ symbol: 'x', value: total }, { symbol: 'n', value: matured }, ...ends];
    return { formula: 'p = x / n', figures, value, source: 'Wilson 1927' };
  }
  if (metric.type === 'ratio') {
    const figures = [
      { symbol: 'Σ M', value: total },
      { symbol: 'Σ D', value: denominator },
      { symbol: 'n', value: matured },
      ...ends,
    ];
    return { formula: 'R = Σ M / Σ D', figures, value, source: 'Deng, Knoblich & Lu 2018' };
  }
  if (metric.type === 'quantile') {
    const figures = [
      { symbol: 'values', value: total },
      { symbol: 'users', value: matured },
      ...ends,
    ];
    return {
      formula: 'Q = the value below which the share q of the values lies (type 7)',
      figures,
      value,
      source: 'Hyndman & Fan 1996; Deng, Knoblich & Lu 2018',
    };
  }
  const figures = [{ symbol: 'Σ y', value: total }, { symbol: 'n', value: matured }, ...ends];
  return { formula: 'm = Σ y / n', figures, value, source: 'Student 1908' };
}
