import { describe, expect, it } from 'vitest';
import { funnel } from '../../src/analyses/funnel/funnel';
import { Problem } from '../../src/base/problem';
import { english } from '../../src/locale/english';
import { findingSentence, problemSentence } from '../../src/locale/language';
import { scoreTest } from '../../src/stats/score-test';
import { story } from '../events/story';
import { LATER, funnelOf, lettered, told } from './funnel-run';
import { dice } from './shop';

/** `count` users who do the events at the hours of `text`. */
function many(name: string, count: number, text: string): string[] {
  return Array.from({ length: count }, (_, i) => `${name}${i}: ${text}`);
}

const AB = { steps: lettered('AB'), completeThrough: LATER };

describe('groups of a funnel', () => {
  const dataset = told(
    [
      ...many('c', 60, 'A0/control'),
      ...many('d', 40, 'A0/control B1'),
      ...many('t', 45, 'A0/new'),
      ...many('u', 55, 'A0/new B2'),
    ].join('\n'),
  );
  const given = { ...AB, breakdown: 'key', split: { control: 0.5, new: 0.5 } };
  const { result, params } = funnelOf(dataset, given);

  it('are compared by the score test of those who entered', () => {
    const test = scoreTest({ n: 100, successes: 40 }, { n: 100, successes: 55 });
    const [comparison] = result.comparisons;
    expect(comparison).toMatchObject({ group: 'new', step: 2, p: test.p, pAdjusted: test.p });
    expect(comparison!.difference).toEqual(test.difference);
    expect(result.checks).toMatchObject([{ name: 'srm', status: 'pass', observed: [100, 100] }]);
  });

  it('say which converts better, and that step rates only describe', () => {
    const said = funnel.findings(result, params).map((each) => findingSentence(each, english));
    expect(said).toContain(
      'More of new reach B: 55.0 % against 40.0 % of control, difference +15.0 pp (1.2 to 28.3), p = 0.0337.',
    );
    expect(said.join(' ')).toContain('rates from one step to the next describe');
  });

  it('are told apart by interval exactly as by the adjusted p', () => {
    const random = dice(5);
    const lines = ['p', 'q', 'r', 's'].flatMap((group, i) =>
      Array.from({ length: 80 }, (_, k) => {
        const [b, c] = [random() < 0.4 + i / 10, random() < 0.5];
        return `${group}${k}: A0/${group}${b ? ` B1${c ? ' C2' : ''}` : ''}`;
      }),
    );
    const steps = lettered('ABC');
    const { comparisons } = funnelOf(told(lines.join('\n')), {
      ...AB,
      steps,
      breakdown: 'key',
    }).result;
    expect(comparisons).toHaveLength(6);
    for (const { difference, pAdjusted, level } of comparisons) {
      expect(difference.low! > 0 || difference.high! < 0).toBe(pAdjusted! < 0.05);
      expect(level).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('of attempts are compared with users as units', () => {
    const often = [...many('a', 20, 'A0/x A40/x A80/x B81'), ...many('b', 20, 'A0/y B1 A40/y B41')];
    const { comparisons } = funnelOf(told(often.join('\n')), {
      ...{ ...AB, breakdown: 'key', window: '1d', count: 'totals', control: 'x' },
    }).result;
    expect(comparisons[0]!.problem).toMatchObject({ code: 'constant-arms' });
  });
});

describe('what distinguishes those who convert', () => {
  const lines: string[] = [];
  for (let i = 0; i < 400; ++i) {
    const [slow, phone] = [i % 2 === 0, i % 4 < 2];
    const converts = slow ? i % 10 === 0 : i % 10 !== 1;
    const ms = slow ? 4000 + i : 1000 + i;
    const platform = phone ? 'phone' : 'desktop';
    lines.push(`u${i} 1 A ${platform} ${ms}`);
    if (i % 3 === 0) lines.push(`u${i} 0.9 see - -`);
    if (slow) lines.push(`u${i} 1.01 error - -`);
    if (converts) lines.push(`u${i} 1.5 B - -`);
  }
  const dataset = story(
    `user:text at:time event:text platform:text ms:number\n${lines.join('\n')}`,
  );
  const run = (drivers: object | null) => funnelOf(dataset, { ...AB, drivers }).result.drivers;

  it('is found in the columns of the entry and in events before it', () => {
    const drivers = run({})!;
    const named = drivers.traits.map(({ kind, column, value }) => `${kind} ${column ?? value}`);
    expect(named[0]).toBe('above ms');
    expect(named).toContain('value platform');
    expect(named).toContain('event see');
    expect(named).not.toContain('event error');
    expect(drivers.traits[0]!.odds.high).toBeLessThan(1);
    expect(drivers.traits[0]).toMatchObject({
      value: 2699.5,
      of: [drivers.converted, drivers.dropped],
    });
  });

  it('counts events after the entry in equally long times, without those who converted by then', () => {
    const within = run({ before: '0s', after: '1h' })!;
    const error = within.traits.find(({ value }) => value === 'error')!;
    expect(error.counts).toEqual([40, 160]);
    expect(run({ before: '0s', after: '12h' })).toMatchObject({ converted: 0 });
  });

  it('never names a trait of fewer than ten users, nor a column of users', () => {
    const { traits } = run({})!;
    for (const { counts, of } of traits) {
      const [having, all] = [counts[0] + counts[1], of[0] + of[1]];
      expect(Math.min(having, all - having, ...of)).toBeGreaterThanOrEqual(10);
    }
    expect(traits.map(({ column }) => column)).not.toContain('user');
    expect(run(null)).toBeUndefined();
  });
});

describe('the users behind a number', () => {
  const dataset = told('one: A0 B1\ntwo: A0\nthree: A8900\nfour: A0 X1 B2');
  const given = {
    ...{ ...AB, completeThrough: '2027-03-10' },
    exclude: [{ event: 'X', from: 1, to: 2, rule: 'remove' }],
  };
  const { input, params } = funnelOf(dataset, given);
  const at = (path: string) => [...funnel.members!(input, params, path)];

  it('are those whom it counts', () => {
    expect(at('groups[0].entered')).toEqual([0, 1]);
    expect(at('groups[0].steps[1].users')).toEqual([0]);
    expect(at('groups[0].steps[1].dropped')).toEqual([1]);
    expect(at('groups[0].open')).toEqual([2]);
    expect(at('groups[0].removed')).toEqual([3]);
    expect(at('trend[0]')).toEqual([]);
  });
});

describe('a funnel that cannot be', () => {
  const dataset = told('one: view0 cart1 purchase2');
  const steps = [{ event: 'view' }, { event: 'cart' }, { event: 'purchase' }];
  const problemOf = (given: object): Problem => {
    try {
      funnelOf(dataset, { steps, completeThrough: LATER, ...given });
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
    throw new Error('no problem');
  };

  it('names the event that is nearest', () => {
    const problem = problemOf({ steps: [{ event: 'viw' }, { event: 'cart' }] });
    expect(problem).toMatchObject({ code: 'not-in-data', at: { path: 'steps[0].event' } });
    const { message, hint } = problemSentence(problem, english);
    expect(message).toBe('The data has no event “viw”.');
    expect(hint).toBe('It has: view, cart, purchase. Did you mean “view”?');
  });

  it.each([
    ['a window of zero', { window: '0d' }, 'window-is-zero', 'window'],
    [
      'an unknown event of an exclusion',
      { exclude: [{ event: 'x', from: 1, to: 2 }] },
      'not-in-data',
      'exclude[0].event',
    ],
    [
      'an exclusion after the last step',
      { exclude: [{ event: 'view', from: 3, to: 4 }] },
      'exclusion-without-steps',
      'exclude[0]',
    ],
    [
      'an exclusion from a step to itself',
      { exclude: [{ event: 'view', from: 2, to: 2 }] },
      'exclusion-without-steps',
      'exclude[0]',
    ],
    [
      'a partial exclusion without an order',
      { order: 'unordered', exclude: [{ event: 'view', from: 1, to: 2 }] },
      'unordered-cannot',
      'exclude[0]',
    ],
    [
      'an optional last step',
      { steps: [{ event: 'view' }, { event: 'cart', optional: true }] },
      'optional-end',
      'steps[1].optional',
    ],
    [
      'an optional step without an order',
      {
        order: 'unordered',
        steps: [{ event: 'view' }, { event: 'cart', optional: true }, { event: 'view' }],
      },
      'unordered-cannot',
      'steps[1].optional',
    ],
    ['an unknown column that is held', { hold: ['kye'] }, 'not-in-data', 'hold[0]'],
    ['an unknown column of the breakdown', { breakdown: 'kye' }, 'not-in-data', 'breakdown'],
    [
      'a breakdown by a step that is not there',
      { breakdown: 'key', breakdownBy: 'step:4' },
      'no-such-step',
      'breakdownBy',
    ],
    ['a control that nobody is in', { breakdown: 'key', control: 'A' }, 'no-such-group', 'control'],
    [
      'a split over groups that are not there',
      { breakdown: 'key', split: { A: 1 } },
      'no-such-group',
      'split',
    ],
    [
      'a range without entries',
      { range: { from: '2026-05-01', to: '2026-06-01' } },
      'nobody-entered',
      'range',
    ],
  ] as const)('says so: %s', (_, given, code, path) => {
    const problem = problemOf(given);
    expect(problem).toMatchObject({ code, at: { path } });
    expect(problemSentence(problem, english).message).not.toMatch(/undefined|null/);
  });

  it('has two steps at least', () => {
    const parsed = funnel.params.safeParse({ source: 'story', steps: [{ event: 'view' }] });
    expect(parsed.error!.issues[0]).toMatchObject({ code: 'too_small', path: ['steps'] });
  });

  it('needs events', () => {
    const units = story('user:text plan:text\na x\nb y');
    expect(() => funnelOf(units, { steps }, { user: 'user' })).toThrow('needs-events');
  });
});
