import type { Table } from '../analyses/analysis';
import type { Language } from '../locale/language';
import { type Row, cellText, formatOf, unitOf } from './cell-text';

/** A figure that reads otherwise than it did. */
export interface FigureChange {
  /** Title of its table. */
  readonly table: string;
  /** What its row is about, and its column. */
  readonly row: string;
  readonly column: string;
  /** As it read and as it reads; `–` where there was or is nothing. */
  readonly was: string;
  readonly is: string;
}

/**
 * The figures that read otherwise in `now` than in `before`, in the order of `now`: tables by name,
 * rows by what they are about. Rows that came or went are changes of all their figures.
 */
export function tableChanges(
  before: readonly Table[],
  now: readonly Table[],
  language: Language,
  zone: string,
): readonly FigureChange[] {
  const gone = before.filter(({ name }) => !now.some((table) => table.name === name));
  return [...now, ...gone.map((table) => ({ ...table, rows: [] }))].flatMap((table) => {
    const old = before.find(({ name }) => name === table.name);
    return changesOf(old?.rows ?? [], table, old ?? table, language, zone);
  });
}

function changesOf(
  before: readonly Row[],
  { rows, columns, title }: Table,
  { columns: oldColumns }: Table,
  language: Language,
  zone: string,
): readonly FigureChange[] {
  const labels = columns.filter(({ format }) => format === 'text');
  const names = labels.length > 0 ? labels : columns.slice(0, 1);
  const subject = (row: Row): string => names.map(({ key }) => String(row[key] ?? '')).join(' · ');
  const old = byKey(before, subject);
  const current = byKey(rows, subject);
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((key) => {
    const is = current.get(key);
    const was = old.get(key);
    return (is ? columns : oldColumns)
      .filter(({ key: name, interval }) => !interval && !names.some((each) => each.key === name))
      .map((column) => {
        const text = (row: Row | undefined): string =>
          row ? shown(column, row, language, zone) : '–';
        return {
          table: title,
          row: subject((is ?? was)!),
          column: column.title,
          was: text(was),
          is: text(is),
        };
      })
      .filter((change) => change.was !== change.is);
  });
}

/** Rows by the path in the result they come from, else by what they are about; several alike are counted. */
function byKey(rows: readonly Row[], subject: (row: Row) => string): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const name = `${subject(row)}\u0000${String(row['path'] ?? '')}`;
    let key = name;
    for (let n = 2; found.has(key); ++n) key = `${name}\u0000${n}`;
    found.set(key, row);
  }
  return found;
}

function shown(
  column: Table['columns'][number],
  row: Row,
  { numbers }: Language,
  zone: string,
): string {
  const text = cellText(row[column.key], formatOf(column, row), numbers, {
    unit: unitOf(row),
    zone,
  });
  const caption = column.caption === undefined ? null : row[column.caption];
  return caption ? `${text} (${String(caption)})` : text;
}
