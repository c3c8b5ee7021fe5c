import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { PathsResult } from './result';

/** The most frequent sequences, the step matrix, the steps from one event to the next, and the differences. */
export function tables(result: PathsResult, language: Language): Table[] {
  const list = [
    sequencesTable(result, language),
    matrixTable(result, language),
    flowTable(result, language),
    groupsTable(result, language),
    comparisonsTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function sequencesTable({ sequences, count }: PathsResult, { words, numbers }: Language): Table {
  return {
    name: 'sequences',
    title: words.paths.sequences,
    columns: [
      { key: 'sequence', title: words.paths.path, format: 'text' },
      { key: 'paths', title: words.paths.of[count], format: 'count', path: 'paths' },
      ...usersColumn(count, words),
      { key: 'rate', title: words.share, format: 'rate', caption: 'range', path: 'rate' },
      { key: 'rate', title: words.share, format: 'rate', interval: { low: 'low', high: 'high' } },
    ],
    rows: sequences.map(({ name, path: _, ...row }, i) => ({
      path: formatPath(['sequences', i]),
      sequence: name,
      ...row,
      range: words.fromTo(numbers.pct(row.low, 1), numbers.pct(row.high, 1)),
    })),
  };
}

function matrixTable({ matrix }: PathsResult, { words }: Language): Table {
  const steps = matrix[0]?.steps ?? [];
  return {
    name: 'matrix',
    title: words.paths.matrix,
    columns: [
      { key: 'event', title: words.event, format: 'text' },
      ...steps.map(({ step }, i) => {
        const path = `steps[${i}].rate`;
        return { key: `step${step}`, title: words.paths.step(step), format: 'rate', path } as const;
      }),
    ],
    rows: matrix.map(({ name, steps }, i) => ({
      path: formatPath(['matrix', i]),
      event: name,
      ...Object.fromEntries(steps.map(({ step, rate }) => [`step${step}`, rate])),
      ...Object.fromEntries(steps.map(({ step, paths }) => [`paths${step}`, paths])),
    })),
  };
}

function flowTable({ flow, count }: PathsResult, { words }: Language): Table {
  return {
    name: 'flow',
    title: words.paths.flow,
    columns: [
      { key: 'step', title: words.paths.stepTitle, format: 'count' },
      { key: 'from', title: words.paths.fromEvent, format: 'text' },
      { key: 'to', title: words.paths.toEvent, format: 'text' },
      { key: 'paths', title: words.paths.of[count], format: 'count' },
    ],
    rows: flow.map((row) => ({ ...row })),
  };
}

function groupsTable({ groups, count }: PathsResult, { words, numbers }: Language): Table {
  const hasGoal = groups.some(({ reached }) => reached !== null);
  const reached: TableColumn = {
    ...{ key: 'rate', title: words.paths.reached, caption: 'range', path: 'reached.rate' },
    format: 'rate',
  };
  return {
    name: 'groups',
    title: words.paths.groups,
    columns: [
      { key: 'group', title: words.paths.group, format: 'text' },
      { key: 'paths', title: words.paths.of[count], format: 'count', path: '' },
      ...usersColumn(count, words),
      ...(hasGoal ? [reached] : []),
    ],
    rows: groups.map(({ name, paths, users, reached }) => ({
      path: formatPath(['groups', name]),
      ...{ group: name, paths, users },
      reached: reached?.paths ?? null,
      rate: reached?.rate ?? null,
      range: reached && words.fromTo(numbers.pct(reached.low, 1), numbers.pct(reached.high, 1)),
    })),
  };
}

/** Sessions have fewer users. */
function usersColumn(count: PathsResult['count'], words: Language['words']): TableColumn[] {
  return count === 'users' ? [] : [{ key: 'users', title: words.users, format: 'count' }];
}

function comparisonsTable(
  { comparisons, groups }: PathsResult,
  { words, numbers }: Language,
): Table {
  return {
    name: 'comparisons',
    title: words.paths.differences,
    columns: [
      { key: 'sequence', title: words.paths.path, format: 'text' },
      { key: 'group', title: words.paths.group, format: 'text' },
      { key: 'treatment', title: words.share, format: 'rate', caption: 'treatmentOf' },
      { key: 'control', title: groups[0]?.name ?? '', format: 'rate', caption: 'controlOf' },
      {
        ...{ key: 'difference', title: words.difference, format: 'points' },
        ...{ caption: 'range', path: 'difference' },
      } as const,
      { key: 'pAdjusted', title: words.p, format: 'p', path: 'p' },
    ],
    rows: comparisons.map(({ name, group, control, treatment, ...each }, i) => {
      const { estimate, low, high } = each.difference;
      const of = (part: { paths: number; of: number }) =>
        words.countOf(numbers.int(part.paths), numbers.int(part.of));
      return {
        path: formatPath(['comparisons', i]),
        ...{ sequence: name, group, treatment: treatment.rate, treatmentOf: of(treatment) },
        ...{ control: control.rate, controlOf: of(control), difference: estimate, low, high },
        range: estimate === null ? null : words.fromTo(numbers.pp(low, 1), numbers.pp(high, 1)),
        ...{ p: each.p, pAdjusted: each.pAdjusted, level: each.level },
      };
    }),
  };
}
