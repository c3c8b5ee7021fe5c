import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../src/data/profile';
import {
  goals,
  isComplete,
  suggestedChoice,
  testParams,
  valuesOf,
  variantColumns,
} from '../../src/workbench/import/test-choice';
import { sourceOutput } from './outputs';

const column = (name: string, kind: ColumnProfile['kind']): ColumnProfile => ({
  name,
  kind,
  missing: 0,
  unreadable: 0,
  distinct: null,
  min: null,
  max: null,
  top: null,
  histogram: null,
  emptyDays: null,
  private: null,
});
const values = (...names: string[]) => names.map((value) => ({ value, rows: 1 }));

const units = sourceOutput({
  columns: [
    column('userid', 'number'),
    column('version', 'text'),
    column('rounds', 'number'),
    column('came_back', 'flag'),
  ],
  roles: { user: 'userid' },
  values: { version: values('gate_40', 'gate_30'), came_back: values('false', 'true') },
});
const events = sourceOutput({
  columns: [
    column('user', 'text'),
    column('ts', 'time'),
    column('event', 'text'),
    column('variant', 'text'),
  ],
  roles: { user: 'user', time: 'ts', event: 'event' },
  values: {
    event: values('page_view', 'exposure', 'purchase'),
    variant: values('B', 'control'),
  },
});

describe('an A/B test on a unit table', () => {
  it('is suggested where a column looks like a variant', () => {
    const choice = { variant: 'version', control: 'gate_30', exposure: null, goal: 'came_back' };
    expect(suggestedChoice(units)).toEqual({ ...choice, experiment: null });
    expect(suggestedChoice(sourceOutput())).toBeNull();
  });

  it('is left blank, and is not complete, where no column tells the arms', () => {
    const { columns } = units;
    const came = { came_back: values('false', 'true'), land: values('DE', 'FR') };
    const nobody = sourceOutput({ columns: [columns[3]!, column('land', 'text')], values: came });
    expect(suggestedChoice(nobody)).toMatchObject({ variant: '', control: '', goal: 'came_back' });
    expect(isComplete(suggestedChoice(nobody)!)).toBe(false);
    expect(isComplete(suggestedChoice(units)!)).toBe(true);
  });

  it('offers columns of few values as variants, and what is measured as goals', () => {
    expect(variantColumns(units)).toEqual(['version', 'came_back']);
    expect(valuesOf(units, 'version')).toEqual(['gate_40', 'gate_30']);
    expect(goals(units, 'version')).toEqual(['rounds', 'came_back']);
  });

  it('has the goal that was chosen as its first metric, by the kind of its column', () => {
    const arms = { variant: 'version', control: 'gate_40', exposure: null };
    const choice = { ...arms, goal: 'rounds', experiment: null };
    expect(testParams('cats', units, choice)).toMatchObject({
      kind: 'experiment',
      source: 'cats',
      variant: 'version',
      control: 'gate_40',
      metrics: [
        { name: 'rounds', type: 'mean', column: 'rounds' },
        { name: 'came_back', type: 'proportion', column: 'came_back' },
      ],
    });
  });
});

describe('an A/B test on events', () => {
  it('compares by an exposure and counts an event as its goal', () => {
    expect(goals(events, 'variant')).toEqual(['page_view', 'exposure', 'purchase']);
    const arms = { variant: 'variant', control: 'control', exposure: 'exposure' };
    const choice = { ...arms, goal: 'page_view', experiment: null };
    expect(testParams('shop', events, choice)).toMatchObject({
      exposure: { event: 'exposure', variant: 'variant' },
      control: 'control',
      metrics: [{ name: 'page_view', type: 'proportion', event: 'page_view' }],
    });
  });

  it('enters people by the event that was chosen', () => {
    const choice = { ...suggestedChoice(events)!, exposure: 'page_view' };
    expect(testParams('shop', events, choice)).toMatchObject({ exposure: { event: 'page_view' } });
  });

  it('takes one of several experiments, the largest at first', () => {
    const several = sourceOutput({
      ...events,
      columns: [...events.columns, column('experiment', 'text')],
      values: { ...events.values, experiment: values('checkout', 'banner') },
    });
    const choice = suggestedChoice(several)!;
    expect(choice.experiment).toEqual({ column: 'experiment', value: 'checkout' });
    expect(testParams('shop', several, choice)).toMatchObject({
      exposure: { event: 'exposure', where: { experiment: 'checkout' }, variant: 'variant' },
    });
  });

  it('never takes the columns of user, time and event for variants', () => {
    expect(variantColumns(events)).toEqual(['variant']);
  });
});
