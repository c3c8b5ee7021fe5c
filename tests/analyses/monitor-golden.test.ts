import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { monitor } from '../../src/analyses/monitor/monitor';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { isPublicDataMissing } from './public-data';
import { outcomeOf } from './run';

const RETAIL = '../shared/data/online_retail/online_retail.parquet';
const ROLES = { user: 'CustomerID', time: 'InvoiceDate', event: 'Country' };

async function read(path: string): Promise<Dataset> {
  const bytes = new Uint8Array(readFileSync(path));
  return readDataset(bytesSource(bytes), { name: path.split('/').at(-1)! });
}

describe.skipIf(isPublicDataMissing())('the monitor of Online Retail', () => {
  let retail: Dataset;
  beforeAll(async () => {
    retail = await read(RETAIL);
  });

  it('has the two-week rule fire in four weeks of three episodes', () => {
    const where = { Quantity: { '>': 0 }, UnitPrice: { '>': 0 } };
    const { result } = outcomeOf(monitor, retail, { where }, { roles: ROLES });
    expect(result.rules[0]).toMatchObject({
      ...{ times: 4, now: false },
      fired: ['2010-12-20', '2010-12-27', '2011-04-25', '2011-05-30'],
      episodes: [
        { from: '2010-12-20', through: '2010-12-27', periods: 2 },
        { from: '2011-04-25', through: '2011-04-25', periods: 1 },
        { from: '2011-05-30', through: '2011-05-30', periods: 1 },
      ],
    });
    // The data begin on a Wednesday and end on a Friday.
    expect(result.rows[0]).toMatchObject({ start: '2010-11-29', complete: false });
    expect(result.rows.at(-1)).toMatchObject({ start: '2011-12-05', complete: false });
  });
});

describe('the monitor of the sample shop', () => {
  interface Strike {
    readonly weeklyVisitors: readonly number[];
    readonly ruleFiresInWeeks: readonly number[];
  }

  it('fires where the weekly visitors of a country were planted to fall, and nowhere else', async () => {
    const events = await read('sample-data/shop-events.parquet');
    const truth = JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as {
      realised: { strike: Record<string, Strike> };
    };
    const roles = { user: 'user_id', time: 'ts', event: 'event' };
    for (const [country, planted] of Object.entries(truth.realised.strike)) {
      const where = country === 'all' ? {} : { where: { country } };
      const given = { metric: { type: 'users', event: 'visit' }, ...where };
      const { result } = outcomeOf(monitor, events, given, { roles });
      expect(result.rows.map(({ value }) => value)).toEqual(planted.weeklyVisitors);
      const weeks = result.rows.flatMap((row, i) => (row.fired.length > 0 ? [i + 1] : []));
      expect(weeks).toEqual(planted.ruleFiresInWeeks);
    }
  });
});
