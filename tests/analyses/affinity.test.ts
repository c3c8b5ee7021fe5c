import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affinity } from '../../src/analyses/affinity/affinity';
import type { AffinityResult } from '../../src/analyses/affinity/result';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { story } from '../events/story';
import { outcomeOf } from './run';
import { dice } from './shop';

const VIEWS = { engage: { event: 'view' }, content: 'topic', breakdown: 'place', to: '8d' };

function affinityOf(dataset: Dataset, given: object = {}): AffinityResult {
  return outcomeOf(affinity, dataset, { ...VIEWS, ...given }).result;
}

/** Ann reads news at home and sport away; Bob reads news twice; Cat sport; Dan's week is not over. */
const STORY = story(`user:text at:time event:text topic:text place:text
  ann 0 view news home
  ann 3 view sport away
  bob 0 view news home
  bob 0.5 view news home
  bob 9 visit - -
  cat 1 view sport away
  cat 2 view - away
  cat 5 visit - -
  dan 18 view news away
  dan 20.99 visit - -`);

describe('an affinity', () => {
  it('counts events by group and content', () => {
    const result = affinityOf(STORY);
    expect(result).toMatchObject({ events: 6, users: 4, without: 1, open: 1 });
    const cells = result.cells.map(({ name, events, users, of, others }) => [
      name,
      events,
      users,
      of,
      others.events,
      others.of,
    ]);
    expect(cells).toEqual([
      ['away × news', 1, 1, 3, 3, 3],
      ['away × sport', 2, 2, 3, 0, 3],
      ['home × news', 3, 2, 3, 1, 3],
      ['home × sport', 0, 0, 3, 2, 3],
    ]);
    // 3 of home's 3 events where 3 · 4/6 = 2 are expected.
    expect(result.cells[2]!.lift).toBe(1.5);
    expect(result.cells[0]!.difference).toMatchObject({ problem: { code: 'few-engaged' } });
  });

  it('knows how deep users go and who comes back', () => {
    const { contents } = affinityOf(STORY);
    expect(contents).toMatchObject([
      // Ann and Bob began with news; Ann's sport on day 3 is a return, Bob's visit on day 9 is too late.
      { name: 'news', events: 4, users: 3, depth: 4 / 3, returned: { returned: 1, of: 2 } },
      { name: 'sport', events: 2, users: 2, depth: 1, returned: { returned: 1, of: 1 } },
    ]);
  });

  it('names the users behind its events', () => {
    const { input, params } = outcomeOf(affinity, STORY, VIEWS);
    const at = (path: string) => [...affinity.members!(input, params, path)];
    expect(at('cells["away × sport"]')).toEqual([0, 2]);
    expect(at('contents.news')).toEqual([0, 1, 3]);
    expect(at('groups.home')).toEqual([0, 1]);
    expect(at('groups.nowhere')).toEqual([]);
  });

  it('draws lifts towards 1, never past it, and counts as trying every event does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (seed) => {
        const random = dice(seed);
        const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
        const rows = Array.from({ length: 80 }, () => ({
          user: `u${Math.floor(random() * 30)}`,
          topic: pick(['a', 'b', 'b', 'c']),
          place: pick(['x', 'y', 'y']),
        }));
        const text = rows.map(
          ({ user, topic, place }, i) => `${user} ${i / 10} view ${topic} ${place}`,
        );
        const { cells } = affinityOf(
          story(
            `user:text at:time event:text topic:text place:text\n${text.join('\n')}\nend 8.99 visit - -`,
          ),
        );
        for (const cell of cells) {
          const own = rows.filter(({ place }) => place === cell.group);
          const others = rows.filter(({ place }) => place !== cell.group);
          const count = (list: typeof rows) => list.filter((r) => r.topic === cell.content).length;
          expect([cell.events, cell.of]).toEqual([count(own), own.length]);
          expect([cell.others.events, cell.others.of]).toEqual([count(others), others.length]);
          expect((cell.shrunken - 1) * (cell.lift - 1)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(cell.shrunken - 1)).toBeLessThanOrEqual(Math.abs(cell.lift - 1) + 1e-12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds the taste that was planted in the sample shop', async () => {
    const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
    const events = await readDataset(bytesSource(bytes), { name: 'shop-events.parquet' });
    const truth = JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as {
      realised: { taste: Record<'inCountry' | 'elsewhere', { views: number; ofCategory: number }> };
    };
    const given = { engage: { event: 'view' }, content: 'category', breakdown: 'country' };
    const roles = { user: 'user_id', time: 'ts', event: 'event' };
    const { result, params } = outcomeOf(affinity, events, given, { roles });
    const { inCountry, elsewhere } = truth.realised.taste;
    const cell = result.cells.find(({ name }) => name === 'GB × tea')!;
    expect([cell.events, cell.of]).toEqual([inCountry.ofCategory, inCountry.views]);
    expect([cell.others.events, cell.others.of]).toEqual([elsewhere.ofCategory, elsewhere.views]);
    const [answer] = affinity.findings(result, params).filter(({ level }) => level === 'answer');
    expect(answer).toMatchObject({ args: { group: 'GB', content: 'tea' } });
  });
});
