import type { Session } from '../../../session/session';
import { analysisOutputOf, tableOf } from '../../cells/cell-output';
import type { ChartColumn } from '../../cells/chart-proposal';

/** A table a chart can be drawn from, under the name by which `data.name` means it. */
export interface ChartTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ChartColumn[];
}

/** The tables of a notebook: of sources, of transforms, and those of results. */
export function chartTables(session: Pick<Session, 'notebook' | 'state'>): readonly ChartTable[] {
  return session.notebook.cells.flatMap(({ id }): readonly ChartTable[] => {
    const found = session.state(id);
    const table = tableOf(found);
    if (table) return [{ name: id, title: id, columns: table.columns }];
    const tables = analysisOutputOf(found)?.tables ?? [];
    return tables.map((each, index) => ({
      name: index === 0 ? id : `${id}.${each.name}`,
      title: `${id}: ${each.title}`,
      columns: columnsOf(each.rows),
    }));
  });
}

function columnsOf(
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
): readonly ChartColumn[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].map((name) => {
    const value = rows.map((row) => row[name]).find((each) => each !== null && each !== undefined);
    const kind =
      typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'flag' : 'text';
    return { name, kind };
  });
}
