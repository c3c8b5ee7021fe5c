import { describe, expect, it } from 'vitest';
import { story } from '../events/story';
import { LATER, funnelOf, lettered, stepsOf, told, users } from './funnel-run';

/** Users at each step of a story whose windows are all over. */
function counted(lines: string, letters: string, given: object = {}): number[] {
  const steps = lettered(letters);
  const { result } = funnelOf(told(lines), { steps, completeThrough: LATER, ...given });
  return users(result);
}

/** The same by group. */
function grouped(lines: string, letters: string, given: object): Record<string, number[]> {
  const steps = lettered(letters);
  const { result } = funnelOf(told(lines), { steps, completeThrough: LATER, ...given });
  return Object.fromEntries(result.groups.map((group) => [group.name, stepsOf(group)]));
}

describe('an ordered funnel', () => {
  it('lets other events come in between, but not the steps in another order', () => {
    const lines = `
      all:   A0 B1 C2
      more:  A0 X1 B2 D3 C4
      wrong: A0 C1 B2
      late:  B0 A1 C2
      none:  B0 C1`;
    expect(counted(lines, 'ABC')).toEqual([4, 3, 2]);
  });

  it('counts a step at the very end of the window and not a moment later', () => {
    const lines = `
      within: A0 B24
      beyond: A0 B24.001`;
    expect(counted(lines, 'AB', { window: '1d' })).toEqual([2, 1]);
  });

  it('measures the window from the entry, not from the step before', () => {
    expect(counted('one: A0 B20 C40', 'ABC', { window: '1d' })).toEqual([1, 1, 0]);
  });

  it('gives every entry its chance, and with "first" the first one only', () => {
    const lines = `
      again:  A0 A30 B31
      early:  A0 B1 A30`;
    expect(counted(lines, 'AB', { window: '1d' })).toEqual([2, 2]);
    expect(counted(lines, 'AB', { window: '1d', entry: 'first' })).toEqual([2, 1]);
  });

  it('lets no event serve two steps', () => {
    const lines = `
      once:  A0
      twice: A0 A1
      three: A0 A1 A2`;
    expect(counted(lines, 'AA')).toEqual([3, 2]);
    expect(counted(lines, 'AAA')).toEqual([3, 2, 1]);
  });

  it('takes any of several events for a step', () => {
    const steps = [{ event: ['A', 'D'] }, { event: '*' }, { event: ['B', 'C'] }];
    const { result } = funnelOf(told('one: D0 X1 C2\ntwo: X0 B1\nthree: A5'), {
      steps,
      completeThrough: LATER,
    });
    expect(users(result)).toEqual([2, 1, 1]);
  });

  it('takes the shortest of the ways that convert first', () => {
    const { result } = funnelOf(told('one: A0 A2 A3 B4 B9'), {
      steps: lettered('AB'),
      completeThrough: LATER,
    });
    expect(result.groups[0]!.steps[1]!.time!.medianMs).toBe(3_600_000);
  });

  it('counts steps of one time as in order, whichever the file names first', () => {
    const lines = `
      tied:   B0 A0
      before: B0 A1`;
    expect(counted(lines, 'AB')).toEqual([2, 1]);
    const { result } = funnelOf(told(lines), { steps: lettered('AB'), completeThrough: LATER });
    expect(result.ties).toEqual({ moves: 1, tied: 1 });
  });

  it('gives rows of one time to the steps that they serve best, whichever the file names first', () => {
    const steps = [{ event: 'A' }, { event: ['B', 'C'] }, { event: ['C', 'D'] }, { event: 'D' }];
    const lines = `
      inorder:  A0 B1 C1 D1
      reversed: A0 D1 C1 B1
      mixed:    A0 D1 B1 C1
      fewer:    A0 C1 D1
      turned:   A0 D1 C1`;
    const { result } = funnelOf(told(lines), { steps, completeThrough: LATER });
    expect(users(result)).toEqual([5, 5, 5, 3]);
  });

  it('makes an optional step of one time with the next one, whichever the file names first', () => {
    const steps = [{ event: 'A' }, { event: 'B', optional: true }, { event: ['B', 'C'] }];
    const lines = 'first: A0 B1 C1\nlast: A0 C1 B1\ntwice: A0 B1 B1\nonce: A0 B1';
    const { result } = funnelOf(told(lines), { steps, completeThrough: LATER });
    expect(users(result)).toEqual([4, 3, 4]);
  });

  it('counts one event at a tied time once', () => {
    expect(counted('one: A0 A0 B0', 'AAB')).toEqual([1, 1, 1]);
    expect(counted('one: A0 B0', 'AAB')).toEqual([1, 0, 0]);
  });

  it('lets steps change places within the grace', () => {
    const lines = 'one: B0 A0.0005\ntwo: B0 A0.001';
    expect(counted(lines, 'AB', { tieGrace: '2s' })).toEqual([2, 1]);
    expect(counted(lines, 'AB')).toEqual([2, 0]);
  });
});

describe('optional steps', () => {
  const lines = `
    with:    A0 B1 C2
    without: A0 C1
    after:   A0 C1 B2
    stopped: A0 B1
    left:    A0`;

  it('may be skipped and never delay the next step', () => {
    const steps = [{ event: 'A' }, { event: 'B', optional: true }, { event: 'C' }];
    const { result } = funnelOf(told(lines), { steps, completeThrough: LATER });
    const [, optional, last] = result.groups[0]!.steps;
    expect(users(result)).toEqual([5, 2, 3]);
    expect(optional).toMatchObject({ optional: true, ofPrevious: { users: 2, of: 5 } });
    expect(optional).not.toHaveProperty('dropped');
    expect(last).toMatchObject({ dropped: 2, ofPrevious: { users: 3, of: 5 } });
    expect(last!.time!.medianMs).toBe(3_600_000);
  });

  it('may be skipped in a strict funnel, too', () => {
    const steps = [{ event: 'A' }, { event: 'B', optional: true }, { event: 'C' }];
    const { result } = funnelOf(told(lines), { steps, order: 'strict', completeThrough: LATER });
    expect(users(result)).toEqual([5, 2, 3]);
  });
});

describe('a strict funnel', () => {
  it('ends at any event in between', () => {
    const lines = `
      straight: A0 B1 C2
      between:  A0 B1 X2 C3
      repeated: A0 B1 B2 C3
      anew:     A0 X1 A2 B3 C4`;
    expect(counted(lines, 'ABC', { order: 'strict' })).toEqual([4, 4, 2]);
  });

  it('keeps the order of the file at equal times', () => {
    const lines = 'order: A0 B0\nother: B0 A0';
    expect(counted(lines, 'AB', { order: 'strict' })).toEqual([2, 1]);
  });

  it('does not mind what the filter takes away', () => {
    const where = { event: { '!=': 'X' } };
    expect(counted('one: A0 X1 B2', 'AB', { order: 'strict', where })).toEqual([1, 1]);
  });
});

describe('an unordered funnel', () => {
  it('counts how many steps were done, in any order, within the window of one of them', () => {
    const lines = `
      backwards: C0 B1 A2
      two:       B0 C1
      apart:     A0 B30
      one:       C0`;
    const given = { order: 'unordered', window: '1d' };
    expect(counted(lines, 'ABC', given)).toEqual([4, 2, 1]);
  });

  it('needs as many events as there are equal steps', () => {
    const lines = 'once: A0 B1\ntwice: A0 B1 A2';
    expect(counted(lines, 'AAB', { order: 'unordered' })).toEqual([2, 2, 1]);
  });

  it('finds places for events that suit several steps', () => {
    const steps = [{ event: ['A', 'B'] }, { event: 'A' }];
    const { result } = funnelOf(told('one: A0 B1\ntwo: B0 B1'), {
      steps,
      order: 'unordered',
      completeThrough: LATER,
    });
    expect(users(result)).toEqual([2, 1]);
  });

  it('ends at an exclusion', () => {
    const lines = 'clean: B0 A1 X2\nspoilt: B0 X1 A2\nagain: B0 X1 A2 B3';
    const given = { order: 'unordered', exclude: [{ event: 'X', from: 1, to: 2 }] };
    expect(counted(lines, 'AB', given)).toEqual([3, 2]);
  });
});

describe('exclusions', () => {
  const between = (rule: string, from = 1, to = 2) => ({
    exclude: [{ event: 'X', from, to, rule }],
  });
  const lines = `
    clean:   A0 B1 C2
    spoilt:  A0 X1 B2 C3
    later:   A0 B1 X2 C3
    alone:   A0 X1
    beyond:  A0 X400
    rescued: A0 X1 A2 B3`;

  it('that block keep the steps reached before', () => {
    expect(counted(lines, 'ABC', between('block'))).toEqual([6, 3, 2]);
    expect(counted(lines, 'ABC', between('block', 2, 3))).toEqual([6, 4, 2]);
    expect(counted(lines, 'ABC', between('block', 1, 3))).toEqual([6, 3, 1]);
  });

  it('that remove take the whole user out, unless another way through is clean and as long', () => {
    expect(counted(lines, 'ABC', between('remove'))).toEqual([4, 3, 2]);
    const { result } = funnelOf(told(lines), {
      steps: lettered('ABC'),
      completeThrough: LATER,
      ...between('remove'),
    });
    expect(result.groups[0]).toMatchObject({ entered: 4, removed: 2, open: 0 });
  });

  it('at the very time of the step they count from or up to are not between', () => {
    const tied = 'first: A0 X0 B1\nlast: A0 X1 B1';
    expect(counted(tied, 'AB', between('block'))).toEqual([2, 2]);
  });

  it('at the very time of a step on the way count, behind this step', () => {
    const tied = 'before: A0 X1 B1 C2\nbehind: A0 B1 X1 C2\nlast: A0 B1 C2 X2';
    expect(counted(tied, 'ABC', between('block', 1, 3))).toEqual([3, 3, 1]);
    expect(counted(tied, 'ABC', between('remove', 1, 3))).toEqual([1, 1, 1]);
    expect(counted(tied, 'ABC', between('block', 1, 2))).toEqual([3, 3, 3]);
    expect(counted(tied, 'ABC', between('block', 2, 3))).toEqual([3, 3, 3]);
  });
});

describe('values that must stay equal', () => {
  const lines = `
    same:  A0/shirt B1/shirt
    other: A0/shirt B1/shoes
    both:  A0/shirt A1/shoes B2/shoes
    none:  A0 B1`;

  it('part the chains of a user', () => {
    expect(counted(lines, 'AB', { hold: ['key'] })).toEqual([3, 2]);
    expect(counted(lines, 'AB')).toEqual([4, 4]);
  });

  it('are those of the first entry when only that counts', () => {
    expect(counted(lines, 'AB', { hold: ['key'], entry: 'first' })).toEqual([3, 1]);
  });

  it('leave exclusions of other values alone, but not those without a value', () => {
    const excluded = `
      mine:  A0/shirt X1/shirt B2/shirt
      other: A0/shirt X1/shoes B2/shirt
      none:  A0/shirt X1 B2/shirt`;
    const given = { hold: ['key'], exclude: [{ event: 'X', from: 1, to: 2 }] };
    expect(counted(excluded, 'AB', given)).toEqual([3, 1]);
  });

  it('may be several columns', () => {
    const dataset = story(`user:text at:time event:text size:text color:text
      u 0 A L red
      u 1 B L blue
      v 0 A L red
      v 1 B L red`);
    const given = { steps: lettered('AB'), hold: ['size', 'color'], completeThrough: LATER };
    expect(users(funnelOf(dataset, given).result)).toEqual([2, 1]);
  });
});

describe('what is counted', () => {
  it('may be attempts, which begin again when the one before has ended', () => {
    const lines = `
      twice:  A0 B1 A2 B3
      inside: A0 A1 B2
      timeout: A0 A30 B31`;
    const given = { count: 'totals', window: '1d' };
    expect(counted(lines, 'AB', given)).toEqual([5, 4]);
  });

  it('ends an attempt at an exclusion, which opens none itself', () => {
    const given = { count: 'totals', exclude: [{ event: 'A', from: 1, to: 2 }] };
    expect(counted('one: A0 A1 A2 B3', 'AB', given)).toEqual([2, 1]);
  });

  it('may be sessions', () => {
    const lines = 'one: A0 B0.2 A5 A9 B9.1\ntwo: A0 B5';
    expect(counted(lines, 'AB', { count: 'sessions' })).toEqual([4, 2]);
    expect(counted(lines, 'AB')).toEqual([2, 2]);
  });
});

describe('entries whose window is not over', () => {
  const lines = `
    over:  A0 B1
    both:  A0 A60
    open:  A50
    quick: A50 B51`;
  const given = { steps: lettered('AB'), window: '1d', completeThrough: '2026-03-04' };

  it('are dropped, whatever they reached; who has no other is open and in no step', () => {
    const { result } = funnelOf(told(lines), given);
    const [group] = result.groups;
    expect(group).toMatchObject({ entered: 2, open: 2, removed: 0 });
    expect(group!.steps.map((step) => [step.users, step.open])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(group!.steps[1]).toMatchObject({ dropped: 1, ofFirst: { users: 1, of: 2, rate: 0.5 } });
  });

  it('all count without a window', () => {
    const { result } = funnelOf(told(lines), { ...given, window: null });
    expect(result.groups[0]).toMatchObject({ entered: 4, open: 0 });
    expect(users(result)).toEqual([4, 2]);
  });

  it('count up to the moment at which the data end', () => {
    const at = (hours: number) => told(`one: A${hours} B${hours + 1}\nlast: X72`);
    expect(users(funnelOf(at(48), given).result)).toEqual([1, 1]);
    const { result } = funnelOf(at(48.001), given);
    expect(result.groups[0]).toMatchObject({ entered: 0, open: 1 });
    expect(result.groups[0]!.steps[1]!.ofFirst).toMatchObject({
      rate: null,
      problem: { code: 'all-open' },
    });
  });

  it('are watched in the curve of the time to convert for as long as they were', () => {
    const { result } = funnelOf(told(lines), given);
    const { curve } = result.groups[0]!.conversion;
    expect(curve).toMatchObject([
      { ms: 0, share: 0 },
      { ms: 3_600_000, share: 0.5 },
    ]);
  });

  it('are shown by date as they are so far, and marked', () => {
    const { result } = funnelOf(told(lines), given);
    expect(result.trend).toMatchObject([
      { start: '2026-03-02', entered: 2, converted: 1, rate: 0.5, complete: true },
      { start: '2026-03-03', entered: 0, rate: null, problem: { code: 'nobody-entered' } },
      { start: '2026-03-04', entered: 3, converted: 1, complete: false },
    ]);
  });
});

describe('the range', () => {
  it('selects the entry; what follows may lie behind it', () => {
    const lines = 'inside: A30 B60\nbefore: A0 B30\nboth: A0 A30';
    const range = { from: '2026-03-03', to: '2026-03-04' };
    expect(counted(lines, 'AB', { range })).toEqual([2, 1]);
  });
});

describe('a breakdown', () => {
  const lines = `
    one:   A0/x B1/y
    two:   A0/x
    three: A0/y B1/y
    none:  A0 B1/z
    again: A0/x A30/y B31/y`;

  it('reads the first entry, the last step reached or one step', () => {
    const given = { breakdown: 'key', window: '1d' };
    expect(grouped(lines, 'AB', given)).toEqual({ x: [3, 2], y: [1, 1], '(none)': [1, 1] });
    expect(grouped(lines, 'AB', { ...given, breakdownBy: 'last' })).toEqual({
      y: [3, 3],
      x: [1, 0],
      z: [1, 1],
    });
    expect(grouped(lines, 'AB', { ...given, breakdownBy: 'step:2' })).toEqual({
      y: [3, 3],
      '(none)': [1, 0],
      z: [1, 1],
    });
  });

  it('makes each value a funnel of its own with "all"', () => {
    const given = { breakdown: 'key', breakdownBy: 'all' };
    expect(grouped(lines, 'AB', given)).toEqual({ x: [3, 0], y: [2, 2], '(none)': [1, 0] });
  });

  it('puts values beyond the ten largest together', () => {
    const many = Array.from({ length: 12 }, (_, i) => `u${i}: A0/v${i} ${i < 11 ? '' : 'B1'}`);
    const given = { breakdown: 'key', steps: lettered('AB'), completeThrough: LATER };
    const { result } = funnelOf(told([...many, 'w: A0/v11 B1'].join('\n')), given);
    expect(result.groups).toHaveLength(11);
    expect(result.groups[0]).toMatchObject({ name: 'v11', entered: 2 });
    expect(result.groups[10]).toMatchObject({ name: 'Other', entered: 2 });
  });

  it('compares with the group called control, or the one that is named', () => {
    const given = { breakdown: 'key', completeThrough: LATER, steps: lettered('AB') };
    const dataset = told('a: A0/new\nb: A0/new\nc: A0/Control\nd: A0/new B1');
    expect(funnelOf(dataset, given).result.control).toBe('Control');
    expect(funnelOf(dataset, { ...given, control: 'new' }).result.control).toBe('new');
  });
});
