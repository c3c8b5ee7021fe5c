import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/analyses/retention/result';
import { bytesSource } from '../../src/data/byte-source';
import { readDataset } from '../../src/data/read';
import type { Roles } from '../../src/events/roles';
import { retentionOf } from './retention-run';

const CDNOW = '../shared/data/cdnow/CDNOW_master.txt.gz';
const ECOM = '../shared/data/ecom_events/ecom.csv.gz';

interface DayN {
  readonly n: number;
  readonly observable_users: number;
  readonly calendar: number;
  readonly calendar_among_observable: number;
  readonly h24: number;
  readonly unbounded: number;
}

interface Cohorts {
  readonly cohort: string;
  readonly size: number;
  readonly active: readonly (number | null)[];
}

interface Golden {
  readonly retention: {
    readonly users: number;
    readonly day: readonly DayN[];
    readonly monthly: readonly Cohorts[];
    readonly weekly?: readonly Cohorts[];
  };
  readonly ltv_cumulative_per_customer?: Readonly<Record<string, readonly number[]>>;
}

function isMissing(file: string): boolean {
  if (existsSync(file)) return false;
  console.log(`skipped: ${file} is not here`);
  return true;
}

function golden(name: string): Golden {
  return JSON.parse(readFileSync(`../shared/golden/${name}.json`, 'utf8')) as Golden;
}

function read(name: string, bytes: Uint8Array<ArrayBuffer>) {
  return readDataset(bytesSource(bytes), { name });
}

/** The file is of fixed width with dates such as 19970101: here it becomes CSV. */
function cdnowAsCsv(): Uint8Array<ArrayBuffer> {
  const lines = gunzipSync(readFileSync(CDNOW)).toString('latin1').split(/\r?\n/).slice(1);
  const rows = lines.flatMap((line) => {
    const [customer, date, , value] = line.trim().split(/\s+/);
    if (customer === undefined || date === undefined) return [];
    return [`c${customer},${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)},buy,${value}`];
  });
  return new TextEncoder().encode(`customer,date,event,value\n${rows.join('\n')}\n`);
}

/** All cohorts together at each period, as the golden file counts them: over the users who could be seen. */
function overall(result: ReturnType<typeof retentionOf>['result']) {
  return new Map(result.groups[0]!.overall.map((cell) => [cell.offset, cell]));
}

/** Counts of a row as the golden file writes them: null where the data end. */
function counts({ cells }: Row): (number | null)[] {
  return cells.map(({ users }) => users);
}

describe.skipIf(isMissing(CDNOW))('retention on CDNOW', async () => {
  const { retention, ltv_cumulative_per_customer: spent } = golden('cdnow');
  const dataset = await read('cdnow.csv', cdnowAsCsv());
  const roles: Roles = { user: 'customer', time: 'date', event: 'event' };
  const of = (given: object) =>
    retentionOf(dataset, { start: { event: 'buy' }, ...given }, roles).result;
  const days = { period: 'day', periods: 61 };

  it('counts days after the first purchase by the calendar and by 24 hours', () => {
    const calendar = overall(of(days));
    const windows = overall(of({ ...days, windows: '24h' }));
    for (const { n, observable_users, calendar_among_observable, h24 } of retention.day) {
      expect(calendar.get(n), `day ${n}`).toMatchObject({
        users: calendar_among_observable,
        of: observable_users,
      });
      expect(windows.get(n), `day ${n}`).toMatchObject({ users: h24, of: observable_users });
    }
  });

  it('counts who came on a day or any later', () => {
    const after = overall(of({ ...days, mode: 'on-or-after', horizon: null }));
    for (const { n, unbounded } of retention.day) expect(after.get(n)!.users).toBe(unbounded);
  });

  it('counts months by cohort', () => {
    const result = of({ period: 'month', periods: 18 });
    expect(result.groups[0]!.rows.map(({ cohort }) => cohort.slice(0, 7))).toEqual(
      retention.monthly.map(({ cohort }) => cohort),
    );
    result.groups[0]!.rows.forEach((row, i) => {
      expect(row.users).toBe(retention.monthly[i]!.size);
      expect(counts(row)).toEqual(retention.monthly[i]!.active);
    });
  });

  it('adds up what a customer spends', () => {
    const result = of({ period: 'month', periods: 16, value: 'value', mode: 'on-or-before' });
    for (const { cohort, cells } of result.groups[0]!.rows) {
      const expected = spent![cohort.slice(0, 7)]!;
      cells.forEach((cell, i) => {
        expect('value' in cell && cell.value).toBeCloseTo(expected[i]!, 9);
      });
    }
  });
});

describe.skipIf(isMissing(ECOM))('retention on the e-commerce events', async () => {
  const { retention } = golden('ecom_events');
  const dataset = await read('ecom.csv.gz', new Uint8Array(readFileSync(ECOM)));
  const roles: Roles = { user: 'user_id', time: 'timestamp', event: 'event' };
  // The golden file counts its last date, which is not over at its last event, as observed.
  const of = (given: object, completeThrough = '2024-06-29') =>
    retentionOf(dataset, { start: { event: '*' }, completeThrough, ...given }, roles).result;
  const days = { period: 'day', periods: 61 };

  it('counts days after the first event by the calendar', () => {
    const calendar = overall(of(days));
    for (const { n, observable_users, calendar_among_observable } of retention.day) {
      expect(calendar.get(n), `day ${n}`).toMatchObject({
        users: calendar_among_observable,
        of: observable_users,
      });
    }
  });

  it('counts days of 24 hours; the golden file also counts those that have not ended', () => {
    // With the data end set late enough for all, numerators are the golden ones.
    const windows = overall(of({ ...days, windows: '24h' }, '2024-12-31'));
    for (const { n, h24 } of retention.day) {
      expect(windows.get(n), `day ${n}`).toMatchObject({
        users: h24,
        of: n === 0 ? h24 : retention.users,
      });
    }
  });

  it('counts who came on a day or any later', () => {
    const after = overall(of({ ...days, mode: 'on-or-after', horizon: null }, '2024-12-31'));
    for (const { n, unbounded } of retention.day) expect(after.get(n)!.users).toBe(unbounded);
  });

  it.each(['weekly', 'monthly'] as const)('counts %s cohorts', (name) => {
    const expected = retention[name]!;
    const periods = expected[0]!.active.length;
    const period = name === 'weekly' ? 'week' : 'month';
    // The last week and the last month end on 30 June; the golden file counts them as they are.
    const { rows } = of({ period, periods }, '2024-06-30').groups[0]!;
    expect(rows.map(({ cohort }) => cohort.slice(0, expected[0]!.cohort.length))).toEqual(
      expected.map(({ cohort }) => cohort),
    );
    rows.forEach((row, i) => {
      expect(row.users).toBe(expected[i]!.size);
      expect(counts(row)).toEqual(expected[i]!.active);
    });
  });
});
