import { describe, expect, it } from 'vitest';
import { params } from '../../src/analyses/experiment/params';
import { experimentProposal } from '../../src/workbench/cells/experiment-proposal';
import { identifierOf } from '../../src/workbench/cells/new-cell';
import { shop, source } from './source-outputs';

const cats = source(
  {
    userid: 'number',
    version: 'text',
    sum_gamerounds: 'number',
    retention_1: 'flag',
    retention_7: 'flag',
  },
  { user: 'userid' },
  { version: ['gate_40', 'gate_30'] },
);
describe('experimentProposal', () => {
  it('compares the yes-or-no columns of a table of users', () => {
    expect(experimentProposal('cats', cats)).toEqual({
      ...{ kind: 'experiment', source: 'cats', variant: 'version', control: 'gate_30' },
      metrics: [
        { name: 'retention_1', type: 'proportion', column: 'retention_1' },
        { name: 'retention_7', type: 'proportion', column: 'retention_7' },
        { name: 'sum_gamerounds', type: 'mean', column: 'sum_gamerounds' },
      ],
    });
  });

  it('takes a column of nothing but 0 and 1 for a yes or no', () => {
    const people = source(
      { customer: 'text', grp: 'text', tries: 'number', did_buy: 'number' },
      { user: 'customer' },
      { grp: ['B', 'A'], tries: ['0', '1', '2'], did_buy: ['0', '1'] },
    );
    expect(experimentProposal('people', people)).toMatchObject({
      ...{ variant: 'grp', control: 'A' },
      metrics: [
        { name: 'did_buy', type: 'proportion', column: 'did_buy' },
        { name: 'tries', type: 'mean', column: 'tries' },
      ],
    });
  });

  it('takes exposure and purchase from a table of events', () => {
    expect(experimentProposal('events', shop)).toEqual({
      ...{ kind: 'experiment', source: 'events', control: 'control' },
      exposure: { event: 'exposure', variant: 'variant' },
      metrics: [{ name: 'purchase', type: 'proportion', event: 'purchase', window: '7d' }],
    });
  });

  it('wants more of what is named like a goal, else of the rarest event that is no exposure', () => {
    const goalOf = (...names: readonly string[]) => {
      const columns = { customer: 'text', at: 'time', action: 'text', grp: 'text' } as const;
      const roles = { user: 'customer', time: 'at', event: 'action' };
      const output = source(columns, roles, { action: names, grp: ['A', 'B'] });
      return experimentProposal('a', output)['metrics'];
    };
    expect(goalOf('opened_app', 'saw_test', 'bought', 'crashed')).toMatchObject([
      { event: 'bought' },
    ]);
    expect(goalOf('opened_app', 'played', 'finished', 'saw_test')).toMatchObject([
      { event: 'finished' },
    ]);
    expect(goalOf('saw_test')).toMatchObject([{ event: 'saw_test' }]);
  });

  it('is what the analysis accepts', () => {
    for (const output of [cats, shop]) {
      const { kind, ...proposed } = experimentProposal('a', output);
      expect(kind).toBe('experiment');
      expect(params.safeParse(proposed).error).toBeUndefined();
    }
  });

  it('leaves to the form what cannot be told', () => {
    expect(experimentProposal('', null)).toMatchObject({ control: '', metrics: [] });
  });
});

describe('identifierOf', () => {
  it.each([
    ['cookie_cats.csv.gz', 'cookie_cats'],
    ['checkout-events.parquet', 'checkout_events'],
    ['2026 März.csv', '_2026_März'],
    ['数据.csv', '数据'],
    ['---.csv', 'data'],
  ])('makes a name of %s', (file, name) => {
    expect(identifierOf(file)).toBe(name);
  });
});
