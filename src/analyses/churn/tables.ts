import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import type { ChurnResult } from './result';

/** Where everybody stands, churn by period, and the chance of a return by silent days. */
export function tables(result: ChurnResult, language: Language): Table[] {
  const list = [
    nowTable(result, language),
    rowTable(result, language),
    curveTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function nowTable({ now }: ChurnResult, { words }: Language): Table {
  const name = words.churn;
  const states = ['active', 'atRisk', 'churned'] as const;
  return {
    name: 'now',
    title: name.now,
    columns: [
      { key: 'state', title: name.state, format: 'text' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate' },
    ],
    rows: states.map((state) => ({
      path: formatPath(['now', state]),
      state: name[state],
      users: now[state],
      share: now.users > 0 ? now[state] / now.users : null,
    })),
  };
}

function rowTable({ rows }: ChurnResult, { words, numbers }: Language): Table {
  const name = words.churn;
  return {
    name: 'rows',
    title: name.rows,
    columns: [
      { key: 'start', title: words.period, format: 'date', caption: 'state' },
      { key: 'users', title: name.there, format: 'count' },
      { key: 'churned', title: name.left, format: 'count' },
      { key: 'rate', title: name.rate, format: 'rate', caption: 'range', path: 'rate' },
      { key: 'returned', title: name.back, format: 'count' },
    ],
    rows: rows.map(({ problem: _, ...row }, i) => ({
      path: formatPath(['rows', i]),
      ...row,
      state: row.complete ? null : name.unfinished,
      range:
        row.rate === null
          ? null
          : words.fromTo(numbers.pct(row.low!, 1), numbers.pct(row.high!, 1)),
    })),
  };
}

function curveTable({ curve }: ChurnResult, { words, numbers }: Language): Table {
  const name = words.churn;
  return {
    name: 'curve',
    title: name.curve,
    columns: [
      { key: 'days', title: name.silentDays, format: 'count' },
      { key: 'of', title: name.silences, format: 'count' },
      { key: 'returned', title: name.returned, format: 'count' },
      { key: 'rate', title: name.chance, format: 'rate', caption: 'range', path: 'rate' },
    ],
    rows: curve.map((row, i) => ({
      path: formatPath(['curve', i]),
      ...row,
      range: words.fromTo(numbers.pct(row.low, 1), numbers.pct(row.high, 1)),
    })),
  };
}
