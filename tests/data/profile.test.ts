import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeZone } from '../../src/base/time-zone';
import { duplicateRowCount } from '../../src/data/duplicate-row-count';
import { DISTINCT_LIMIT, profile } from '../../src/data/profile';
import { read } from './reading';

describe('profile()', () => {
  it('says of each column what there is to know at a glance', async () => {
    const csv = [
      'country,amount,new,day',
      'DE,1,true,2026-03-01',
      'FR,3,false,2026-03-02',
      'DE,21,true,2026-03-05',
      ',NA,,',
    ].join('\n');
    const [country, amount, fresh, day] = profile(await read(csv));
    expect(country).toEqual({
      name: 'country',
      kind: 'text',
      missing: 1,
      unreadable: 0,
      distinct: 2,
      min: null,
      max: null,
      top: [
        { value: 'DE', rows: 2 },
        { value: 'FR', rows: 1 },
      ],
      histogram: null,
      emptyDays: null,
      private: null,
    });
    expect(amount).toMatchObject({ missing: 1, distinct: 3, min: 1, max: 21 });
    expect(amount!.histogram).toEqual([1, 0, 1, ...new Array<number>(16).fill(0), 1]);
    expect(fresh!.top).toEqual([
      { value: 'true', rows: 2 },
      { value: 'false', rows: 1 },
    ]);
    expect(day).toMatchObject({ min: '2026-03-01', max: '2026-03-05', emptyDays: { count: 2, first: '2026-03-03' } }); // prettier-ignore
  });

  it('is plain JSON', async () => {
    const columns = profile(await read('a,b,c\n,2026-01-01T10:00Z,x\n,,\n1,,\n'));
    expect(JSON.parse(JSON.stringify(columns))).toEqual(columns);
    expect(profile(await read('a,b\n'))).toMatchObject([{ distinct: 0, min: null }, {}]);
  });

  it('gives times in UTC and dates on the local clock', async () => {
    const timezone = 'Asia/Tokyo';
    const dataset = await read('d,t\n2026-03-01,2026-03-01 08:00\n', { timezone });
    const { offset } = timeZone(timezone);
    const [d, t] = profile(dataset, (ms) => ms + offset(ms));
    expect(d).toMatchObject({ min: '2026-03-01', max: '2026-03-01' });
    expect(t).toMatchObject({ min: '2026-02-28T23:00:00.000Z', emptyDays: { count: 0 } });
  });

  it('counts distinct numbers up to a limit', async () => {
    const column = (count: number) => `v\n${Array.from({ length: count }, (_, k) => k).join('\n')}`;
    expect(profile(await read(column(DISTINCT_LIMIT)))[0]!.distinct).toBe(DISTINCT_LIMIT);
    expect(profile(await read(column(DISTINCT_LIMIT + 1)))[0]!.distinct).toBeNull();
  });

  it.each([
    [['ann@example.com', 'bob.b@mail.example.org'], 'email'],
    [['+49 151 2345678', '(030) 123-4567'], 'phone'],
    [['192.168.0.1', '2001:db8::1'], 'ip'],
    [['u_1', 'u_2'], null],
    [['123456789012', '223456789012'].map((id) => `0${id}`), null],
    [['checkout@v2', 'home'], null],
  ])('sees that %j is %s', async (texts, found) => {
    const [column] = profile(await read(`v,w\n${texts.map((text) => `"${text}",1`).join('\n')}`));
    expect(column!.private).toBe(found);
  });
});

describe('duplicateRowCount()', () => {
  it('counts the rows that a set of the rows would not hold', async () => {
    const cell = fc.constantFrom('', 'a', 'b', '1', '2.5', '10.25', '10.75');
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const dataset = await read(`x,y,z\n${rows.map(([x, y]) => `${x},${y},1\n`).join('')}`);
        const distinct = new Set(rows.map((row) => JSON.stringify(row))).size;
        expect(duplicateRowCount(dataset)).toBe(rows.length - distinct);
      }),
    );
  });
});
