import type { Language } from '../../locale/language';
import type { Table } from '../analysis';
import { formatsOf } from './metric-kind';
import type { Comparison, ExperimentResult, Unadjusted } from './result';

/** A comparison as it is, or with one choice made otherwise. */
interface Choice extends Unadjusted {
  readonly name: string;
}

/** Comparisons beside what they would be with one choice made otherwise. Without rows where no choice matters. */
export function choicesTable({ metrics }: ExperimentResult, { words, numbers }: Language): Table {
  const rows = metrics.flatMap((metric) =>
    metric.comparisons.flatMap((comparison) =>
      choicesOf(comparison).map(({ name, difference, lift, p }) => ({
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
        liftRange:
          lift.estimate === null
            ? null
            : words.fromTo(numbers.num(100 * lift.low, 1), `${numbers.num(100 * lift.high, 1)} %`),
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
      { key: 'lift', title: words.lift, format: 'lift', caption: 'liftRange' },
      { key: 'p', title: words.uncorrectedP, format: 'p' },
    ],
    rows,
  };
}

/** The comparison itself, unadjusted, and its sensitivities; nothing where it stands alone. */
function choicesOf(comparison: Comparison): Choice[] {
  const { difference, lift, p, raw, sensitivity } = comparison;
  const others: Choice[] = [
    ...(raw ? [{ ...raw, name: 'unadjusted' }] : []),
    ...(sensitivity ?? []),
  ];
  return others.length === 0 ? [] : [{ name: 'as-chosen', difference, lift, p }, ...others];
}
