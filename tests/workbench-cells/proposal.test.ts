import { describe, expect, it } from 'vitest';
import type { SourceOutput } from '../../src/engine/engine';
import { params } from '../../src/analyses/experiment/params';
import { experimentProposal } from '../../src/workbench/cells/experiment-proposal';
import { identifierOf } from '../../src/workbench/cells/new-cell';

type Kind = SourceOutput['columns'][number]['kind'];

function source(
  columns: Readonly<Record<string, Kind>>,
  roles: Readonly<Record<string, string>>,
  values: Readonly<Record<string, readonly string[]>>,
): SourceOutput {
  const nothing = { distinct: 0, min: null, max: null, top: null, histogram: null };
  const rest = { emptyDays: null, private: null, missing: 0, unreadable: 0 };
  return {
    ...{ type: 'source', file: 'a.csv', bytes: 1, sha256: '', rows: 9, warnings: [], guesses: [] },
    ...{ users: 9, from: null, to: null, duplicates: 0, roles, eventsWith: {} },
    columns: Object.entries(columns).map(([name, kind]) => ({ name, kind, ...nothing, ...rest })),
    values: Object.fromEntries(
      Object.entries(values).map(([column, each]) => [
        column,
        each.map((value) => ({ value, rows: 1 })),
      ]),
    ),
  };
}

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
const shop = source(
  { user_id: 'text', ts: 'time', event: 'text', variant: 'text', amount: 'number' },
  { user: 'user_id', time: 'ts', event: 'event' },
  { event: ['view', 'exposure', 'purchase'], variant: ['treatment', 'control'] },
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
