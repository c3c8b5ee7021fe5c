import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import type { GrowthRow, LifecycleResult } from './result';

/** Growth accounting by period, active users by day, and how often people come. */
export function tables(result: LifecycleResult, language: Language): Table[] {
  const list = [
    growthTable(result, language),
    stickinessTable(result, language),
    powerTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function growthTable({ rows, period }: LifecycleResult, language: Language): Table {
  const { words } = language;
  const hasUnknown = rows.some(({ unknown }) => unknown !== null && unknown > 0);
  const count = (key: keyof GrowthRow, title: string) => {
    return { key, title, format: 'count', path: key } as const;
  };
  return {
    name: 'growth',
    title: words.lifecycle.growth,
    columns: [
      {
        ...{ key: 'start', title: words[period], caption: 'state' },
        format: period === 'hour' ? 'text' : 'date',
      },
      count('active', words.lifecycle.active),
      count('new', words.lifecycle.new),
      count('returning', words.lifecycle.returning),
      count('resurrected', words.lifecycle.resurrected),
      count('dormant', words.lifecycle.dormant),
      ...(hasUnknown ? [count('unknown', words.lifecycle.unknown)] : []),
      {
        ...{ key: 'quickRatio', title: words.lifecycle.quickRatio, format: 'number' },
        ...{ caption: 'quickRatioRange', path: 'quickRatio' },
      } as const,
    ],
    rows: rows.map((row, i) => growthCells(row, i, language)),
  };
}

function growthCells(
  { quickRatio, activeSoFar, problem: _, ...row }: GrowthRow,
  i: number,
  { words, numbers }: Language,
): Table['rows'][number] {
  const { estimate, low, high } = quickRatio;
  return {
    path: formatPath(['rows', i]),
    ...row,
    state:
      activeSoFar === undefined ? null : words.lifecycle.unfinishedWith(numbers.int(activeSoFar)),
    activeSoFar: activeSoFar ?? null,
    quickRatio: estimate,
    quickRatioLow: low,
    quickRatioHigh: high,
    quickRatioRange: estimate === null ? null : words.fromTo(numbers.num(low), numbers.num(high)),
  };
}

function stickinessTable({ stickiness }: LifecycleResult, { words }: Language): Table {
  return {
    name: 'stickiness',
    title: words.lifecycle.stickiness,
    columns: [
      { key: 'start', title: words.day, format: 'date' },
      { key: 'dau', title: words.lifecycle.dau, format: 'count' },
      { key: 'wau', title: words.lifecycle.wau, format: 'count' },
      { key: 'mau', title: words.lifecycle.mau, format: 'count' },
      { key: 'ratio', title: words.lifecycle.dauOverMau, format: 'rate', path: 'ratio' },
    ],
    rows: stickiness.map(({ problem: _, ...row }, i) => ({
      path: formatPath(['stickiness', i]),
      ...row,
    })),
  };
}

function powerTable({ power }: LifecycleResult, { words }: Language): Table {
  const total = power.reduce((sum, { users }) => sum + users, 0);
  return {
    name: 'power',
    title: words.lifecycle.power,
    columns: [
      { key: 'days', title: words.lifecycle.activeDays, format: 'count' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate' },
    ],
    rows: power.map(({ days, users }, i) => ({
      path: formatPath(['power', i]),
      days,
      users,
      share: total > 0 ? users / total : null,
    })),
  };
}
