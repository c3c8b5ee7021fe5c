import { describe, expect, it } from 'vitest';
import { DAY, START } from '../events/story';
import { creditBy, pathsOf, storyOf, valueBy } from './attribution-of';

/** Four touches on four channels, then a purchase of 100. */
const FOUR = `
  ann 0  visit search  -
  ann 7  visit social  -
  ann 14 visit email   -
  ann 21 visit display -
  ann 21 buy   -       100
`;

function only(model: unknown, lines = FOUR, given: object = {}) {
  const { result } = storyOf(lines, { ...given, models: [model] });
  return creditBy(result, result.models[0]!.name);
}

describe('the rules of one journey', () => {
  it('give the first, the last or every touch the conversion', () => {
    expect(only('first')).toEqual({ search: 1 });
    expect(only('last')).toEqual({ display: 1 });
    expect(only('linear')).toEqual({ search: 0.25, social: 0.25, email: 0.25, display: 0.25 });
    expect(only('participation')).toEqual({ search: 1, social: 1, email: 1, display: 1 });
  });

  it('pass over direct from the end, but not when there is nothing else', () => {
    const lines = `
      ann 1 visit search -
      ann 2 visit direct -
      ann 3 visit direct -
      ann 3 buy   -      1
      bob 1 visit direct -
      bob 3 buy   -      1
    `;
    expect(only('last-non-direct', lines)).toEqual({ search: 1, direct: 1 });
    expect(only('last-non-direct', lines, { direct: 'search' })).toEqual({ direct: 2 });
  });

  it('weigh positions: the middle shares what is between', () => {
    const middle = { social: expect.closeTo(0.1, 12), email: expect.closeTo(0.1, 12) };
    expect(only('u')).toEqual({ search: 0.4, ...middle, display: 0.4 });
    expect(only('j')).toEqual({ search: 0.2, ...middle, display: 0.6 });
    expect(only('inverse-j')).toEqual({ search: 0.6, ...middle, display: 0.2 });
    const own = only({ position: [1, 2, 1] });
    expect(own).toEqual({ search: 0.25, social: 0.25, email: 0.25, display: 0.25 });
  });

  it('divide two touches as first to last, or give each half of the middle', () => {
    const two = `
      ann 1 visit search -
      ann 2 visit email  -
      ann 2 buy   -      1
    `;
    const j = [0.2, 0.2, 0.6];
    expect(only({ position: j }, two)).toEqual({
      search: expect.closeTo(0.25, 12),
      email: expect.closeTo(0.75, 12),
    });
    expect(only({ position: j, twoTouch: 'half-middle' }, two)).toEqual({
      search: expect.closeTo(0.3, 12),
      email: expect.closeTo(0.7, 12),
    });
    expect(only({ position: [0, 1, 0] }, two)).toEqual({ search: 0.5, email: 0.5 });
    expect(only('u', 'ann 1 visit search -\nann 1 buy - 1')).toEqual({ search: 1 });
  });

  it('halve the weight of a touch for every half-life', () => {
    const third = 1 / 15;
    expect(only({ 'time-decay': '7d' })).toEqual({
      search: expect.closeTo(third, 12),
      social: expect.closeTo(2 * third, 12),
      email: expect.closeTo(4 * third, 12),
      display: expect.closeTo(8 * third, 12),
    });
  });

  it('survive half-lives so short that only the latest touch weighs anything', () => {
    expect(only({ 'time-decay': '1s' })).toEqual({ display: 1 });
  });

  it('prints the weights it used', () => {
    const { result } = storyOf(FOUR, { models: ['j', { 'time-decay': '12h' }, 'linear'] });
    const [j, decay, linear] = result.models;
    expect(j!.weights).toEqual([0.2, 0.2, 0.6]);
    expect(j!.twoTouch).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
    expect(decay!.halfLifeMs).toBe(DAY / 2);
    expect(linear!.weights).toBeNull();
  });

  it('divide the value as they divide the conversion, each conversion its own', () => {
    const lines = `
      ann 1 visit search -
      ann 2 visit email  -
      ann 3 buy   -      100
      bob 1 visit email  -
      bob 3 buy   -      10
    `;
    const { result } = storyOf(lines, { models: ['linear', 'shapley', 'first'] });
    expect(valueBy(result, 'linear')).toEqual({ search: 50, email: 60 });
    expect(valueBy(result, 'shapley')).toEqual({ search: 50, email: 60 });
    expect(valueBy(result, 'first')).toEqual({ search: 100, email: 10 });
  });
});

describe('which touches belong to a conversion', () => {
  it('takes those of the look-back, its far end and the conversion’s own time included', () => {
    const lines = `
      ann 0    visit far    -
      ann 0.9  visit before -
      ann 1    visit edge   -
      ann 3    buy   -      1
      ann 3    visit tie    -
      ann 3.1  visit after  -
    `;
    expect(only('linear', lines, { lookback: '2d' })).toEqual({ edge: 0.5, tie: 0.5 });
  });

  it('starts anew after a conversion unless told otherwise', () => {
    const lines = `
      ann 1 visit search -
      ann 2 buy   -      1
      ann 3 visit email  -
      ann 4 buy   -      1
      ann 5 buy   -      1
    `;
    expect(only('first', lines)).toEqual({ search: 1, email: 1, '(no touch)': 1 });
    expect(only('first', lines, { reset: false })).toEqual({ search: 3 });
    expect(only('linear', lines, { reset: false })).toEqual({ search: 2, email: 1 });
  });

  it('lets conversions of one instant share their touches', () => {
    const lines = `
      ann 1 visit search -
      ann 2 buy   -      10
      ann 2 buy   -      5
      ann 2 visit email  -
    `;
    expect(only('last', lines)).toEqual({ email: 2 });
  });

  it('counts all conversions of a user, or the first or the last', () => {
    const lines = `
      ann 1 visit search -
      ann 2 buy   -      1
      ann 3 visit email  -
      ann 4 buy   -      1
      bob 3 visit social -
      bob 4 buy   -      1
    `;
    expect(only('first', lines)).toEqual({ search: 1, email: 1, social: 1 });
    expect(only('first', lines, { conversions: 'first' })).toEqual({ search: 1, social: 1 });
    expect(only('first', lines, { conversions: 'last' })).toEqual({ email: 1, social: 1 });
  });

  it('takes conversions of the range, with touches from before it', () => {
    const lines = `
      ann 1 visit search -
      ann 2 buy   -      1
      ann 3 visit email  -
      ann 9 buy   -      1
      bob 1 visit social -
      bob 9 buy   -      1
    `;
    const range = { from: '2026-03-08', to: '2026-03-12' };
    expect(only('first', lines, { range })).toEqual({ email: 1, social: 1 });
    const first = { range, conversions: 'first' };
    expect(only('first', lines, first)).toEqual({ social: 1 });
  });

  it('keeps conversions before any touch as no touch', () => {
    const lines = `
      ann 1 buy   -      7
      ann 2 visit search -
      bob 1 visit email  -
      bob 2 buy   -      3
    `;
    const models = ['first', 'u', 'time-decay', 'participation', 'markov', 'shapley'];
    const { result } = storyOf(lines, { models });
    expect(result.journeys).toMatchObject({ converted: 2, withoutTouch: 1 });
    for (const { name, channels } of result.models) {
      expect(creditBy(result, name)).toEqual({ email: 1, '(no touch)': 1 });
      expect(valueBy(result, name)).toEqual({ email: 3, '(no touch)': 7 });
      expect(channels.at(-1)).toMatchObject({ channel: '(no touch)', removalEffect: null });
    }
  });

  it('leaves touches without a channel out and says how many there were', () => {
    const { result } = storyOf('ann 1 visit search -\nann 2 visit - -\nann 3 buy - -');
    expect(result.journeys).toMatchObject({ withoutChannel: 1, missing: 1, withoutTouch: 0 });
    expect(creditBy(result, 'linear')).toEqual({ search: 1 });
  });
});

describe('journeys without conversion', () => {
  it('are the touches after the last conversion, one journey for a user', () => {
    const lines = `
      ann 1 visit search -
      ann 2 buy   -      1
      ann 3 visit email  -
      ann 4 visit social -
      bob 1 visit search -
      bob 2 visit search -
      cy  1 visit email  -
      cy  1 buy   -      1
    `;
    const { result } = storyOf(lines, { lookback: '7d', path: 'as-is' });
    expect(result.journeys).toMatchObject({ converted: 2, null: 2, open: 0 });
    expect(result.paths).toEqual([
      { path: ['search'], conversions: 1, value: 1, nulls: 0, users: 1 },
      { path: ['email'], conversions: 1, value: 1, nulls: 0, users: 1 },
      { path: ['email', 'social'], conversions: 0, value: 0, nulls: 1, users: 1 },
      { path: ['search', 'search'], conversions: 0, value: 0, nulls: 1, users: 1 },
    ]);
  });

  it('hold only the touches within the look-back before the last of them', () => {
    const lines = `
      ann 1   visit search -
      ann 4   visit email  -
      ann 6   visit social -
      bob 1   visit search -
      bob 1   buy   -      1
    `;
    const { result } = storyOf(lines, { lookback: '2d' });
    expect(result.paths.map(({ path, nulls }) => [path.join(), nulls])).toEqual([
      ['search', 0],
      ['email,social', 1],
    ]);
  });

  it('count once a conversion could no longer follow: until then they are open', () => {
    const lines = `
      ann 1 visit search -
      ann 1 buy   -      1
      bob 5 visit email  -
      cy  6 visit email  -
      dan 6.5 visit email  -
    `;
    const { result } = storyOf(lines, { completeThrough: '2026-03-09', lookback: '2d' });
    expect(result.journeys).toMatchObject({ null: 2, open: 1 });
  });

  it('belong to a range by their last touch', () => {
    const lines = `
      ann 1 visit search -
      ann 4 buy   -      1
      bob 2 visit email  -
      cy  2 visit social -
      cy  4 visit social -
    `;
    const range = { from: '2026-03-05', to: '2026-03-10' };
    const { result } = storyOf(lines, { lookback: '5d', range });
    expect(result.journeys).toMatchObject({ converted: 1, null: 1 });
    expect(result.paths[1]!.path).toEqual(['social']);
  });
});

describe('paths', () => {
  const lines = `
    ann 1 visit a -
    ann 2 visit a -
    ann 3 visit b -
    ann 4 visit a -
    ann 4 buy   - 1
  `;
  const pathOf = (given: object, story = lines) => storyOf(story, given).result.paths[0]!.path;

  it('count repeats as they are told', () => {
    expect(pathOf({ path: 'as-is' })).toEqual(['a', 'a', 'b', 'a']);
    expect(pathOf({})).toEqual(['a', 'b', 'a']);
    expect(pathOf({ path: 'unique' })).toEqual(['a', 'b']);
    expect(pathOf({ path: 'frequency' })).toEqual(['a(3)', 'b(1)']);
  });

  it('give credit by touch as the path has them', () => {
    const third = expect.closeTo(1 / 3, 12);
    expect(only('linear', lines, { path: 'as-is' })).toEqual({ a: 0.75, b: 0.25 });
    expect(only('linear', lines)).toEqual({ a: expect.closeTo(2 / 3, 12), b: third });
    expect(only('linear', lines, { path: 'unique' })).toEqual({ a: 0.5, b: 0.5 });
    expect(only('linear', lines, { path: 'frequency' })).toEqual({ a: 0.5, b: 0.5 });
    expect(only('shapley', lines)).toEqual({ a: 0.5, b: 0.5 });
    expect(only('participation', lines)).toEqual({ a: 1, b: 1 });
  });

  it('keep of repeats the first touch, with its age', () => {
    expect(only({ 'time-decay': '1d' }, lines)).toEqual({
      a: expect.closeTo((0.125 + 1) / (0.125 + 0.5 + 1), 12),
      b: expect.closeTo(0.5 / (0.125 + 0.5 + 1), 12),
    });
  });

  it('pass over no channel that the data do not have', () => {
    expect(() => pathOf({ remove: { channel: 'aa' } })).toThrow(
      expect.objectContaining({
        code: 'not-in-data',
        args: expect.objectContaining({ what: 'channel', name: 'aa', near: 'a' }) as object,
        at: { path: 'remove.channel' },
      }) as Error,
    );
  });

  it('pass over a channel unless there is no other', () => {
    const remove = { channel: 'a' };
    expect(pathOf({ remove })).toEqual(['b']);
    expect(pathOf({ remove: { channel: 'a', from: 'end' } })).toEqual(['a', 'b']);
    expect(pathOf({ remove: { channel: ['a', 'b'] } })).toEqual(['a', 'b', 'a']);
    expect(pathOf({ remove, path: 'as-is' }, 'x 1 visit a -\nx 2 visit a -\nx 2 buy - 1')).toEqual([
      'a',
      'a',
    ]);
  });

  it('keep their last steps only where that is asked, after everything else', () => {
    expect(pathOf({ maxSteps: 2 })).toEqual(['b', 'a']);
    expect(pathOf({ maxSteps: 3, path: 'as-is' })).toEqual(['a', 'b', 'a']);
    expect(pathOf({ maxSteps: 9 })).toEqual(['a', 'b', 'a']);
  });

  it('make of frequency states of their own: a channel seen twice is not one seen once', () => {
    const { result } = pathsOf(
      `a > a | 1 0 0
       a     | 0 1 0`,
      { path: 'frequency', models: ['markov'] },
    );
    expect(result.models[0]).toMatchObject({ states: 2 });
    expect(result.models[0]!.channels[0]).toMatchObject({ channel: 'a', removalEffect: 1 });
  });
});

describe('tables of counted paths', () => {
  it('weigh each path by its count', () => {
    const { result } = pathsOf(
      `a > b | 6 2 120
       a     | 4 1 40
             | 3 0 9`,
      { models: ['first', 'linear', 'shapley', 'u'] },
    );
    expect(result.from).toBe('paths');
    expect(result.journeys).toMatchObject({ converted: 13, null: 3, withoutTouch: 3 });
    expect(creditBy(result, 'first')).toEqual({ a: 10, '(no touch)': 3 });
    expect(creditBy(result, 'linear')).toEqual({ a: 7, b: 3, '(no touch)': 3 });
    // The published case of eeghor/mta: {a: 7, b: 3}.
    expect(creditBy(result, 'shapley')).toEqual({ a: 7, b: 3, '(no touch)': 3 });
    expect(valueBy(result, 'linear')).toEqual({ a: 100, b: 60, '(no touch)': 9 });
  });

  it('leave time decay out by default: they know no times', () => {
    const { result } = pathsOf('a > b | 6 2 120');
    expect(result.models.map(({ name }) => name)).toEqual([
      'last-non-direct',
      'linear',
      'u',
      'markov',
      'shapley',
    ]);
  });

  it('give what the events give that they were counted from', () => {
    const events = storyOf(
      `ann 1 visit a -
       ann 2 visit b -
       ann 3 buy   - 5
       bob 1 visit a -
       bob 3 buy   - 7
       cy  1 visit b -
       cy  2 visit a -
       dan 1 visit b -`,
      { completeThrough: '2026-05-01', models: ['u', 'markov', 'shapley', { shapley: 'rate' }] },
    ).result;
    const paths = pathsOf(
      `a > b | 1 0 5
       a     | 1 0 7
       b > a | 0 1 0
       b     | 0 1 0`,
      { models: ['u', 'markov', 'shapley', { shapley: 'rate' }] },
    ).result;
    const credits = (result: typeof events) =>
      result.models.map(({ name, channels }) => ({
        name,
        channels: channels
          .map(({ users: _, ...each }) => each)
          .sort((a, b) => (a.channel < b.channel ? -1 : 1)),
      }));
    expect(credits(paths)).toEqual(credits(events));
  });
});

describe('times', () => {
  it('shifted by whole days change nothing', () => {
    const shifted = (days: number) =>
      FOUR.replaceAll(
        /^(\s*\w+ )(\d+)/gm,
        (_, who: string, at: string) => who + (Number(at) + days),
      );
    const models = ['first', 'u', 'time-decay', 'markov', 'shapley'];
    const here = storyOf(FOUR, { models }).result;
    const later = storyOf(shifted(400), { models }).result;
    expect(later).toEqual(here);
    expect(START).toBe(Date.parse('2026-03-02'));
  });

  it('count each user once, however many touches and conversions they have', () => {
    const { models, paths, transitions } = storyOf(
      `ann 1 visit a -
       ann 2 visit a -
       ann 3 buy   - 5
       ann 4 visit a -
       ann 5 visit a -
       ann 6 buy   - 5
       ann 7 visit b -
       bob 1 visit a -
       bob 3 buy   - 7
       cy  1 buy   - 9`,
      { completeThrough: '2026-05-01', models: ['last'], path: 'as-is' },
    ).result;
    const users = models[0]!.channels.map(({ channel, touches, users }) => [channel, touches, users]); // prettier-ignore
    expect(users).toEqual([
      ['a', 5, 2],
      ['b', 0, 0],
      ['(no touch)', 0, 1],
    ]);
    expect(paths.map(({ path, users }) => [path.join(), users])).toEqual([
      ['a,a', 1],
      ['a', 1],
      ['b', 1],
    ]);
    const steps = transitions.map(
      ({ from, to, count, users }) => `${from} ${to} ${count} ${users}`,
    );
    expect(steps).toEqual([
      ...['(start) a 3 2', '(start) b 1 1'],
      ...['a a 2 1', 'a (conversion) 3 2', 'b (null) 1 1'],
    ]);
  });
});
