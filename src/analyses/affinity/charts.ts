import { type HeatCell, heatMap } from '../../charts/heat-map';
import { type Interval, intervals } from '../../charts/intervals';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { AffinityCell, AffinityResult } from './result';

/** Lifts of this size and more have the strongest tint. */
const STRONGEST = 2;

/** The lift of each content in each group, and which content brings users back. */
export function charts(result: AffinityResult, language: Language): Chart[] {
  return [preferences(result, language), returning(result, language)].filter(
    (chart) => chart !== null,
  );
}

function preferences(
  { cells, groups, contents }: AffinityResult,
  language: Language,
): Chart | null {
  // A result that is shared may have lost all cells of few users.
  if (cells.length === 0) return null;
  const { words, numbers } = language;
  const top = cells.reduce((a, b) => (b.shrunken > a.shrunken ? b : a));
  const description = words.affinity.mostOf(
    top.group,
    top.content,
    numbers.num(top.shrunken),
    numbers.pct(top.rate, 1),
  );
  return {
    ...{ name: 'preferences', title: words.affinity.cells, description },
    spec: heatMap(
      groups.flatMap(({ name: group }) =>
        contents.map(({ name: content }) => {
          const cell = cells.find((each) => each.group === group && each.content === content);
          return cell
            ? heatCell(cell, language)
            : withheldCell({ row: group, column: content }, language);
        }),
      ),
      {
        rows: groups.map(({ name }) => name),
        columns: contents.map(({ name }) => name),
        ...{ across: words.affinity.content, down: words.affinity.group },
        description,
      },
    ),
  };
}

function heatCell(cell: AffinityCell, { numbers, words }: Language): HeatCell {
  const { group, content, shrunken, rate, others } = cell;
  return {
    ...{ row: group, column: content, kind: 'tinted', text: numbers.num(shrunken, 2) },
    tint: Math.min(1, Math.max(0, (shrunken - 1) / (STRONGEST - 1))),
    detail: words.affinity.shareOf(
      numbers.pct(rate, 1),
      others.rate === null ? '–' : numbers.pct(others.rate, 1),
    ),
  };
}

/** A result that is shared has no cells of few users. */
function withheldCell(at: Pick<HeatCell, 'row' | 'column'>, { words }: Language): HeatCell {
  return { ...at, kind: 'unknown', tint: 0, text: '', detail: words.fewUsers };
}

function returning({ contents }: AffinityResult, { words, numbers }: Language): Chart | null {
  const rows = contents.flatMap(({ name: label, difference }): Interval[] => {
    if (difference.estimate === null) return [];
    const { estimate: value, low, high } = difference;
    const state = low > 0 ? words.affinity.more : high < 0 ? words.affinity.less : words.unclear;
    return [{ label, value, low, high, state }];
  });
  if (rows.length === 0) return null;
  const description = rows
    .map(({ label, value, low, high }) =>
      words.affinity.returnOf(
        label,
        numbers.pp(value),
        words.fromTo(numbers.pp(low), numbers.pp(high)),
      ),
    )
    .join(' ');
  return {
    ...{ name: 'returning', title: words.affinity.brings, description },
    spec: intervals(rows, { axis: words.affinity.brings, description }, '+.1%'),
  };
}
