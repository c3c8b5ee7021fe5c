import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/data/byte-source';
import { readDataset } from '../../src/data/read';
import { attributionOf } from './attribution-of';

interface Truth {
  readonly realised: {
    readonly channels: Readonly<
      Record<
        string,
        {
          readonly cost: number;
          readonly lastTouch: number;
          readonly costPerLastTouch: number;
          readonly firstTouch: number;
          readonly costPerFirstTouch: number;
        }
      >
    >;
  };
}

const { channels } = (JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as Truth).realised;

function sample(name: string) {
  const bytes = new Uint8Array(readFileSync(`sample-data/${name}`));
  return readDataset(bytesSource(bytes), { name });
}

describe('the sample shop', async () => {
  const events = await sample('shop-events.parquet');
  const spend = {
    dataset: await sample('spend.csv'),
    roles: { channel: 'channel', date: 'date', cost: 'cost' },
    columnUnits: {},
  };
  const { result } = attributionOf(
    events,
    { user: 'user_id', time: 'ts', event: 'event' },
    {
      touch: { event: 'visit', channel: 'channel' },
      conversion: { event: 'purchase', value: 'amount' },
      reset: false,
      models: ['first', 'last'],
      costs: 'spend',
    },
    { tables: new Map([['spend', spend]]) },
  );
  const credit = (model: string, channel: string) =>
    result.models
      .find(({ name }) => name === model)!
      .channels.find((each) => each.channel === channel)!;

  it.each(Object.keys(channels))('gives %s the purchases and the cost of the README', (channel) => {
    const truth = channels[channel]!;
    const first = credit('first', channel);
    const last = credit('last', channel);
    expect(first.conversions.estimate).toBe(truth.firstTouch);
    expect(last.conversions.estimate).toBe(truth.lastTouch);
    expect(last.cost).toBeCloseTo(truth.cost, 2);
    expect(last.cac!.estimate).toBeCloseTo(truth.costPerLastTouch, 2);
    expect(first.cac!.estimate).toBeCloseTo(truth.costPerFirstTouch, 2);
  });

  it('finds the planted channel: cheap by the last touch, dearer than its rivals by the first', () => {
    const rivals = ['search', 'social'];
    const coupon = (model: string) => credit(model, 'coupon-site').cac!.estimate!;
    for (const rival of rivals) {
      expect(coupon('last')).toBeLessThan(credit('last', rival).cac!.estimate!);
      expect(coupon('first')).toBeGreaterThan(credit('first', rival).cac!.estimate!);
    }
  });
});
