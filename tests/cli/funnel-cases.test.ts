import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line';

/**
 * What other tools publish about their funnels, as examples in their documentation and cases of
 * their tests. Events and times are theirs; the expected numbers, too, unless said.
 */
interface Case {
  readonly name: string;
  /** `user: event@time …`; times are seconds. */
  readonly users: Readonly<Record<string, string>>;
  readonly steps: string;
  readonly given?: object;
  /** Users at each step. */
  readonly expected: readonly number[];
}

const MIXPANEL: readonly Case[] = [
  {
    name: 'the window starts at the first entry and is not set back by a second one',
    users: { one: 'A@46800 A@48600 B@49500 C@51300' },
    steps: 'A B C',
    given: { window: '1h', entry: 'first' },
    expected: [1, 1, 0],
  },
  {
    name: 'with re-entry the second entry converts',
    users: { one: 'A@46800 A@48600 B@49500 C@51300' },
    steps: 'A B C',
    given: { window: '1h' },
    expected: [1, 1, 1],
  },
  {
    name: 'an entry after the window of the first: not converted by default',
    users: { one: 'A@0 A@7200 B@7260' },
    steps: 'A B',
    given: { window: '1h', entry: 'first' },
    expected: [1, 0],
  },
  {
    name: 'an entry after the window of the first: converted with re-entry',
    users: { one: 'A@0 A@7200 B@7260' },
    steps: 'A B',
    given: { window: '1h' },
    expected: [1, 1],
  },
  {
    name: 'specific order: other events, repeats and a missing step',
    users: {
      exact: 'A@1 B@2 C@3 D@4 E@5',
      other: 'A@1 B@2 F@3 C@4 D@5 E@6',
      early: 'A@1 B@2 D@3 C@4 D@5 E@6',
      missing: 'A@1 B@2 C@3 E@4',
    },
    steps: 'A B C D E',
    expected: [4, 4, 4, 3, 3],
  },
  {
    name: 'totals with an exclusion: two entries and one conversion',
    users: { one: 'A@1 A@2 A@3 B@4' },
    steps: 'A B',
    given: { count: 'totals', exclude: [{ event: 'A', from: 1, to: 2 }] },
    expected: [2, 1],
  },
  {
    name: 'totals: Step 1, Step 1, Step 2 is one entry',
    users: { one: 'A@1 A@2 B@3' },
    steps: 'A B',
    given: { count: 'totals' },
    expected: [1, 1],
  },
  {
    name: 'an excluded event lets people keep the steps they reached before',
    users: { one: 'A@1 B@2 X@3 C@4', two: 'A@1 B@2 C@3' },
    steps: 'A B C',
    given: { exclude: [{ event: 'X', from: 2, to: 3 }] },
    expected: [2, 2, 1],
  },
  {
    name: 'two seconds of grace make steps interchangeable',
    users: { one: 'B@10 A@12', two: 'B@10 A@13' },
    steps: 'A B',
    given: { tieGrace: '2s' },
    expected: [2, 1],
  },
];

const POSTHOG: readonly Case[] = [
  {
    name: 'basic strict funnel',
    users: {
      p1: 'signup@1',
      p2: 'page@1 signup@2',
      p3: 'signup@1 page@2 blah@3 insight@4',
      p4: 'insight@1 blah@2 page@3 signup@4',
      p5: 'page@1 signup@2 blah@3 page@4 insight@5',
      p6: 'blah@1 signup@2 blah@3 page@4',
      p7: 'blah@1 signup@2 page@3 insight@4 blah@5',
      p8: 'insight@1 page@2',
    },
    steps: 'signup page insight',
    given: { order: 'strict' },
    expected: [7, 2, 1],
  },
  {
    name: 'exclusion without an end event',
    users: {
      p1: 'signup@3600 paid@7200',
      p2: 'signup@10800 x@12600 paid@14400',
      p3: 'signup@18000 x@21600',
      p4: 'signup@25200 x@115200',
    },
    steps: 'signup paid',
    given: { window: '1d', exclude: [{ event: 'x', from: 1, to: 2, rule: 'remove' }] },
    expected: [2, 1],
  },
  ...(
    [
      ['one step@0 x@1 one step@31', [1, 0]],
      ['one step@0 one step@31 x@32', [1, 0]],
      ['one step@0 one step@1 x@2', [0, 0]],
    ] as const
  ).map(([text, expected], i) => ({
    name: `exclusion, several possible entries and no end event (${i + 1})`,
    // Somebody else knows the second step: a name that is nowhere in the data is a problem.
    users: { one: text.replaceAll('one step', 'one'), other: 'two@0' },
    steps: 'one two',
    given: { window: '10s', exclude: [{ event: 'x', from: 1, to: 2, rule: 'remove' }] },
    expected,
  })),
  {
    name: 'exclusion after the goal was reached once',
    users: { one: 'one@0 two@1 three@3 one@4 two@5 x@6 three@7' },
    steps: 'one two three',
    given: { window: '10s', exclude: [{ event: 'x', from: 2, to: 3, rule: 'remove' }] },
    expected: [1, 1, 1],
  },
  {
    name: 'unordered with an exclusion over the whole funnel',
    users: {
      p1: 'signup@3600 paid@7200',
      p2: 'signup@10800 x@12600 paid@14400',
      p3: 'signup@18000 paid@21600',
    },
    steps: 'signup paid',
    given: { order: 'unordered', exclude: [{ event: 'x', from: 1, to: 2 }] },
    expected: [3, 2],
  },
];

const HUNDRED = 'e1000@0 e1001@1 e1002@2 e1003@3 e1004@4 e1005@5 e1006@6 e1007@7 e1008@8';
const FIVE = 'e1003 e1004 e1005 e1006 e1007';

/** `windowFunnel` gives the level of one user: as many steps have that user. */
function level(steps: string, reached: number): number[] {
  return steps.split(' ').map((_, i) => (i < reached ? 1 : 0));
}

const CLICKHOUSE: readonly Case[] = [
  ...(
    [
      ['e1000 e1001', '10000s', 2],
      ['e1000 e1001 e1002 e1008', '10000s', 4],
      [FIVE, '2s', 3],
      [FIVE, '3s', 4],
      [FIVE, '4s', 5],
      ['e1008 e1001', '10000s', 1],
    ] as const
  ).map(([steps, window, reached]) => ({
    name: `windowFunnel(${window}) over ${steps} is ${reached}`,
    users: { one: HUNDRED },
    steps,
    given: { window },
    expected: level(steps, reached),
  })),
  {
    name: 'windowFunnel, users 1 to 6 of the test of strict order: 3 3 3 3 3 1',
    users: {
      u1: 'a@1 b@2 c@3',
      u2: 'a@1 d@2 b@3 c@4',
      u3: 'a@1 a@2 b@3 b@4 c@5 c@6',
      u4: 'a@1 a@2 a@3 a@4 b@5 b@6 c@7 c@8',
      u5: 'a@1 a@2 b@3 b@4 d@5 c@6 c@7',
      u6: 'c@1 c@2 b@3 b@4 a@5 a@6',
    },
    steps: 'a b c',
    expected: [6, 5, 5],
  },
  {
    name: 'the same with strict_order and strict_deduplication: 3 1 2 2 2 1, and user 7: 1',
    users: {
      u1: 'a@1 b@2 c@3',
      u2: 'a@1 d@2 b@3 c@4',
      u3: 'a@1 a@2 b@3 b@4 c@5 c@6',
      u4: 'a@1 a@2 a@3 a@4 b@5 b@6 c@7 c@8',
      u5: 'a@1 a@2 b@3 b@4 d@5 c@6 c@7',
      u6: 'c@1 c@2 b@3 b@4 a@5 a@6',
      u7: 'a@1 c@2 b@3',
    },
    steps: 'a b c',
    given: { order: 'strict' },
    expected: [7, 4, 1],
  },
  {
    name: 'equal times count as in order: 5',
    users: { one: 'e0@0 e1@1 e2@1 e3@1 e4@2' },
    steps: 'e0 e1 e2 e3 e4',
    expected: [1, 1, 1, 1, 1],
  },
  {
    name: 'one event counts once, as with strict_once: 1',
    users: { one: 'e0@0 e1@1 e4@2' },
    steps: 'e4 e4 e4',
    expected: [1, 0, 0],
  },
  {
    name: 'strict_once over failure, failure, success: 3 2 1',
    users: {
      u123: 'failure@180 failure@220 success@250',
      u234: 'failure@100 failure@250',
      u345: 'success@200 failure@210 success@230',
    },
    steps: 'failure failure success',
    given: { window: '200s' },
    expected: [3, 2, 1],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'liftbook-funnel-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function usersOf({ users, steps, given }: Case): Promise<number[]> {
  const start = Date.UTC(2021, 4, 1);
  const lines = Object.entries(users).flatMap(([user, text]) =>
    text.split(' ').map((word) => {
      const [event, seconds] = word.split('@');
      return `${user},${new Date(start + Number(seconds) * 1000).toISOString()},${event}`;
    }),
  );
  writeFileSync(join(folder, 'events.csv'), `user,time,event\n${lines.join('\n')}\n`);
  const params = {
    kind: 'funnel',
    source: 'events',
    steps: steps.split(' ').map((event) => ({ event })),
    completeThrough: '2021-12-31',
    ...given,
  };
  const source = {
    file: 'events.csv',
    roles: { user: 'user', time: 'time', event: 'event' },
  };
  const fence = (head: string, json: object) =>
    `\`\`\`json ${head}\n${JSON.stringify(json)}\n\`\`\``;
  const book = join(folder, 'case.lift.md');
  const cells = [
    fence('lift:notebook', { liftbook: 1, timezone: 'UTC' }),
    fence('lift:source events', source),
    fence('lift:analysis steps', params),
  ];
  writeFileSync(book, `${cells.join('\n\n')}\n`);
  let out = '';
  const code = await commandLine(['run', book, '--json'], {
    out: (text) => (out += text),
    note: () => {},
    progress: () => {},
  });
  const { cells: ran } = JSON.parse(out) as {
    cells: { steps: { result?: { groups: { steps: { users: number }[] }[] } } };
  };
  expect(code, out).toBe(0);
  return ran.steps.result!.groups[0]!.steps.map((step) => step.users);
}

describe.each([
  ['Mixpanel', MIXPANEL],
  ['PostHog', POSTHOG],
  ['ClickHouse', CLICKHOUSE],
] as const)('a case published by %s comes out right on the command line:', (_, cases) => {
  it.each(cases)('$name', async (each) => {
    expect(await usersOf(each)).toEqual(each.expected);
  });
});
