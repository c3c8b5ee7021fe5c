import { columns } from '../../charts/columns';
import { type Interval, intervals } from '../../charts/intervals';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { NpsCounts, NpsResult } from './result';

type Named = NpsCounts & { readonly name: string };

/** The answers from 0 to 10, and the scores of all, of the groups and by contacts. */
export function charts(result: NpsResult, language: Language): Chart[] {
  const { words } = language;
  const everybody = { ...result, name: words.nps.everybody };
  const list = [
    scores('score', words.nps.nps, [everybody, ...result.groups], language),
    scores('contacts', words.nps.byContacts, result.contacts, language),
    answered(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function scores(
  name: string,
  title: string,
  groups: readonly Named[],
  { words, numbers }: Language,
): Chart | null {
  const rows = groups.flatMap(({ name: label, score }): Interval[] => {
    if (score.estimate === null) return [];
    const { estimate: value, low, high } = score;
    const state = low > 0 ? words.nps.above : high < 0 ? words.nps.below : words.unclear;
    return [{ label, value, low, high, state }];
  });
  if (rows.length === 0) return null;
  const description = rows
    .map(({ label, value, low, high }) =>
      words.nps.scoreOf(
        label,
        numbers.signed(value),
        words.fromTo(numbers.signed(low), numbers.signed(high)),
      ),
    )
    .join(' ');
  const spec = intervals(rows, { axis: words.nps.nps, description }, '+,~f');
  return { name, title, description, spec };
}

function answered({ scores }: NpsResult, { words, numbers }: Language): Chart {
  const description = words.nps.answeredOf(scores.map((count) => numbers.int(count)));
  return {
    ...{ name: 'answers', title: words.nps.distribution, description },
    spec: columns(
      scores.map((value, at) => ({ at, value })),
      { across: words.nps.answer, axis: words.nps.answers, description },
      ',d',
    ),
  };
}
