import type { Chart, Table } from '../../analyses/analysis';
import type { AnalysisOutput } from '../../engine/engine';

/** What stands under one tab. */
export interface Panel {
  readonly key: string;
  readonly title: string;
  readonly charts: readonly Chart[];
  readonly tables: readonly Table[];
  /** Then each carries its own title; what all have in common stands on the tab. */
  readonly isSeveral: boolean;
}

/** The charts and all tables but the first, by tab: those of charts alone come first, then as tables follow. */
export function panelsOf({ charts, tables }: Pick<AnalysisOutput, 'charts' | 'tables'>): Panel[] {
  const others = tables.slice(1);
  const ofTables = others.map(titleOf);
  const ofCharts = charts.map(titleOf).filter((title) => !ofTables.includes(title));
  return [...new Set([...ofCharts, ...ofTables])].map((title, i) => {
    const own = {
      charts: charts.filter((chart) => titleOf(chart) === title),
      tables: others.filter((table) => titleOf(table) === title),
    };
    const titles = [...own.charts, ...own.tables].map((each) => each.title);
    const isSeveral = new Set(titles).size > 1;
    return { key: `p-${i}`, title, ...own, isSeveral };
  });
}

function titleOf({ panel, title }: Chart | Table): string {
  return panel ?? title;
}
