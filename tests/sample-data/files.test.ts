import { readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../sample-data/sample-files';
import { sampleRows } from './sample-rows';

const folder = new URL('../../sample-data/', import.meta.url);

describe('the files of the sample data', () => {
  const made = sampleFiles();
  const events = sampleRows('shop-events.csv');
  const users = sampleRows('users.csv');

  it.each([...made.keys()])('hold in %s the bytes that the script writes', (name) => {
    const committed = readFileSync(new URL(name, folder));
    expect(Buffer.compare(committed, made.get(name)!)).toBe(0);
  });

  it('hold the same events as CSV and as Parquet', async () => {
    const bytes = made.get('shop-events.parquet')!;
    const rows = await parquetReadObjects({ file: bytes.slice().buffer });
    const lines = rows.map((row) => Object.values(row).map(text).join(','));
    const asCsv = [Object.keys(rows[0]!).join(','), ...lines, ''].join('\n');
    expect(asCsv === readFileSync(new URL('shop-events.csv', folder), 'utf8')).toBe(true);
  });

  it('have all events in the order of time, within the twelve weeks, none after its end', () => {
    const times = events.map(({ ts }) => ts!);
    expect(times).toEqual([...times].sort());
    expect(times[0]!.slice(0, 10)).toBe('2026-01-05');
    // The last day counts as complete only when something happened in its last hour.
    expect(times.at(-1)! >= '2026-03-29T23:00:00Z' && times.at(-1)! < '2026-03-30').toBe(true);
  });

  it('give every user of the events one line in users.csv, and the other way round', () => {
    const inEvents = new Set(events.map((row) => row['user_id']));
    const inUsers = users.map((row) => row['user_id']);
    expect(new Set(inUsers)).toEqual(inEvents);
    expect(inUsers).toHaveLength(inEvents.size);
  });

  it('name in referred_by only users who invited somebody', () => {
    const hosts = new Set(
      events.filter(({ event }) => event === 'invite').map((row) => row['user_id']),
    );
    const guests = users.filter((row) => row['referred_by'] !== '');
    expect(guests.length).toBeGreaterThan(0);
    expect(guests.filter((row) => !hosts.has(row['referred_by']))).toEqual([]);
    expect(guests.filter(({ channel }) => channel !== 'referral')).toEqual([]);
  });
});

/** A cell as the CSV spells it. */
function text(cell: unknown): string {
  if (cell instanceof Date) return `${cell.toISOString().slice(0, 19)}Z`;
  return cell === null || cell === undefined ? '' : String(cell);
}
