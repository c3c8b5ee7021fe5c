import type { Language } from '../../locale/language';
import type { Table } from '../analysis';
import { atLevel, plainLevel, rangeAt } from './interval-level';
import { formatsOf } from './metric-kind';
import { rangeText } from './range-text';
import type { Comparison, ExperimentResult, Unadjusted } from './result';

/** A comparison as it is, or with one choice made otherwise. */
interface Choice extends Unadjusted {
  readonly name: string;
  readonly level: number;
}

/** Comparisons beside what they would be with one choice made otherwise. Without rows where no choice matters. */
export function choicesTable(result: ExperimentResult, language: Language): Table {
  const { metrics } = result;
  const { words } = language;
  const level = plainLevel(result);
  const rows = metrics.flatMap((metric) =>
    metric.comparisons.flatMap((comparison) =>
      choicesOf(comparison, level).map(({ name, difference, lift, p, level: own }) => ({
        path: null,
        metric: metric.name,
        arm: comparison.arm,
        choice: words.madeOtherwise[name] ?? name,
        unit: metric.unit,
        differenceFormat: formatsOf(metric).difference,
        difference: difference.estimate,
        lift: lift.estimate,
        liftLow: lift.low,
        liftHigh: lift.high,
        liftRange: rangeAt(rangeText(lift, 'lift', language), own, level, language),
        level: own,
        p,
      })),
    ),
  );
  return {
    name: 'choices',
    title: words.otherChoices,
    columns: [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'choice', title: words.choice, format: 'text' },
      { key: 'difference', title: words.difference, format: { by: 'differenceFormat' } },
      {
        key: 'lift',
        title: atLevel(words.lift, level, language),
        format: 'lift',
        caption: 'liftRange',
      },
      { key: 'p', title: words.uncorrectedP, format: 'p' },
    ],
    rows,
  };
}

/** The comparison itself, which alone may be corrected, and its sensitivities; nothing where it stands alone. */
function choicesOf(comparison: Comparison, level: number): Choice[] {
  const { difference, lift, p, raw, sensitivity } = comparison;
  const others: Choice[] = [
    ...(raw ? [{ ...raw, name: 'unadjusted' }] : []),
    ...(sensitivity ?? []),
  ].map((each) => ({ ...each, level }));
  return others.length === 0
    ? []
    : [{ name: 'as-chosen', difference, lift, p, level: comparison.level }, ...others];
}
