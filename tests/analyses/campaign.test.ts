import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { campaign } from '../../src/analyses/campaign/campaign';
import type { CampaignResult } from '../../src/analyses/campaign/result';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { story } from '../events/story';
import { outcomeOf } from './run';

const MAIL = {
  contact: { event: 'mail' },
  open: { event: 'open' },
  act: { event: 'buy', value: 'amount' },
  window: '3d',
};

function campaignOf(dataset: Dataset, given: object = {}): CampaignResult {
  return outcomeOf(campaign, dataset, { ...MAIL, ...given }).result;
}

/** Ann gets three mails, Bob and Cat one; Dan is held out, Eve's window has not ended. */
const STORY = story(`user:text at:time event:text amount:number arm:text list:text
  ann 0 mail - - a
  ann 1 open - - -
  ann 2 mail - - b
  ann 2.5 buy 10 - -
  ann 10 mail - - b
  ann 13 buy 99 - -
  bob 0 assign - sent -
  bob 1 mail - - a
  bob 1.5 open - - -
  bob 2 buy 20 - -
  cat 0 assign - sent -
  cat 1 mail - - a
  dan 0 assign - held -
  dan 1 buy 5 - -
  fay 0 assign - held -
  gil 0 assign - held -
  gil 1 assign - sent -
  eve 19 mail - - a
  eve 20.99 visit - - -`);

describe('a campaign', () => {
  it('credits what follows a contact before the next one and within the window', () => {
    const { groups, open } = campaignOf(STORY);
    // Ann's purchase on day 13 is three days after her last mail: too late.
    expect(groups[0]).toMatchObject({ name: null, users: 3, contacts: 5 });
    expect(groups[0]!.opened).toMatchObject({ count: 2, of: 5 });
    expect(groups[0]!.acted).toMatchObject({ count: 2, of: 5 });
    expect(groups[0]!.actedOfOpened).toMatchObject({ count: 1, of: 2 });
    expect(open).toBe(1);
  });

  it('tells groups by the contact, and users by how many they had', () => {
    const { groups, frequency } = campaignOf(STORY, { breakdown: 'list', bands: [2] });
    expect(groups.map(({ name, contacts, acted }) => [name, contacts, acted.count])).toEqual([
      [null, 5, 2],
      ['a', 3, 1],
      ['b', 2, 1],
    ]);
    expect(frequency.map(({ name, users, contacts }) => [name, users, contacts])).toEqual([
      ['1', 2, 2],
      ['2+', 1, 3],
    ]);
  });

  it('compares users assigned at random, those never reached included', () => {
    const randomised = { event: 'assign', variant: 'arm', control: 'held' };
    const { randomised: found } = campaignOf(STORY, { randomised });
    expect(found).toMatchObject({ control: 'held', mixed: 1 });
    expect(found!.arms).toMatchObject([
      { name: 'held', users: 2, acted: { count: 1, of: 2 }, mean: 2.5 },
      { name: 'sent', users: 2, acted: { count: 1, of: 2 }, mean: 10 },
    ]);
    expect(found!.comparisons[0]!.acted.difference.estimate).toBe(0);
    const wrong = { ...randomised, control: 'nobody' };
    expect(() => campaignOf(STORY, { randomised: wrong })).toThrow('no-holdout');
  });

  it('compares changes where nobody was held out, per week', () => {
    // Five are contacted and go from 1 to 3 a week, five are not and go from 2 to 2.
    const lines = Array.from({ length: 10 }, (_, u) => {
      const isContacted = u < 5;
      const before = [0, 1, 2, 7, 8].slice(0, isContacted ? 2 + (u % 2) : 4);
      const after = [14.5, 15, 16, 17].slice(0, isContacted ? 3 + (u % 2) : 2);
      const rows = [...before, ...after].map((day) => `u${u} ${day} buy 1 - -`);
      return (isContacted ? [...rows, `u${u} 14 mail - - a`] : rows).join('\n');
    });
    const data = story(`user:text at:time event:text amount:number arm:text list:text
      ${lines.join('\n')}
      u0 15.5 open - - -
      end 30.99 visit - - -`);
    const compare = { start: '2026-03-16', before: '14d' };
    const { compared } = campaignOf(data, { window: '7d', compare });
    expect(compared!.contacted).toEqual({ users: 5, before: 1.2, after: 3.4 });
    expect(compared!.others).toEqual({ users: 5, before: 2, after: 2 });
    expect(compared!.effect.difference.estimate).toBeCloseTo(2.2, 12);
    expect(() => campaignOf(data, { compare: { start: '2026-04-01' } })).toThrow('not-mature');
  });

  it('names the users behind contacts', () => {
    const given = { ...MAIL, breakdown: 'list' };
    const { input, params } = outcomeOf(campaign, STORY, given);
    const at = (path: string) => [...campaign.members!(input, params, path)];
    expect(at('groups[0]')).toEqual([0, 1, 2]);
    expect(at('groups.a.acted')).toEqual([1]);
    expect(at('frequency[0].opened')).toEqual([1]);
    expect(at('nothing')).toEqual([]);
  });

  it('finds the win-back mail of the sample shop', async () => {
    const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
    const source = bytesSource(bytes);
    const events = await readDataset(source, { name: 'shop-events.parquet' });
    const truth = JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as {
      realised: {
        winback: {
          visitedWithin14Days: Record<'holdout' | 'mail', { users: number; successes: number }>;
        };
      };
    };
    const given = {
      contact: { event: 'message', where: { campaign: 'WINBACK' } },
      ...{ act: { event: 'visit' }, window: '14d' },
      randomised: {
        ...{ event: 'exposure', where: { experiment: 'winback' } },
        ...{ variant: 'variant', control: 'holdout' },
      },
    };
    const roles = { user: 'user_id', time: 'ts', event: 'event' };
    const { result } = outcomeOf(campaign, events, given, { roles });
    const { holdout, mail } = truth.realised.winback.visitedWithin14Days;
    const planted = [holdout, mail].map(({ users, successes }) => [users, successes]);
    const { arms, comparisons } = result.randomised!;
    expect(arms.map(({ users, acted }) => [users, acted.count])).toEqual(planted);
    expect(comparisons[0]!.acted.p).toBeCloseTo(8.11e-9, 10);
  });
});
