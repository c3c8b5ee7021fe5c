import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nps } from '../../src/analyses/nps/nps';
import type { NpsResult } from '../../src/analyses/nps/result';
import { Problem } from '../../src/base/problem';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { story } from '../events/story';
import { outcomeOf } from './run';

const SURVEY = { event: 'survey', value: 'score' };

function npsOf(dataset: Dataset, given: object = {}): NpsResult {
  return outcomeOf(nps, dataset, { ...SURVEY, ...given }).result;
}

/** Ten rows: Ann answers twice, Bob after two mails, Dan nonsense. */
const STORY = story(`user:text at:time event:text score:number place:text
  ann 0 survey 10 home
  ann 9 survey 6 away
  bob 1 mail - -
  bob 2 mail - -
  bob 3 survey 9 home
  bob 4 mail - -
  cat 5 survey 8 home
  dan 6 survey 11 away
  eve 7 survey 0 away
  eve 30.99 other - -`);

describe('a net promoter score', () => {
  it('counts each person once, by the last answer that is one', () => {
    const result = npsOf(STORY);
    expect(result).toMatchObject({ answers: 4, promoters: 1, passives: 1, detractors: 2 });
    expect(result).toMatchObject({ invalid: 1, repeated: 1 });
    expect(result.scores).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0]);
    expect(result.score).toMatchObject({ estimate: null, problem: { code: 'too-few-answers' } });
    expect(npsOf(STORY, { answers: 'first' })).toMatchObject({ promoters: 2, detractors: 1 });
  });

  it('tells groups by the row of the answer, and counts contacts before it', () => {
    const contacts = { event: 'mail', bands: [1, 2] };
    const result = npsOf(STORY, { breakdown: 'place', contacts });
    expect(result.groups.map(({ name, answers }) => [name, answers])).toEqual([
      ['away', 2],
      ['home', 2],
    ]);
    expect(result.contacts.map(({ name, answers }) => [name, answers])).toEqual([
      ['0', 3],
      ['1', 0],
      ['2+', 1],
    ]);
    const recent = npsOf(STORY, { contacts: { ...contacts, window: '1d' } });
    expect(recent.contacts.map(({ answers }) => answers)).toEqual([3, 1, 0]);
  });

  it('has a response rate where it is known who was asked', () => {
    const { response } = npsOf(STORY, { asked: { event: ['mail', 'other'] } });
    expect(response).toMatchObject({ answered: 2, of: 2, rate: 1 });
  });

  it('says so when nobody answered', () => {
    const act = () => npsOf(STORY, { answered: { score: { '>': 10 } } });
    expect(act).toThrow(Problem);
    expect(act).toThrow('no-answers');
  });

  it('names who answered what', () => {
    const given = { ...SURVEY, breakdown: 'place' };
    const { input, params } = outcomeOf(nps, STORY, given);
    const at = (path: string) => [...nps.members!(input, params, path)];
    expect(at('detractors')).toEqual([0, 4]);
    expect(at('groups.home.promoters')).toEqual([1]);
    expect(at('groups.nowhere')).toEqual([]);
  });

  it('finds that more mail goes with fewer recommendations in the sample shop', async () => {
    const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
    const source = bytesSource(bytes);
    const events = await readDataset(source, { name: 'shop-events.parquet' });
    const truth = JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as {
      realised: { newsletter: Record<string, { answers: number; promoters: number; nps: number }> };
    };
    const where = { campaign: 'NEWSLETTER' };
    const given = { ...SURVEY, contacts: { event: 'message', where, bands: [1, 2] } };
    const roles = { user: 'user_id', time: 'ts', event: 'event' };
    const { result } = outcomeOf(nps, events, given, { roles });
    const { never, monthly, weekly } = truth.realised.newsletter;
    for (const [i, planted] of [never!, monthly!, weekly!].entries()) {
      expect(result.contacts[i]).toMatchObject({
        answers: planted.answers,
        promoters: planted.promoters,
      });
      expect(result.contacts[i]!.score.estimate).toBeCloseTo(planted.nps, 0);
    }
    expect(result.contacts[2]!.difference.high).toBeLessThan(0);
  });
});
