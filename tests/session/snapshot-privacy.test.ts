import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

const HEADER = 'member,handle,town,arm,what,score,wait,when';

/** Town 3 is called `Town3x`, its users `member-3-0`, … and `handle_3_0@`, …, so that each can be looked for. */
function rowsOf({ towns, draws }: Shop): readonly string[] {
  const rows = towns.flatMap((users, town) =>
    Array.from({ length: users }, (_, k) => {
      const draw = draws[(7 * town + k) % draws.length]!;
      const who = `member-${town}-${k},handle_${town}_${k}@,Town${town}x,${k % 2 ? 'new' : 'old'}`;
      const row = (what: string, score: string, wait: number, at: number): string =>
        `${who},${what},${score},${wait},${new Date(START + at).toISOString()}`;
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

/** Cells that divide people by where they live, or show rows. */
const CELLS: readonly string[] = [
  cell('json lift:analysis funnel', {
    ...{ ...common, kind: 'funnel', steps: [{ event: 'see' }, { event: 'buy' }] },
    breakdown: 'town',
  }),
  cell('json lift:analysis retention', {
    ...{ ...common, kind: 'retention', start: { event: 'see' }, period: 'day', periods: 3 },
    breakdown: 'town',
  }),
  cell('json lift:analysis friction', {
    ...{ ...common, kind: 'friction', window: '1d', breakdown: 'town' },
    steps: [{ event: 'see', wait: 'wait' }, { event: 'buy' }],
  }),
  cell('json lift:analysis nps', {
    ...{ ...common, kind: 'nps', event: 'answer', value: 'score', breakdown: 'town' },
  }),
  cell('js lift:transform firsts', 'shop.slice(0, 5)'),
  cell('js lift:transform handles', "shop.rename({ handle: 'called' }).slice(0, 5)"),
  cell('json lift:chart towns', {
    ...{ data: { name: 'shop' }, mark: 'bar' },
    encoding: { x: { field: 'when', timeUnit: 'yearmonthdate' }, y: { aggregate: 'count' } },
  }),
  '\nThe first is {{ firsts[0].handle }}{{ firsts[0].member }}.\n',
];

async function sessionWith(shop: Shop, cells: readonly string[]): Promise<Session> {
  const files = shelf({ 'shop.csv': rowsOf(shop) });
  const head = cell('json lift:notebook', { liftbook: 1, timezone: 'UTC', smallestGroup: LEAST });
  const source = cell('json lift:source shop', {
    file: 'shop.csv',
    roles: { user: 'member', time: 'when', event: 'what' },
    columns: { handle: { privacy: 'identifier' } },
  });
  const session = sessionOf(`${head}${source}${cells.join('')}`, {
    locate: (path) => Promise.resolve(files.get(path) ?? null),
    trusted: true,
  });
  await session.run();
  session.saveResults();
  return session;
}

/** Whatever names somebody of the shop. */
const PEOPLE = /member-\d+-\d+|handle_\d+_\d+@/g;

function smallTowns({ towns }: Shop): readonly string[] {
  return towns.flatMap((users, town) => (users < LEAST ? [`Town${town}x`] : []));
}

describe('a snapshot of a random notebook', { timeout: 120_000 }, () => {
  it('holds no row about a person and no group that is too small', async () => {
    const cells = fc.shuffledSubarray([...CELLS], { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(shops, cells, async (shop, chosen) => {
        const session = await sessionWith(shop, chosen);
        const snapshot = JSON.stringify(session.results());
        expect(session.text.match(PEOPLE)).toBeNull();
        expect(smallTowns(shop).filter((town) => snapshot.includes(town))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('names the groups that are large enough', async () => {
    const shop = { towns: [20, 12, 3], draws: [1, 5, 9, 4] };
    const session = await sessionWith(shop, CELLS);
    const snapshot = JSON.stringify(session.results());
    expect(Object.keys(session.results().cells)).toEqual(
      expect.arrayContaining(['funnel', 'retention', 'friction', 'nps']),
    );
    expect(snapshot).toContain('Town0x');
    expect(snapshot).not.toContain('Town2x');
  });
});
