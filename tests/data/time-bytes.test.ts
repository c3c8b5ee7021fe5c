import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeZone } from '../../src/base/time-zone';
import { DATE, LOCAL, ZONED, readTime, timeReading } from '../../src/data/time-bytes';

function readFrom(text: string, instant = (wall: number) => wall) {
  const bytes = new TextEncoder().encode(text);
  const values = new Float64Array(1);
  const reading = timeReading(instant);
  const end = readTime(bytes, 0, bytes.length, values, 0, reading);
  return end === bytes.length ? { ms: values[0]!, shape: reading.shape } : null;
}

describe('readTime()', () => {
  it('reads what JavaScript prints', () => {
    const dates = fc.date({
      min: new Date('0000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(readFrom(date.toISOString())).toEqual({ ms: date.getTime(), shape: ZONED });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2026-03-02', '2026-03-02T00:00:00Z', DATE],
    ['2026/03/02', '2026-03-02T00:00:00Z', DATE],
    ['2026-03-02T09:00', '2026-03-02T09:00:00Z', LOCAL],
    ['2026-03-02 09:00:05', '2026-03-02T09:00:05Z', LOCAL],
    ['2026-03-02 09:00:05,5', '2026-03-02T09:00:05.500Z', LOCAL],
    ['2026-03-02T09:00:05.123456', '2026-03-02T09:00:05.123Z', LOCAL, 0.456],
    ['2026-03-02T24:00:00', '2026-03-03T00:00:00Z', LOCAL],
    ['2026-03-02t09:00z', '2026-03-02T09:00:00Z', ZONED],
    ['2026-03-02 09:00:00 UTC', '2026-03-02T09:00:00Z', ZONED],
    ['2026-03-02T09:00:00+01:00', '2026-03-02T08:00:00Z', ZONED],
    ['2026-03-02T09:00:00-0330', '2026-03-02T12:30:00Z', ZONED],
    ['2026-03-02T09:00:00+05', '2026-03-02T04:00:00Z', ZONED],
  ] as [string, string, number, number?][])('reads %s as %s', (text, iso, shape, more = 0) => {
    const read = readFrom(text)!;
    expect(read.shape).toBe(shape);
    expect(read.ms).toBeCloseTo(Date.parse(iso) + more, 3);
  });

  it.each([
    '2025-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260302', // prettier-ignore
    '2026-03-02T25:00',
    '2026-03-02T09:60',
    '2026-03-02T24:00:01',
    '2026-03-02T09:00:00+99:00',
    '2026-03-02x', // prettier-ignore
  ])('finds no time in %s', (text) => expect(readFrom(text)).toBeNull());

  it('knows the leap day of a leap year', () => {
    expect(readFrom('2024-02-29')?.ms).toBe(Date.parse('2024-02-29'));
    expect(readFrom('1900-02-29')).toBeNull();
    expect(readFrom('2000-02-29')?.ms).toBe(Date.parse('2000-02-29'));
  });

  it('puts a time without a zone on the clock of the given place', () => {
    const { instant } = timeZone('Europe/Berlin');
    expect(readFrom('2026-03-02', instant)?.ms).toBe(Date.parse('2026-03-01T23:00:00Z'));
    expect(readFrom('2026-07-02T09:00', instant)?.ms).toBe(Date.parse('2026-07-02T07:00:00Z'));
    expect(readFrom('2026-07-02T09:00Z', instant)?.ms).toBe(Date.parse('2026-07-02T09:00:00Z'));
  });

  it('moves a time inside the spring gap forward and takes the first of two in autumn', () => {
    const { instant } = timeZone('Europe/Berlin');
    expect(readFrom('2026-03-29T02:30', instant)?.ms).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(readFrom('2026-10-25T02:30', instant)?.ms).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });
});
