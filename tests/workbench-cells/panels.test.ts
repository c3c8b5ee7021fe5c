import { describe, expect, it } from 'vitest';
import { panelsOf } from '../../src/workbench/results/panels';

const chart = (name: string, panel?: string) =>
  ({ name, title: name, ...(panel === undefined ? {} : { panel }) }) as never;

describe('the tabs of a result', () => {
  it('hold charts alone first, then what stands with tables in their order', () => {
    const panels = panelsOf({
      charts: [chart('over time'), chart('by country', 'segments'), chart('by age', 'segments')],
      tables: [chart('results'), chart('worth'), chart('groups', 'segments'), chart('arms')],
    });
    expect(panels.map(({ title }) => title)).toEqual(['over time', 'worth', 'segments', 'arms']);
    const segments = panels[2]!;
    expect([segments.charts.length, segments.tables.length]).toEqual([2, 1]);
    expect(panels.map(({ isSeveral }) => isSeveral)).toEqual([false, false, true, false]);
  });

  it('say the title of a chart and a table once where it is one', () => {
    const [both] = panelsOf({ charts: [chart('steps')], tables: [chart('paths'), chart('steps')] });
    expect(both).toMatchObject({ title: 'steps', isSeveral: false });
    expect([both!.charts.length, both!.tables.length]).toEqual([1, 1]);
  });
});
