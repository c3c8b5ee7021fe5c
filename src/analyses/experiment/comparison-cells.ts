import type { Tone } from '../../locale/finding';
import { type Language, problemSentence } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import { formatsOf } from './metric-kind';
import { plainLevel, rangeAt } from './interval-level';
import { rangeText } from './range-text';
import type { MaybeInterval } from './maybe-interval';
import type { Comparison, ExperimentResult, MetricArm, MetricResult } from './result';

/** A comparison as cells of a row: what is shown, and all numbers behind it under flat keys. */
export function comparisonCells(
  metric: MetricResult,
  arms: readonly MetricArm[],
  comparison: Comparison,
  { control: controlName, alphaOfHalf }: Pick<ExperimentResult, 'control' | 'alphaOfHalf'>,
  language: Language,
): Table['rows'][number] {
  const formats = formatsOf(metric);
  const control = arms.find(({ name }) => name === controlName)!;
  const treatment = arms.find(({ name }) => name === comparison.arm)!;
  const { difference, lift, alwaysValid } = comparison;
  const problem = comparison.problem ?? problemOf(lift);
  const leveled = (range: string | null) =>
    rangeAt(range, comparison.level, plainLevel({ alphaOfHalf }), language);
  return {
    path: formatPath(['metrics', metric.name, 'comparisons', comparison.arm]),
    arm: comparison.arm,
    unit: metric.unit,
    valueFormat: formats.value,
    differenceFormat: formats.difference,
    ...armCells('control', control, metric, language),
    ...armCells('treatment', treatment, metric, language),
    difference: difference.estimate,
    differenceLow: difference.low,
    differenceHigh: difference.high,
    differenceRange: leveled(rangeText(difference, formats.difference, language, metric.unit)),
    lift: lift.estimate,
    liftLow: lift.low,
    liftHigh: lift.high,
    liftRange: leveled(rangeText(lift, 'lift', language)),
    outerLow: alwaysValid?.lift?.low ?? null,
    outerHigh: alwaysValid?.lift?.high ?? null,
    deciding: comparison.deciding,
    test: comparison.test,
    statistic: comparison.statistic,
    df: comparison.df,
    p: comparison.p,
    pAdjusted: comparison.pAdjusted,
    level: comparison.level,
    state: comparison.state,
    stateWord: language.words[comparison.state],
    tone: toneOf(comparison),
    problem: problem ? problemSentence(problem, language).message : null,
  };
}

function armCells(key: string, arm: MetricArm, metric: MetricResult, language: Language) {
  return {
    [key]: arm.value,
    [`${key}Of`]: countsText(arm, metric, language),
    [`${key}Total`]: arm.total,
    [`${key}Users`]: arm.users,
    [`${key}Matured`]: arm.matured,
    [`${key}Missing`]: arm.missing,
    [`${key}Low`]: arm.low,
    [`${key}High`]: arm.high,
  };
}

/** What stands behind an arm's value: `1,211 of 24,102`. */
function countsText(
  arm: MetricArm,
  { type, unit }: MetricResult,
  { words, numbers }: Language,
): string {
  const { total, matured, denominator } = arm;
  const amount = (value: number) => (unit ? numbers.money(value, unit) : numbers.num(value));
  switch (type) {
    case 'proportion':
    case 'retention':
      return words.countOf(numbers.int(total), numbers.int(matured));
    case 'quantile':
      return words.valuesOfUsers(numbers.int(total), numbers.int(matured));
    case 'ratio':
      return words.countOf(amount(total), numbers.num(denominator ?? 0));
    default:
      return words.totalOfUsers(amount(total), numbers.int(matured));
  }
}

function problemOf(interval: MaybeInterval) {
  return interval.estimate === null ? interval.problem : undefined;
}

function toneOf({ state }: Comparison): Tone {
  if (state === 'better') return 'good';
  return state === 'worse' ? 'bad' : 'neutral';
}
