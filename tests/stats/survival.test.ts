import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../src/stats/kaplan-meier';
import { logRank } from '../../src/stats/log-rank';
import reference from '../reference/survival.json';
import { expectClose } from './expect-close';

type Group = 'a' | 'b' | 'c';

const durations = (group: Group) => ({
  times: reference.times[group],
  happened: reference.happened[group],
});

describe('kaplanMeier(durations)', () => {
  it.each(['a', 'b', 'c'] as const)('matches R: group %s', (group) => {
    const expected = reference.curves[group];
    const steps = kaplanMeier(durations(group));
    expect(steps.map(({ time }) => time)).toEqual(expected.time);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual(expected.atRisk);
    expect(steps.map(({ events }) => events)).toEqual(expected.events);
    steps.forEach((step, i) => {
      expect(step.survival).toBeCloseTo(expected.survival[i]!, 12);
      if (expected.low[i] === null) return;
      expectClose(step.low, expected.low[i]!);
      expectClose(step.high, expected.high[i]!);
    });
  });

  it('does not depend on the order of the people', () => {
    const { times, happened } = durations('a');
    const reversed = { times: [...times].reverse(), happened: [...happened].reverse() };
    expect(kaplanMeier(reversed)).toEqual(kaplanMeier(durations('a')));
  });

  it('has no steps when the event never happened', () => {
    expect(kaplanMeier({ times: [1, 2], happened: [0, 0] })).toEqual([]);
    expect(kaplanMeier({ times: [], happened: [] })).toEqual([]);
  });
});

describe('logRank(groups)', () => {
  it.each(reference.tests)('matches R: groups $groups', (expected) => {
    const actual = logRank((expected.groups as Group[]).map(durations));
    expectClose(actual.statistic, expected.statistic);
    expectClose(actual.p, expected.p);
    expect(actual.observed).toEqual(expected.observed);
    actual.expected.forEach((events, i) => expectClose(events, expected.expected[i]!));
  });

  it('finds nothing between a group and itself, in whatever unit the times are', () => {
    expect(logRank([durations('a'), durations('a')]).statistic).toBeCloseTo(0, 12);
    const inHours = (group: Group) => ({
      times: reference.times[group].map((day) => 24 * day),
      happened: reference.happened[group],
    });
    expect(logRank([inHours('a'), inHours('b')])).toEqual(
      logRank([durations('a'), durations('b')]),
    );
  });

  it('refuses one group, and groups without events', () => {
    expect(() => logRank([durations('a')])).toThrow('too-few-groups');
    const nobody = { times: [1, 2], happened: [0, 0] };
    expect(() => logRank([nobody, nobody])).toThrow('no-events-yet');
  });
});
