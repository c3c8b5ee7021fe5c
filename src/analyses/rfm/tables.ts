import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import type { RfmResult } from './result';
import { segmentName } from './segment-name';

/** Segments, scores with their cut points, cells, and moves between segments. */
export function tables(result: RfmResult, language: Language): Table[] {
  const list = [
    segmentTable(result, language),
    scoreTable(result, language),
    migrationTable(result, language),
    cellTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function segmentTable({ segments, unit }: RfmResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'segments',
    title: words.rfm.segments,
    columns: [
      { key: 'segment', title: words.segment, format: 'text' },
      { key: 'users', title: words.rfm.customers, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate', path: 'share' },
      { key: 'value', title: words.rfm.value, format: 'money' },
      { key: 'part', title: words.rfm.part, format: 'rate', path: 'part' },
      { key: 'perUser', title: words.rfm.perUser, format: 'money' },
      { key: 'recencyDays', title: words.rfm.medianRecency, format: 'number' },
      { key: 'purchaseDays', title: words.rfm.meanFrequency, format: 'number' },
    ],
    rows: segments.map(({ name, problem: _, ...row }) => ({
      path: formatPath(['segments', name]),
      ...{ name, segment: segmentName(name, language), ...row, unit },
    })),
  };
}

function scoreTable({ scores, unit }: RfmResult, { words, numbers }: Language): Table {
  return {
    name: 'scores',
    title: words.rfm.scores,
    columns: [
      { key: 'measure', title: words.rfm.measure, format: 'text' },
      { key: 'score', title: words.rfm.score, format: 'count' },
      { key: 'range', title: words.rfm.range, format: 'text' },
      { key: 'users', title: words.rfm.customers, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate' },
    ],
    rows: scores.flatMap(({ name, cuts, levels }) =>
      levels.map(({ score, users, of, share }, i) => {
        const [above, upTo] = rangeOf(name, score, cuts);
        const text = (value: number) =>
          name === 'monetary' ? numbers.money(value, unit) : numbers.num(value, 0);
        return {
          path: formatPath(['scores', name, 'levels', i]),
          ...{ name, measure: words.rfm.measures[name], score, above, upTo, users, of, share },
          // Of equal cut points the scores between them have nobody.
          range:
            above !== null && above === upTo
              ? '–'
              : words.rfm.between(
                  above === null ? null : text(above),
                  upTo === null ? null : text(upTo),
                ),
        };
      }),
    ),
  };
}

/** The values of a score: above the first, up to the second. */
function rangeOf(
  name: string,
  score: number,
  cuts: readonly number[],
): [above: number | null, upTo: number | null] {
  const level = name === 'recency' ? 5 - score : score - 1;
  return [cuts[level - 1] ?? null, cuts[level] ?? null];
}

function migrationTable({ migration }: RfmResult, language: Language): Table {
  const { words, numbers } = language;
  return {
    name: 'migration',
    title: words.rfm.migration,
    columns: [
      { key: 'fromSegment', title: words.rfm.before, format: 'text' },
      { key: 'toSegment', title: words.rfm.now, format: 'text' },
      { key: 'users', title: words.rfm.customers, format: 'count', path: '' },
      { key: 'share', title: words.rfm.ofThose, format: 'rate', caption: 'range', path: 'share' },
    ],
    rows: (migration?.rows ?? []).map((row) => ({
      path: formatPath(['migration', 'rows', row.name]),
      ...row,
      fromSegment: segmentName(row.from, language),
      toSegment: segmentName(row.to, language),
      range: words.fromTo(numbers.pct(row.low, 1), numbers.pct(row.high, 1)),
    })),
  };
}

function cellTable({ cells, unit }: RfmResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'cells',
    title: words.rfm.cells,
    columns: [
      { key: 'name', title: words.rfm.cell, format: 'text' },
      { key: 'segmentName', title: words.segment, format: 'text' },
      { key: 'users', title: words.rfm.customers, format: 'count', path: '' },
      { key: 'value', title: words.rfm.value, format: 'money' },
    ],
    rows: cells.map((row) => ({
      path: formatPath(['cells', row.name]),
      ...row,
      segmentName: segmentName(row.segment, language),
      unit,
    })),
  };
}
