import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, isObject } from '../../src/base/json';
import { analyses } from '../../src/analyses/index';
import type { CellState } from '../../src/session/cell-state';
import type { Session } from '../../src/session/session';
import { sessionOf, shelf } from './tools';

const LEAST = 10;
const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 2, 9);

/** Users of a shop: how many each town has, and what a draw of each user makes them do. */
interface Shop {
  readonly towns: readonly number[];
  readonly draws: readonly number[];
}

const shops: fc.Arbitrary<Shop> = fc.record({
  towns: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 2, maxLength: 8 }),
  draws: fc.array(fc.nat(999), { minLength: 7, maxLength: 31 }),
});

const HEADER = 'member,handle,town,arm,what,score,wait,amount,when';

/** Town 3 is called `Town3x`, its users `member-3-0`, … and `handle_3_0@`, …, so that each can be looked for. */
function rowsOf({ towns, draws }: Shop): readonly string[] {
  const rows = towns.flatMap((users, town) =>
    Array.from({ length: users }, (_, k) => {
      const draw = draws[(7 * town + k) % draws.length]!;
      const who = `member-${town}-${k},handle_${town}_${k}@,Town${town}x,${k % 2 ? 'new' : 'old'}`;
      const row = (what: string, score: string, wait: number, at: number): string =>
        `${who},${what},${score},${wait},${wait},${new Date(START + at).toISOString()}`;
      const first = (draw % 5) * DAY;
      return [
        row('see', '', 100 + draw, first),
        ...(draw % 3 > 0 ? [row('buy', '', 50, first + 3_600_000)] : []),
        ...(draw % 2 > 0 ? [row('answer', String(draw % 11), 10, first + 2 * DAY)] : []),
        ...(draw % 7 > 2 ? [row('see', '', 30, first + DAY)] : []),
      ];
    }).flat(),
  );
  return [HEADER, ...rows];
}

const cell = (info: string, body: object | string): string =>
  `\n\`\`\`${info}\n${typeof body === 'string' ? body : JSON.stringify(body)}\n\`\`\`\n`;

const common = { source: 'shop', completeThrough: '2026-03-20' };

const PURCHASE = { event: 'buy', value: 'amount' };

/** An analysis of every kind, divided by town wherever the kind can divide people. */
const ANALYSES: Readonly<Record<string, object>> = {
  experiment: {
    ...{ exposure: { event: 'see', variant: 'arm' }, control: 'old', segments: ['town'] },
    metrics: [
      { name: 'buys', type: 'proportion', event: 'buy' },
      { name: 'paid', type: 'mean', ...PURCHASE, cap: { upper: 0.9 } },
    ],
    looks: 'fixed',
  },
  calculator: {
    arms: [
      { name: 'a', users: 200, conversions: 20 },
      { name: 'b', users: 210, conversions: 33 },
    ],
  },
  scorecard: { links: [{ name: 'keep', value: 0.4, full: 1 }] },
  power: { metric: { name: 'buys', type: 'proportion', event: 'buy' }, mde: 0.05 },
  funnel: { steps: [{ event: 'see' }, { event: 'buy' }], breakdown: 'town' },
  retention: { start: { event: 'see' }, period: 'day', periods: 3, breakdown: 'town' },
  friction: {
    ...{ window: '1d', breakdown: 'town' },
    steps: [{ event: 'see', wait: 'wait' }, { event: 'buy' }],
  },
  nps: { event: 'answer', value: 'score', breakdown: 'town' },
  affinity: { engage: { event: 'see' }, content: 'town', breakdown: 'arm' },
  attribution: { touch: { event: 'see', channel: 'arm' }, conversion: PURCHASE, bootstrap: 0 },
  campaign: { contact: { event: 'see' }, act: PURCHASE, window: '2d', breakdown: 'town' },
  concentration: {
    ...{ measure: PURCHASE, acquisition: { event: 'see', channel: 'town' }, costs: 'spend' },
    ...{ top: [0.5], superUsers: 0.5 },
  },
  payback: {
    ...{ acquisition: { event: 'see', channel: 'town' }, purchase: PURCHASE, costs: 'spend' },
    ...{ period: 'day', periods: 3 },
  },
  repurchase: { purchase: { event: 'see' }, within: ['2d'], period: 'week', breakdown: 'town' },
  monitor: { metric: { type: 'users', event: 'see' }, period: 'day', breakdown: 'town' },
  paths: { from: { event: 'see' }, window: '2d', breakdown: 'arm' },
  referral: {
    ...{ invite: { event: 'see' }, signup: { event: 'buy' } },
    ...{ referred: { town: 'Town0x' }, referrer: 'handle' },
  },
  segments: { segments: ['first'], period: 'week', portrait: 'first' },
  lifecycle: { event: '*', period: 'day' },
  churn: { event: 'see', horizon: '3d', period: 'day' },
  health: {
    ...{ event: 'see', completeThrough: '2026-03-06', horizon: '1d' },
    dimensions: [{ name: 'silence', measure: 'recency', event: 'see', window: '2d' }],
  },
  rfm: { purchase: PURCHASE },
  tiers: {
    ...{ measure: PURCHASE, window: '5d', period: 'day' },
    tiers: [
      { name: 'low', from: 0 },
      { name: 'high', from: 100 },
    ],
  },
  ltv: { purchase: PURCHASE, period: 'day', periods: 3 },
  promo: { purchase: PURCHASE, promotion: { arm: 'new' }, activity: 'see', minimumOrders: 1 },
};

const WITHOUT_ROWS = ['calculator', 'scorecard'];

/** Cells that divide people by where they live, or show rows. */
const CELLS: readonly string[] = [
  ...Object.entries(ANALYSES).map(([kind, params]) =>
    cell(`json lift:analysis ${kind}`, {
      ...(WITHOUT_ROWS.includes(kind) ? {} : common),
      ...{ kind, ...params },
    }),
  ),
  cell('js lift:transform firsts', 'shop.slice(0, 5)'),
  cell('js lift:transform handles', "shop.rename({ handle: 'called' }).slice(0, 5)"),
  cell('json lift:chart towns', {
    ...{ data: { name: 'shop' }, mark: 'bar' },
    encoding: { x: { field: 'when', timeUnit: 'yearmonthdate' }, y: { aggregate: 'count' } },
  }),
  cell('js lift:transform sizes', "shop.groupby('town').rollup({ rows: op.count() })"),
  cell(
    'js lift:transform people',
    "shop.groupby('town').rollup({ rows: op.count(), users: d => op.distinct(d.member) })",
  ),
  ...['shop', 'sizes', 'people', 'funnel'].map((name) =>
    cell(`json lift:chart ${name}_drawn`, {
      ...{ data: { name }, mark: 'bar' },
      encoding: name === 'funnel' ? { x: { field: 'group' } } : { x: { field: 'town' }, y: { aggregate: 'count' } }, // prettier-ignore
    }),
  ),
  cell('json lift:chart each', {
    ...{ data: { name: 'shop' }, mark: 'point' },
    encoding: { x: { field: 'when', type: 'temporal' }, y: { field: 'town' } },
  }),
  '\nThe first is {{ firsts[0].handle }}{{ firsts[0].member }}.\n',
];

/** Those that were once forgotten. */
const ALWAYS = CELLS.filter((each) => /lift:(chart|analysis (experiment|affinity|funnel|retention))/.test(each)); // prettier-ignore

async function sessionWith(shop: Shop, cells: readonly string[]): Promise<Session> {
  const spend = ['channel,date,cost', 'Elsewhere,2026-03-02,100'];
  const files = shelf({ 'shop.csv': rowsOf(shop), 'spend.csv': spend });
  const head = cell('json lift:notebook', { liftbook: 1, timezone: 'UTC', smallestGroup: LEAST });
  const source = cell('json lift:source shop', {
    file: 'shop.csv',
    roles: { user: 'member', time: 'when', event: 'what' },
    columns: { handle: { privacy: 'identifier' } },
  });
  const costs = cell('json lift:source spend', {
    file: 'spend.csv',
    roles: { channel: 'channel', date: 'date', cost: 'cost' },
  });
  const first = cell('json lift:segment first', { source: 'shop', where: { town: 'Town0x' } });
  const session = sessionOf(`${head}${source}${costs}${first}${cells.join('')}`, {
    locate: (path) => Promise.resolve(files.get(path) ?? null),
    trusted: true,
  });
  await session.run();
  session.saveResults();
  return session;
}

/** Whatever names somebody of the shop. */
const PEOPLE = /member-\d+-\d+|handle_\d+_\d+@/g;

/** Keys that count people. */
const COUNTS = [
  ...['users', 'entered', 'answers', 'customers', 'reached', 'buyers', 'matured'],
  ...['both', 'covered', 'known', 'of'],
];

/** Lists whose elements are no group: arms and steps, periods, and how many of all have each value of one number. */
const WHOLES = [
  ...['experiment arms', 'experiment metrics.arms', 'experiment checks', 'power curve'],
  ...['funnel groups.steps', 'churn rows', 'health histogram', 'rfm scores.levels'],
  ...['repurchase groups.orders', 'repurchase groups.orders.within'],
  ...['repurchase orders', 'repurchase orders.within'],
  ...['repurchase cohorts.orders', 'repurchase cohorts.orders.within'],
];

/** Where an element of a list stands for fewer than `LEAST` people, as `kind path.of.keys`. */
function fewIn(value: Json, at: string, isElement = false): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => fewIn(each, at, true));
  if (!isObject(value)) return [];
  const isFew = COUNTS.some((key) => Number(value[key]) > 0 && Number(value[key]) < LEAST);
  const inner = Object.entries(value).flatMap(([key, each]) =>
    fewIn(each, at.endsWith(' ') ? at + key : `${at}.${key}`),
  );
  return isElement && isFew ? [at, ...inner] : inner;
}

/** What of a shared cell is drawn, said or listed. */
function shown(state: CellState): unknown {
  const output = 'output' in state ? state.output : null;
  if (output?.type === 'chart') return output.chart;
  if (output?.type === 'analysis') return [output.findings, output.tables, output.charts];
  return output?.type === 'transform' ? output.value : null;
}

function smallTowns({ towns }: Shop): readonly string[] {
  return towns.flatMap((users, town) => (users < LEAST ? [`Town${town}x`] : []));
}

describe('a snapshot of a random notebook', { timeout: 120_000 }, () => {
  it('holds no row about a person and no group that is too small', async () => {
    const few = fc.shuffledSubarray([...CELLS], { minLength: 5, maxLength: 9 });
    const cells = few.map((some) => [...new Set([...ALWAYS, ...some])]);
    await fc.assert(
      fc.asyncProperty(shops, cells, async (shop, chosen) => {
        const session = await sessionWith(shop, chosen);
        const results = session.results();
        const snapshot = JSON.stringify(results);
        const few = Object.entries(results.cells).flatMap(([kind, { result }]) =>
          fewIn(result, `${kind} `),
        );
        expect(few.filter((at) => !WHOLES.includes(at))).toEqual([]);
        expect(session.text.match(PEOPLE)).toBeNull();
        const shared = await session.shared();
        const left = JSON.stringify(
          session.notebook.cells.map(({ id }) => shown(shared.state(id))),
        );
        for (const text of [snapshot, left]) {
          expect(smallTowns(shop).filter((town) => text.includes(town))).toEqual([]);
          expect(text.match(PEOPLE)).toBeNull();
          expect(text).not.toMatch(/"(largest|without-largest)"/);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('has every kind, and names the groups that are large enough', async () => {
    const shop = { towns: [70, 60, 3], draws: [1, 5, 9, 4] };
    const session = await sessionWith(shop, CELLS);
    const snapshot = JSON.stringify(session.results());
    expect(Object.keys(session.results().cells).sort()).toEqual(Object.keys(analyses).sort());
    expect(snapshot).toContain('Town0x');
    expect(snapshot).not.toContain('Town2x');
  });
});
