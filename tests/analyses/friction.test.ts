import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { friction } from '../../src/analyses/friction/friction';
import type { FrictionGroup, FrictionResult } from '../../src/analyses/friction/result';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { story } from '../events/story';
import { ALONE, outcomeOf } from './run';
import { dice } from './shop';

const STEPS = { steps: [{ event: 'pay', wait: 'ms' }, { event: 'done' }] };

function frictionOf(dataset: Dataset, given: object = STEPS): FrictionResult {
  return outcomeOf(friction, dataset, given).result;
}

const SECOND = 1 / 86_400;

/** Attempts a person can count; times in seconds. */
function attempts(text: string): Dataset {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([user, at, event, ms = '-', place = '-']) => {
      return `${user} ${Number(at) * SECOND} ${event} ${ms} ${place}`;
    });
  return story(
    `user:text at:time event:text ms:number place:text\n${rows.join('\n')}\nend 3 other - -`,
  );
}

const STORY = `
  ann 0 pay 1000 home
  ann 30 done
  ann 100 pay 3000 home
  ann 102 pay
  ann 104 error
  bob 0 pay 2000 away
  bob 9 pay
  bob 18 pay
  bob 40 done
  bob 45 pay 9000 away
  cat 0 pay -5 away
  cat 20 pay 500 home
  cat 50 done
  cat 60 done`;

describe('friction', () => {
  it('counts attempts, those that drop out, repeats and errors', () => {
    const { transitions, odd } = frictionOf(attempts(STORY), {
      ...STEPS,
      errors: { event: 'error' },
      bands: ['2s'],
    });
    const [group] = transitions[0]!.groups;
    // Ann tries twice, Bob twice (three taps are one), Cat twice: 30 s, 40 s and 30 s.
    expect(group).toMatchObject({ attempts: 6, users: 3, dropped: { dropped: 3, of: 6 } });
    expect(group!.time).toMatchObject({ count: 3, medianMs: 30_000, low: null });
    // 1,000, 3,000, 2,000, 9,000 and 500 ms; Cat's −5 is no time.
    expect(group!.wait).toMatchObject({ count: 5, medianMs: 2_000 });
    expect(odd).toBe(1);
    expect(group!.bands.map(({ dropped, of }) => [dropped, of])).toEqual([
      [0, 2],
      [2, 3],
    ]);
    expect(group!.signs[0]).toMatchObject({ name: 'repeats', attempts: 2, of: 6 });
    expect(group!.signs[0]!.with).toMatchObject({ dropped: 1, of: 2 });
    expect(group!.signs[1]).toMatchObject({ name: 'errors', attempts: 1, of: 6 });
    expect(group!.signs[1]!.difference).toMatchObject({ problem: { code: 'few-drops' } });
  });

  it('reads a breakdown on the row of the attempt', () => {
    const { groups } = frictionOf(attempts(STORY), { ...STEPS, breakdown: 'place' })
      .transitions[0]!;
    expect(groups.map(({ name, attempts, dropped }) => [name, attempts, dropped.dropped])).toEqual([
      [null, 6, 3],
      ['away', 3, 2],
      ['home', 3, 1],
    ]);
  });

  it('leaves out attempts whose window goes beyond the data', () => {
    const given = { ...STEPS, window: '1h', completeThrough: '2026-03-02T01:00:10' };
    const data = attempts(`ann 5 pay\nann 7 done\nbob 20 pay\nbob 21 done\ncat 8 pay`);
    const [transition] = frictionOf(data, given).transitions;
    expect(transition).toMatchObject({ open: 1 });
    expect(transition!.groups[0]).toMatchObject({ attempts: 2, dropped: { dropped: 1 } });
  });

  it('reads waits in the unit of their column', () => {
    const around = { ...ALONE, columnUnits: { ms: 's' } };
    const data = attempts('ann 0 pay 3\nann 4 done');
    const { result } = outcomeOf(friction, data, STEPS, { around });
    expect(result.transitions[0]!.groups[0]!.wait!.medianMs).toBe(3_000);
  });

  it('names the users behind its numbers', () => {
    const { input, params } = outcomeOf(friction, attempts(STORY), { ...STEPS, bands: ['2s'] });
    const at = (path: string) => [...friction.members!(input, params, path)];
    expect(at('transitions[0]')).toEqual([0, 1, 2]);
    expect(at('transitions[0].groups[0].bands[1].dropped')).toEqual([0, 1]);
    expect(at('transitions["pay > done"].groups[0].signs.repeats.with')).toEqual([0, 1]);
    expect(at('rows[0]')).toEqual([]);
  });

  it('counts as trying every row does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (seed) => {
        const random = dice(seed);
        const rows = Array.from({ length: 60 }, () => ({
          user: `u${Math.floor(random() * 4)}`,
          at: Math.floor(random() * 400),
          event: ['pay', 'done', 'error'][Math.floor(random() * 3)]!,
        }));
        // No two rows of a user at one time: ties keep file order, which the twin does not.
        const unique = [...new Map(rows.map((row) => [`${row.user} ${row.at}`, row])).values()];
        const text = unique.map(({ user, at, event }) => `${user} ${at} ${event}`).join('\n');
        if (!unique.some(({ event }) => event === 'pay')) return;
        const given = { ...STEPS, window: '60s', errors: { event: 'error' } };
        const [group] = frictionOf(attempts(text), given).transitions[0]!.groups;
        expect(facts(group!)).toEqual(twin(unique));
      }),
      { numRuns: 60 },
    );
  });
});

function facts({ attempts, dropped, signs }: FrictionGroup) {
  return [attempts, dropped.dropped, signs[0]!.attempts, signs[1]!.attempts];
}

/** The definition, attempt by attempt. */
function twin(rows: readonly { user: string; at: number; event: string }[]) {
  const counts = [0, 0, 0, 0] as [number, number, number, number];
  for (const user of new Set(rows.map((row) => row.user))) {
    const own = rows.filter((row) => row.user === user).sort((a, b) => a.at - b.at);
    let start = 0;
    while (start < own.length) {
      const first = own[start]!;
      if (first.event !== 'pay') {
        ++start;
        continue;
      }
      let [last, repeats, errors, isDone] = [first.at, 0, 0, false];
      let next = start + 1;
      for (; next < own.length; ++next) {
        const { at, event } = own[next]!;
        if (event === 'pay') {
          if (isDone || at - last > 10) break;
          last = at;
          ++repeats;
        } else if (at - first.at <= 60 && !isDone) {
          if (event === 'done') isDone = true;
          else errors = 1;
        }
      }
      ++counts[0];
      if (!isDone) ++counts[1];
      if (repeats > 0) ++counts[2];
      counts[3] += errors;
      start = next;
    }
  }
  return counts;
}

describe('the friction of the sample shop', () => {
  it('finds the slow step as it was planted', async () => {
    const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
    const source = bytesSource(bytes);
    const events = await readDataset(source, { name: 'shop-events.parquet' });
    const truth = JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as {
      realised: { wait: Record<string, { checkouts: number; medianMs: number; paid: number }> };
    };
    const { result, params } = outcomeOf(
      friction,
      events,
      {
        steps: [{ event: 'view' }, { event: 'checkout', wait: 'ms' }, { event: 'purchase' }],
        ...{ window: null, bands: ['2s', '5s'], breakdown: 'platform' },
      },
      { roles: { user: 'user_id', time: 'ts', event: 'event' } },
    );
    const [whole, ...groups] = result.transitions[1]!.groups;
    const { android } = truth.realised.wait;
    const found = groups.find(({ name }) => name === 'android')!;
    expect(found.attempts).toBe(android!.checkouts);
    expect(found.attempts - found.dropped.dropped).toBe(android!.paid);
    expect(Math.round(found.wait!.medianMs)).toBe(android!.medianMs);
    expect(whole!.explained!.low).toBeGreaterThan(0.1);
    expect(whole!.signs[0]!.difference.low).toBeGreaterThan(0.2);
    const [answer] = friction.findings(result, params).filter(({ level }) => level === 'answer');
    expect(answer).toMatchObject({ code: 'friction.waiting', args: { from: 'checkout' } });
  });
});
