import type { Path } from '../../notebook/path';
import { formatPath } from '../../notebook/path';
import type { Language } from '../../locale/language';
import type { Table, TableColumn } from '../analysis';
import type { OrderResult, RepurchaseResult } from './result';

/** The next purchases of all, by cohort, by group, and the groups against the control. */
export function tables(result: RepurchaseResult, language: Language): Table[] {
  const list = [
    orderTable(result, language),
    groupTable(result, language),
    comparisonTable(result, language),
    cohortTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function orderTable({ orders }: RepurchaseResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'orders',
    title: words.repurchase.orders,
    columns: [
      { key: 'name', title: words.repurchase.order, format: 'text' },
      ...columnsOf(orders[0]!, language),
    ],
    rows: orders.map((order, i) => ({
      name: words.repurchase.orderOf(order.order),
      ...cellsOf(order, ['orders', i], language),
    })),
  };
}

function groupTable({ groups }: RepurchaseResult, language: Language): Table {
  const { words } = language;
  const first = groups[0]?.orders[0];
  return {
    name: 'groups',
    title: words.repurchase.groups,
    columns: [
      { key: 'name', title: words.repurchase.group, format: 'text' },
      ...(first ? columnsOf(first, language) : []),
    ],
    rows: groups.map(({ name, orders }) => ({
      name,
      ...cellsOf(orders[0]!, ['groups', name, 'orders', 0], language),
    })),
  };
}

function cohortTable({ cohorts }: RepurchaseResult, language: Language): Table {
  const { words } = language;
  const first = cohorts[0]?.orders[0];
  return {
    name: 'cohorts',
    title: words.repurchase.cohorts,
    columns: [
      { key: 'name', title: words.repurchase.cohort, format: 'date' },
      ...(first ? columnsOf(first, language) : []),
    ],
    rows: cohorts.map(({ cohort, orders }) => ({
      name: cohort,
      ...cellsOf(orders[0]!, ['cohorts', cohort, 'orders', 0], language),
    })),
  };
}

function columnsOf({ within }: OrderResult, { words }: Language): TableColumn[] {
  return [
    { key: 'of', title: words.repurchase.customers, format: 'count', path: '' },
    { key: 'rate', title: words.repurchase.soFar, format: 'rate', caption: 'counts', path: 'rate' },
    ...within.map(({ days }, i): TableColumn => ({
      ...{ key: `within${i}`, title: words.repurchase.within(days), format: 'rate' },
      ...{ caption: `range${i}`, path: `within[${i}]` },
    })),
    {
      ...{ key: 'median', title: words.repurchase.median, format: 'number' },
      ...{ caption: 'medianRange', path: 'medianDays' },
    },
  ];
}

function cellsOf(
  { of, reached, rate, within, medianDays }: OrderResult,
  path: Path,
  { words, numbers }: Language,
): Table['rows'][number] {
  const { estimate, low, high } = medianDays;
  const shares = within.map((share, i) => [
    [`within${i}`, share.rate],
    [`reached${i}`, share.reached],
    [`of${i}`, share.of],
    [
      `range${i}`,
      share.rate === null ? null : words.countOf(numbers.int(share.reached), numbers.int(share.of)),
    ],
  ]);
  return {
    path: formatPath(path),
    ...{ of, reached, rate, counts: words.countOf(numbers.int(reached), numbers.int(of)) },
    ...(Object.fromEntries(shares.flat()) as Record<string, string | number | null>),
    median: estimate,
    medianRange: estimate === null ? null : words.fromTo(numbers.num(low, 0), numbers.num(high, 0)),
  };
}

function comparisonTable({ comparisons }: RepurchaseResult, { words, numbers }: Language): Table {
  const days = comparisons[0]?.days ?? 0;
  return {
    name: 'comparisons',
    title: words.repurchase.comparisons,
    columns: [
      { key: 'group', title: words.repurchase.group, format: 'text' },
      {
        ...{ key: 'difference', title: words.repurchase.within(days), format: 'points' },
        ...{ caption: 'range', path: 'difference' },
      },
      { key: 'pAdjusted', title: words.p, format: 'p' },
      { key: 'logRankP', title: words.repurchase.logRank, format: 'p', path: 'logRank' },
    ],
    rows: comparisons.map(({ group, difference, p, pAdjusted, logRank }, i) => ({
      path: formatPath(['comparisons', i]),
      ...{ group, difference: difference.estimate, low: difference.low, high: difference.high },
      ...{ p, pAdjusted, logRankP: logRank.p },
      range:
        difference.low === null
          ? null
          : words.fromTo(numbers.pp(difference.low, 1), numbers.pp(difference.high, 1)),
    })),
  };
}
