import { type HeatCell, heatMap } from '../../charts/heat-map';
import { pairedBars } from '../../charts/paired-bars';
import { shareMatrix } from '../../charts/share-matrix';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { NEW, NONE } from './migration';
import type { RfmResult } from './result';
import { segmentName } from './segment-name';

/** The means of two scores, highest first, and the scores of recency. */
const FM = [5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5, 1];
const RECENCY = [1, 2, 3, 4, 5];

/** Customers by recency and by frequency and value, segments by size and value, and moves. */
export function charts(result: RfmResult, language: Language): Chart[] {
  const list = [grid(result, language), segments(result, language), migration(result, language)];
  return list.filter((chart) => chart !== null);
}

function grid({ cells, customers }: RfmResult, language: Language): Chart | null {
  const { words, numbers } = language;
  // A result that is passed on may have lost all cells of few customers.
  if (cells.length === 0) return null;
  const isWhole = cells.reduce((sum, { users }) => sum + users, 0) === customers;
  const counted = FM.flatMap((fm) =>
    RECENCY.map((recency) => {
      const own = cells.filter(
        (cell) => cell.recency === recency && (cell.frequency + cell.monetary) / 2 === fm,
      );
      return { fm, recency, own, users: own.reduce((sum, { users }) => sum + users, 0) };
    }),
  );
  const most = Math.max(...counted.map(({ users }) => users));
  const marks = counted.map(({ fm, recency, own, users }): HeatCell => {
    const [first] = own;
    const place = { row: numbers.num(fm, 1), column: numbers.int(recency) };
    if (!isWhole && !first) {
      return { ...place, kind: 'unknown', tint: 0, text: '', detail: words.fewUsers };
    }
    const isAll = isWhole || own.length === cellsAt(fm);
    return {
      ...place,
      kind: 'tinted',
      tint: users / most,
      text: isAll ? numbers.int(users) : `≥ ${numbers.int(users)}`,
      detail: first ? segmentName(first.segment, language) : '',
    };
  });
  const best = counted.find(({ users }) => users === most)!;
  const description = words.rfm.gridOf(
    numbers.int(customers),
    numbers.int(most),
    numbers.int(best.recency),
    numbers.num(best.fm, 1),
  );
  return {
    name: 'grid',
    title: words.rfm.grid,
    description,
    spec: heatMap(marks, {
      across: words.rfm.recencyScore,
      down: words.rfm.fmScore,
      rows: FM.map((fm) => numbers.num(fm, 1)),
      columns: RECENCY.map((recency) => numbers.int(recency)),
      description,
    }),
  };
}

/** How many pairs of two scores have this mean. */
function cellsAt(mean: number): number {
  return 5 - Math.abs(2 * mean - 6);
}

function segments({ segments }: RfmResult, language: Language): Chart {
  const { words, numbers } = language;
  const shown = segments.filter(({ users }) => users > 0);
  const description = shown
    .map(({ name, share, part }) =>
      words.rfm.segmentOf(
        segmentName(name, language),
        numbers.pct(share, 1),
        part === null ? '–' : numbers.pct(part, 1),
      ),
    )
    .join(' ');
  return {
    name: 'segments',
    title: words.rfm.segments,
    description,
    spec: pairedBars(
      shown.flatMap(({ name, share, part }) => {
        const row = segmentName(name, language);
        return [
          { row, series: words.rfm.ofCustomers, value: share },
          { row, series: words.rfm.part, value: part ?? 0 },
        ];
      }),
      { axis: words.share, series: [words.rfm.ofCustomers, words.rfm.part], description },
      '.0%',
    ),
  };
}

function migration({ migration, segments }: RfmResult, language: Language): Chart | null {
  if (migration === null) return null;
  const { words, numbers } = language;
  const names = segments.map(({ name }) => name);
  const used = (key: 'from' | 'to', last: string) =>
    [...names, last].filter((name) => migration.rows.some((row) => row[key] === name));
  const { kept, previous } = migration;
  const description = words.rfm.migrationOf(
    numbers.date(Date.parse(previous), 'UTC'),
    numbers.int(kept.users),
    numbers.int(kept.of),
  );
  const label = (name: string) => segmentName(name, language);
  return {
    name: 'migration',
    title: words.rfm.migration,
    description,
    spec: shareMatrix(
      migration.rows.map(({ from, to, share }) => ({ row: label(from), column: label(to), share })),
      {
        rows: used('from', NEW).map(label),
        columns: used('to', NONE).map(label),
        across: words.rfm.now,
        down: words.rfm.before,
        share: words.rfm.ofThose,
        description,
      },
    ),
  };
}
