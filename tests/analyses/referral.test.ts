import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referral } from '../../src/analyses/referral/referral';
import type { ReferralResult } from '../../src/analyses/referral/result';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { story } from '../events/story';
import { outcomeOf } from './run';

const LOOP = {
  invite: { event: 'invite' },
  signup: { event: 'signup' },
  referred: { via: 'friend' },
  activity: { event: 'visit' },
};

function referralOf(dataset: Dataset, given: object = {}): ReferralResult {
  return outcomeOf(referral, dataset, { ...LOOP, ...given }).result;
}

/** Ann invites Bob and Cat, of whom Bob comes; Bob invites Dan, who comes; Eve comes by herself. */
const STORY = story(`user:text at:time event:text via:text by:text
  ann 0 signup ad -
  ann 0.1 visit - -
  ann 1 invite - -
  ann 1.1 invite - -
  bob 3 signup friend ann
  bob 3 visit - -
  bob 4.5 visit - -
  bob 5 invite - -
  dan 8 signup friend bob
  dan 8 visit - -
  eve 8 signup ad -
  eve 10 visit - -
  fay 30 signup friend zoe
  fay 30.99 visit - -`);

describe('a referral programme', () => {
  it('counts who invites, who comes, and how many each user brings', () => {
    const result = referralOf(STORY);
    expect(result.users).toBe(5);
    expect(result.invitations).toMatchObject({ users: 2, sent: 3 });
    expect(result.accepted).toMatchObject({ accepted: 3, of: 3, rate: 1 });
    expect(result.k.estimate).toBe(3 / 5);
    expect(result).toMatchObject({ linked: null, cycle: null });
  });

  it('knows inviters by their column, and how long a cycle takes', () => {
    const { linked, cycle, k } = referralOf(STORY, { referrer: 'by' });
    // Fay's Zoe is not in the data; Bob came 3 days after Ann, Dan 5 after Bob.
    expect(linked).toEqual({ users: 2, of: 3 });
    expect(cycle).toMatchObject({ count: 2, medianMs: 4 * 86_400_000 });
    expect(k.low).toBeGreaterThan(0.1);
    expect(k.high! / k.estimate!).toBeCloseTo(k.estimate! / k.low!, 12);
  });

  it('compares those whose time after the signup has passed', () => {
    const { groups } = referralOf(STORY, { from: '1d', to: '4d' });
    expect(groups).toMatchObject([
      { name: 'referred', users: 3, matured: 2, total: 1, returned: 1, mean: 0.5 },
      { name: 'others', users: 2, matured: 2, total: 1, returned: 1, rate: 0.5 },
    ]);
  });

  it('has no share where more came than were invited, and none of nobody', () => {
    const few = story(`user:text at:time event:text via:text
      ann 0 invite -
      ann 0.1 visit -
      bob 1 signup friend
      cat 1.99 signup friend`);
    expect(referralOf(few).accepted).toMatchObject({
      rate: null,
      problem: { code: 'more-accepted-than-sent', args: { accepted: 2, sent: 1 } },
    });
    expect(referralOf(few, { referred: { via: 'nobody' } }).k).toMatchObject({
      estimate: null,
      problem: { code: 'nobody-accepted' },
    });
  });

  it('names those who invite, who come, and who brought them', () => {
    const { input, params } = outcomeOf(referral, STORY, { ...LOOP, referrer: 'by' });
    const at = (path: string) => [...referral.members!(input, params, path)];
    expect(at('invitations.users')).toEqual([0, 1]);
    expect(at('accepted')).toEqual([1, 2, 4]);
    expect(at('linked.users')).toEqual([0, 1]);
    expect(at('groups.others')).toEqual([0, 3]);
  });

  it('finds what was planted in the sample shop', async () => {
    const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
    const source = bytesSource(bytes);
    const events = await readDataset(source, { name: 'shop-events.parquet' });
    const truth = JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as {
      realised: {
        referral: {
          invitations: number;
          accepted: number;
          invited: { users: number; returnVisits: number };
          others: { users: number; returnVisits: number };
        };
      };
    };
    const roles = { user: 'user_id', time: 'ts', event: 'event' };
    const given = { ...LOOP, referred: { channel: 'referral' } };
    const { result } = outcomeOf(referral, events, given, { roles });
    const planted = truth.realised.referral;
    expect(result.accepted).toMatchObject({ accepted: planted.accepted, of: planted.invitations });
    for (const [i, group] of [planted.invited, planted.others].entries()) {
      const { matured, total } = result.groups[i]!;
      expect({ users: matured, returnVisits: total }).toMatchObject({
        users: group.users,
        returnVisits: group.returnVisits,
      });
    }
  });
});
