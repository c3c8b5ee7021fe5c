import { describe, expect, it } from 'vitest';
import type { HeatCell } from '../../src/charts/heat-map';
import { charts as affinityCharts } from '../../src/analyses/affinity/charts';
import type { AffinityCell, AffinityResult } from '../../src/analyses/affinity/result';
import { charts as rfmCharts } from '../../src/analyses/rfm/charts';
import type { RfmResult } from '../../src/analyses/rfm/result';
import { english } from '../../src/locale/english';

const LEFT_OUT = english.words.fewUsers;

function cellsOf(spec: object | undefined): readonly HeatCell[] {
  return (spec as { data: { values: readonly HeatCell[] } }).data.values;
}

function gridOf(cells: RfmResult['cells'], customers: number): readonly HeatCell[] {
  const result = { cells, customers, segments: [], migration: null } as unknown as RfmResult;
  const chart = rfmCharts(result, english).find(({ name }) => name === 'grid');
  return chart ? cellsOf(chart.spec) : [];
}

const rfmCell = (recency: number, frequency: number, monetary: number, users: number) => {
  const name = `${recency}${frequency}${monetary}`;
  return { name, recency, frequency, monetary, segment: 'loyal', users, value: 1 };
};

describe('the map of an RFM', () => {
  const cells = [rfmCell(5, 5, 5, 20), rfmCell(5, 4, 5, 30)];
  const textsOf = (grid: readonly HeatCell[]) =>
    grid.filter(({ column }) => column === '5').map(({ text }) => text);

  it('counts nobody where nobody is', () => {
    expect(textsOf(gridOf(cells, 50))).toEqual(['20', '30', '0', '0', '0', '0', '0', '0', '0']);
  });

  it('says where customers are withheld, and where there may be more than are shown', () => {
    const grid = gridOf(cells, 53);
    expect(textsOf(grid)).toEqual(['20', '≥ 30', '', '', '', '', '', '', '']);
    const empty = grid.filter(({ kind }) => kind === 'unknown');
    expect(empty).toHaveLength(43);
    expect(new Set(empty.map(({ detail }) => detail))).toEqual(new Set([LEFT_OUT]));
  });

  it('is not drawn when nothing is left of it', () => {
    expect(gridOf([], 9)).toEqual([]);
  });
});

describe('the map of an affinity', () => {
  it('is hatched where few users are withheld', () => {
    const cell = (group: string, content: string) =>
      ({ group, content, shrunken: 1.2, rate: 0.3, others: { rate: 0.2 } }) as AffinityCell;
    const difference = { estimate: null };
    const result = {
      cells: [cell('GB', 'tea'), cell('DE', 'rye')],
      groups: [{ name: 'GB' }, { name: 'DE' }],
      contents: ['tea', 'rye'].map((name) => ({ name, difference })),
    } as unknown as AffinityResult;
    const [chart] = affinityCharts(result, english);
    expect(cellsOf(chart!.spec).map(({ row, column, kind }) => `${row} ${column} ${kind}`)).toEqual(
      [...['GB tea tinted', 'GB rye unknown', 'DE tea unknown', 'DE rye tinted']],
    );
  });
});
