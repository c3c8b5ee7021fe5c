import { describe, expect, it } from 'vitest';
import { chartProposal } from '../../src/workbench/cells/chart-proposal';
import {
  isSimple,
  markOf,
  shelfOf,
  withData,
  withMark,
  withShelf,
} from '../../src/workbench/forms/written/chart-shelves';

const COLUMNS = [
  { name: 'week', kind: 'time' },
  { name: 'country', kind: 'text' },
  { name: 'net.amount', kind: 'number' },
] as const;

const SPEC = {
  data: { name: 'weekly' },
  mark: { type: 'bar', opacity: 0.5 },
  encoding: { x: { field: 'country', type: 'nominal', title: 'Land' } },
};

describe('the shelves of a chart', () => {
  it('write ordinary Vega-Lite and keep what else a channel says', () => {
    const moved = withShelf(SPEC, 'x', { field: 'week', aggregate: '' }, COLUMNS);
    expect(moved['encoding']).toEqual({ x: { field: 'week', type: 'temporal', title: 'Land' } });
    const summed = withShelf(moved, 'y', { field: 'net.amount', aggregate: 'sum' }, COLUMNS);
    expect(summed).toMatchObject({
      encoding: { y: { aggregate: 'sum', field: 'net\\.amount', type: 'quantitative' } },
    });
    expect(shelfOf(summed, 'y')).toEqual({ field: 'net.amount', aggregate: 'sum' });
  });

  it('count rows without a field, and are empty without either', () => {
    const counted = withShelf(SPEC, 'y', { field: '', aggregate: 'count' }, COLUMNS);
    expect(counted).toMatchObject({
      encoding: { y: { aggregate: 'count', type: 'quantitative' } },
    });
    expect(withShelf(counted, 'y', { field: '', aggregate: '' }, COLUMNS)).toEqual(SPEC);
  });

  it('change the mark and keep what else is said of it', () => {
    expect(withMark(SPEC, 'line')['mark']).toEqual({ type: 'line', opacity: 0.5 });
    expect(markOf(withMark({ mark: 'bar' }, 'area'))).toBe('area');
  });

  it('take off what another table has not', () => {
    const other = [{ name: 'day', kind: 'time' }] as const;
    expect(withData(SPEC, 'daily', other)).toEqual({
      ...SPEC,
      data: { name: 'daily' },
      encoding: {},
    });
  });

  it('do not show charts of several views', () => {
    expect([isSimple(SPEC), isSimple({ layer: [] })]).toEqual([true, false]);
  });
});

describe('chartProposal(table)', () => {
  const profile = (name: string, kind: 'time' | 'text' | 'number', min: unknown = null) =>
    ({ name, kind, min }) as never;

  it('draws the first number over the first time', () => {
    const facts = {
      columns: [profile('country', 'text'), profile('n', 'number'), profile('ts', 'time')],
      roles: {},
    };
    expect(chartProposal({ id: 't', facts })).toEqual({
      data: { name: 't' },
      mark: 'line',
      encoding: { x: { field: 'ts', type: 'temporal' }, y: { field: 'n', type: 'quantitative' } },
    });
  });

  it('counts the rows of the first text where there is no number, never of users', () => {
    const facts = {
      columns: [profile('who', 'text'), profile('event', 'text')],
      roles: { user: 'who' },
    };
    expect(chartProposal({ id: 't', facts })).toEqual({
      data: { name: 't' },
      mark: 'bar',
      encoding: {
        x: { field: 'event', type: 'nominal' },
        y: { aggregate: 'count', type: 'quantitative' },
      },
    });
  });
});
