import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import type { ProblemData } from '../../src/base/problem';
import { setJson } from '../../src/notebook/edit';
import { freezePlan } from '../../src/session/freeze-plan';
import type { Session } from '../../src/session/session';
import { csvFile } from '../engine/csv-file';
import { sessionOf, shelf, states } from './tools';

/** A notebook of cells, each `type id { … }`; the first line of its JSON is the third of its fence. */
function book(...cells: readonly (readonly [info: string, json: object])[]): string {
  const fences = cells.map(
    ([info, json]) => `\`\`\`json lift:${info}\n${JSON.stringify(json)}\n\`\`\`\n`,
  );
  return ['```json lift:notebook\n{ "liftbook": 1, "timezone": "UTC" }\n```\n', ...fences].join(
    '\n',
  );
}

const PURCHASE = { type: 'proportion', event: 'purchase', window: '1d' };
const SOURCE = [
  'source events',
  { file: 'story.csv', roles: { user: 'user_id', time: 'ts', event: 'event' } },
] as const;

function experimentWith(metrics: readonly object[]) {
  const exposure = { event: 'exposure', variant: 'variant' };
  const given = { source: 'events', exposure, control: 'control', looks: 'fixed' };
  const params = { kind: 'experiment', ...given, completeThrough: '2026-03-05', metrics };
  return ['analysis ab', params] as const;
}

/** A session whose files are the story and other notebooks. */
function sessionWith(
  text: string,
  books: Readonly<Record<string, string>>,
): { session: Session; files: ReturnType<typeof shelf> } {
  const files = shelf();
  for (const [name, each] of Object.entries(books)) files.set(name, csvFile(name, [each]));
  const locate = (path: string) => Promise.resolve(files.get(path) ?? null);
  return { session: sessionOf(text, { locate }), files };
}

async function ran(text: string, books: Readonly<Record<string, string>> = {}): Promise<Session> {
  const { session } = sessionWith(text, books);
  await session.run();
  return session;
}

function metricsOf(session: Session): unknown {
  const state = session.state('ab');
  if (state.state !== 'done' || state.output.type !== 'analysis') throw new Error(state.state);
  return (state.output.result as { readonly metrics: unknown }).metrics;
}

const codes = ({ problems }: Session): readonly ProblemData['code'][] =>
  problems.map(({ code }) => code);

const TEAM = book(['definitions team', { metrics: { purchase: PURCHASE } }]);
const FROM_FILE = ['definitions team', { file: 'metrics.lift.md' }] as const;

describe('metrics defined once', () => {
  it('give what the same metrics give that are written out', async () => {
    const written = await ran(book(SOURCE, experimentWith([{ name: 'purchase', ...PURCHASE }])));
    const here = ['definitions team', { metrics: { purchase: PURCHASE } }] as const;
    const refers = experimentWith([{ $ref: 'team.purchase' }]);
    const inOneFile = await ran(book(here, SOURCE, refers));
    const inTwo = await ran(book(FROM_FILE, SOURCE, refers), { 'metrics.lift.md': TEAM });
    expect(metricsOf(inOneFile)).toEqual(metricsOf(written));
    expect(metricsOf(inTwo)).toEqual(metricsOf(written));
    expect(inTwo.problems).toEqual([]);
  });

  it('take what stands beside a definition', async () => {
    const own = { role: 'guardrail', name: 'Bought', direction: 'down' };
    const metrics = [{ $ref: 'team.purchase' }, { definition: { $ref: 'team.purchase' }, ...own }];
    const session = await ran(book(FROM_FILE, SOURCE, experimentWith(metrics)), {
      'metrics.lift.md': TEAM,
    });
    expect(metricsOf(session)).toMatchObject([
      { name: 'purchase', role: 'goal', direction: 'up', windowMs: 86_400_000 },
      { name: 'Bought', role: 'guardrail', direction: 'down', windowMs: 86_400_000 },
    ]);
  });

  it('may be passed on from file to file, own ones counting first', async () => {
    const session = await ran(
      book(
        ['definitions team', { file: 'a/metrics.lift.md', metrics: { buys: PURCHASE } }],
        SOURCE,
        experimentWith([{ $ref: 'team.buys' }, { $ref: 'team.visits' }, { $ref: 'team.orders' }]),
      ),
      {
        'a/metrics.lift.md': book(
          ['definitions more', { file: '../b.lift.md' }],
          ['definitions own', { metrics: { buys: { ...PURCHASE, window: '2d' } } }],
        ),
        'b.lift.md': book([
          'definitions base',
          {
            metrics: {
              visits: { type: 'count', event: 'exposure' },
              orders: { type: 'count', event: 'purchase' },
            },
          },
        ]),
      },
    );
    expect(metricsOf(session)).toMatchObject([
      { name: 'buys', windowMs: 86_400_000 },
      { name: 'visits' },
      { name: 'orders' },
    ]);
  });

  it('run their readers again when one of their own is edited', async () => {
    const here = ['definitions team', { metrics: { purchase: PURCHASE } }] as const;
    const text = book(here, SOURCE, experimentWith([{ $ref: 'team.purchase' }]));
    const { session } = sessionWith(text, {});
    await session.run();
    const changed = { metrics: { purchase: { ...PURCHASE, window: '2d' } } };
    session.apply((notebook) => setJson(notebook, 'team', changed));
    await session.run();
    expect(metricsOf(session)).toMatchObject([{ windowMs: 2 * 86_400_000 }]);
  });
});

describe('a frozen plan whose metrics are defined elsewhere', () => {
  const metrics = [
    { $ref: 'team.purchase' },
    { definition: { $ref: 'team.purchase' }, name: 'again', role: 'secondary' },
  ];

  async function planChecks(changed: string, edit: object = {}): Promise<unknown> {
    const [info, params] = experimentWith(metrics);
    const text = book(FROM_FILE, SOURCE, [info, params]);
    const before = sessionWith(text, { 'metrics.lift.md': TEAM }).session;
    await before.run(['team']);
    freezePlan(before, 'ab', Date.UTC(2026, 1, 20));
    before.apply((notebook) => setJson(notebook, 'ab', { ...params, ...edit } as JsonObject));
    const session = await ran(before.text, { 'metrics.lift.md': changed });
    const state = session.state('ab');
    if (state.state !== 'done' || state.output.type !== 'analysis') throw new Error(state.state);
    const { checks } = state.output.result as { readonly checks: readonly { name: string }[] };
    return checks.find(({ name }) => name === 'plan');
  }

  it('is kept while the definitions are the same, whatever else may change', async () => {
    expect(await planChecks(TEAM)).toMatchObject({ status: 'pass', isChanged: false });
    const free = await planChecks(TEAM, { owner: 'Ana', alpha: 0.05 });
    expect(free).toMatchObject({ status: 'pass', isChanged: false, deviations: [] });
  });

  it('is told to be changed when they are, at each metric that takes them', async () => {
    const longer = { metrics: { purchase: { ...PURCHASE, window: '2d' } } };
    expect(await planChecks(book(['definitions team', longer]))).toMatchObject({
      status: 'warn',
      isChanged: true,
      deviations: [
        { path: 'metrics.purchase.window', was: '1d', is: '2d' },
        { path: 'metrics.again.window', was: '1d', is: '2d' },
      ],
    });
  });
});

describe('a problem with definitions', () => {
  const refers = experimentWith([{ $ref: 'team.purchase' }]);
  const text = book(FROM_FILE, SOURCE, refers);

  it('of a missing file stands at the file, blocks its readers, and is gone when the file comes', async () => {
    const { session, files } = sessionWith(text, {});
    await session.run();
    expect(session.problems).toMatchObject([
      {
        code: 'data-file-missing',
        args: { file: 'metrics.lift.md' },
        at: { cell: 'team', path: 'file', line: 6 },
      },
    ]);
    expect(states(session)).toMatchObject({ team: 'problem', ab: 'blocked' });
    files.set('metrics.lift.md', csvFile('metrics.lift.md', [TEAM]));
    session.provide();
    await session.run();
    expect(states(session)).toMatchObject({ team: 'done', ab: 'done' });
  });

  it('of an unknown metric stands at the reference and names the nearest', async () => {
    const typo = book(FROM_FILE, SOURCE, experimentWith([{ $ref: 'team.purchse' }]));
    const session = await ran(typo, { 'metrics.lift.md': TEAM });
    expect(session.problems).toMatchObject([
      { code: 'not-at-path', args: { near: 'purchase' }, at: { cell: 'ab', path: 'metrics[0]' } },
    ]);
  });

  it('of notebooks that take from one another shows the circle', async () => {
    const session = await ran(text, {
      'metrics.lift.md': book(['definitions a', { file: 'other.lift.md' }]),
      'other.lift.md': book(['definitions b', { file: 'metrics.lift.md' }]),
    });
    expect(session.problems).toMatchObject([
      {
        code: 'definitions-cycle',
        args: { path: 'metrics.lift.md → other.lift.md → metrics.lift.md' },
        at: { file: 'other.lift.md', line: 6 },
      },
    ]);
    const itself = await ran(book(['definitions team', { file: 'story.lift.md' }]));
    expect(codes(itself)).toEqual(['definitions-cycle']);
  });

  it('of a metric of another notebook stands there, in its file and line', async () => {
    const wrong = { metrics: { purchase: { ...PURCHASE, windwo: '7d' } } };
    const session = await ran(text, { 'metrics.lift.md': book(['definitions a', wrong]) });
    expect(session.problems).toMatchObject([
      {
        code: 'unknown-key',
        args: { near: 'window' },
        at: { file: 'metrics.lift.md', line: 6, path: 'metrics.purchase.windwo' },
      },
    ]);
  });

  it('of a metric of this notebook stands at its key', async () => {
    const wrong = { metrics: { purchase: { ...PURCHASE, window: 'a week' } } };
    const session = await ran(book(['definitions team', wrong]));
    expect(session.problems).toMatchObject([
      { code: 'not-a-duration', at: { cell: 'team', path: 'metrics.purchase.window' } },
    ]);
  });

  it.each([
    ['no definitions', book(SOURCE), 'no-definitions'],
    ['broken JSON', '```json lift:definitions a\n{ "metrics": \n```\n', 'json-unexpected'],
    [
      'two metrics of one name',
      book(
        ['definitions a', { metrics: { purchase: PURCHASE } }],
        ['definitions b', { metrics: { purchase: PURCHASE } }],
      ),
      'same-name',
    ],
  ])('of a file with %s is said', async (_, content, code) => {
    const session = await ran(text, { 'metrics.lift.md': content });
    expect(codes(session)).toEqual([code]);
  });
});
