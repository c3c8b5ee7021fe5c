import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { NpsCounts, NpsGroup, NpsResult } from './result';

type Row = Table['rows'][number];

/** The score of all, by group, by contacts and by period. */
export function tables(result: NpsResult, language: Language): Table[] {
  const name = language.words.nps;
  const all = { path: '', name: name.everybody, ...cells(result, language) };
  const list: Table[] = [
    { name: 'score', title: name.score, columns: columns(name.group, language), rows: [all] },
    groupTable('groups', name.byGroup, name.group, result.groups, language),
    groupTable('contacts', name.byContacts, name.contacted, result.contacts, language),
    {
      name: 'trend',
      title: name.trend,
      columns: columns(name.period, language, 'date'),
      rows: result.trend.map((each, i) => ({
        path: formatPath(['trend', i]),
        name: each.start,
        ...cells(each, language),
        complete: each.complete,
      })),
    },
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function groupTable(
  name: string,
  title: string,
  first: string,
  groups: readonly NpsGroup[],
  language: Language,
): Table {
  const { words, numbers } = language;
  return {
    ...{ name, title },
    columns: [
      ...columns(first, language),
      {
        ...{ key: 'difference', title: words.difference, format: 'signed', path: 'difference' },
        caption: 'differenceRange',
      } as const,
      { key: 'pAdjusted', title: words.nps.p, format: 'p' },
    ],
    rows: groups.map((group) => {
      const { estimate, low, high } = group.difference;
      return {
        path: formatPath([name, group.name]),
        ...{ name: group.name, ...cells(group, language) },
        ...{ difference: estimate, differenceLow: low, differenceHigh: high },
        differenceRange:
          estimate === null ? null : words.fromTo(numbers.signed(low), numbers.signed(high)),
        ...{ p: group.p, pAdjusted: group.pAdjusted },
      };
    }),
  };
}

function columns(
  first: string,
  { words }: Language,
  format: 'text' | 'date' = 'text',
): TableColumn[] {
  const count = (key: string, title: string): TableColumn => {
    return { key, title, format: 'count', path: key };
  };
  return [
    { key: 'name', title: first, format },
    count('answers', words.nps.answers),
    count('promoters', words.nps.promoters),
    count('passives', words.nps.passives),
    count('detractors', words.nps.detractors),
    {
      ...{ key: 'score', title: words.nps.nps, format: 'signed', path: 'score' },
      caption: 'scoreRange',
    },
  ];
}

function cells(
  { answers, promoters, passives, detractors, score }: NpsCounts,
  { words, numbers }: Language,
): Row {
  const { estimate, low, high } = score;
  const scoreRange =
    estimate === null ? null : words.fromTo(numbers.signed(low), numbers.signed(high));
  return {
    ...{ answers, promoters, passives, detractors },
    ...{ score: estimate, scoreLow: low, scoreHigh: high, scoreRange },
  };
}
