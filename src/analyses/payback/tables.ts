import { formatPath } from '../../notebook/path';
import type { Language } from '../../locale/language';
import type { Table, TableColumn } from '../analysis';
import type { PaybackResult, PaybackResultRow } from './result';

/** What channels cost and brought, by channel, by how long ago, and by cohort. */
export function tables(result: PaybackResult, language: Language): Table[] {
  const list = [
    channelTable(result, language),
    curveTable(result, language),
    cohortTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function channelTable({ channels, unit, period }: PaybackResult, language: Language): Table {
  return {
    name: 'channels',
    title: language.words.payback.channels,
    columns: [
      { key: 'name', title: language.words.payback.channel, format: 'text' },
      ...columnsOf(language),
    ],
    rows: channels.map((row) => ({
      path: formatPath(['channels', row.channel]),
      name: row.channel,
      ...cellsOf(row, unit, period, language),
    })),
  };
}

function cohortTable({ cohorts, unit, period }: PaybackResult, language: Language): Table {
  return {
    name: 'cohorts',
    title: language.words.payback.cohorts,
    columns: [
      { key: 'cohort', title: language.words.payback.cohort, format: 'date' },
      { key: 'channel', title: language.words.payback.channel, format: 'text' },
      ...columnsOf(language),
    ],
    rows: cohorts.map((row) => ({
      path: formatPath(['cohorts', row.name]),
      ...{ cohort: row.cohort, channel: row.channel },
      ...cellsOf(row, unit, period, language),
    })),
  };
}

function columnsOf({ words }: Language): TableColumn[] {
  const { payback: name } = words;
  return [
    { key: 'users', title: name.acquired, format: 'count', path: 'users' },
    { key: 'cost', title: name.cost, format: 'money' },
    { key: 'cac', title: name.cac, format: 'money', path: 'cac' },
    { key: 'buyers', title: name.buyers, format: 'count', path: 'buyers' },
    { key: 'costPerBuyer', title: name.costPerBuyer, format: 'money' },
    { key: 'repeatBuyers', title: name.repeatBuyers, format: 'count', path: 'repeatBuyers' },
    { key: 'costPerRepeatBuyer', title: name.costPerRepeatBuyer, format: 'money' },
    { key: 'value', title: name.value, format: 'money' },
    {
      ...{ key: 'ratio', title: name.ratio, format: 'number', caption: 'range' },
      ...{ tone: 'tone', path: 'ltvToCac' },
    },
    { key: 'paidBack', title: name.paidBackBy, format: 'text' },
  ];
}

function cellsOf(
  { curve: _, ltvToCac, problem: __, ...row }: PaybackResultRow,
  unit: string | null,
  period: PaybackResult['period'],
  { words, numbers }: Language,
): Table['rows'][number] {
  const { ratio = null, low = null, high = null, offset = null } = ltvToCac ?? {};
  const tones = { 'paid-back': 'good', 'not-yet': 'bad' } as const;
  return {
    ...row,
    ...{ unit, ratio, low, high, offset },
    range: low === null ? null : words.fromTo(numbers.num(low, 2), numbers.num(high!, 2)),
    tone: row.state === 'paid-back' || row.state === 'not-yet' ? tones[row.state] : 'neutral',
    paidBack: row.paidBackBy === null ? null : words.ltv.age(row.paidBackBy, period),
  };
}

function curveTable(
  { channels, period, unit }: PaybackResult,
  { words, numbers }: Language,
): Table {
  return {
    name: 'curves',
    title: words.payback.curve,
    columns: [
      { key: 'channel', title: words.payback.channel, format: 'text' },
      { key: 'after', title: words.ltv.after, format: 'text' },
      { key: 'users', title: words.payback.acquired, format: 'count', path: 'users' },
      { key: 'cost', title: words.payback.cost, format: 'money' },
      { key: 'value', title: words.payback.value, format: 'money' },
      { key: 'ratio', title: words.payback.ratio, format: 'number', caption: 'range', path: '' },
    ],
    rows: channels.flatMap(({ channel, curve }) =>
      curve
        .filter(({ ratio }) => ratio !== null)
        .map(({ offset, users, cost, value, ratio, low, high }) => ({
          path: formatPath(['channels', channel, 'curve', offset]),
          ...{ channel, offset, after: words.ltv.age(offset, period) },
          ...{ users, cost, value, ratio, low, high, unit },
          range: low === null ? null : words.fromTo(numbers.num(low, 2), numbers.num(high!, 2)),
        })),
    ),
  };
}
