import { describe, expect, it } from 'vitest';
import { memberPages } from '../../src/share/member-pages';
import { memberLines, membersCsv } from '../../src/share/members-csv';

const FACTS = [
  { key: 'index', values: [12.5, null] },
  { key: 'reasons', values: ['trend; silence', '=SUM(A1)'] },
];

describe('a list of users as CSV', () => {
  it('has a column for each fact beside the id', () => {
    expect(membersCsv('user', ['u1', 'u2'], FACTS)).toBe(
      "user,index,reasons\r\nu1,12.5,trend; silence\r\nu2,,'=SUM(A1)\r\n",
    );
  });

  it('goes on without titles', () => {
    expect(memberLines(['u3'], [{ key: 'index', values: [7] }])).toBe('u3,7\r\n');
    expect(memberLines(['a,b'])).toBe('"a,b"\r\n');
  });
});

describe('memberPages', () => {
  it('asks until all have come, facts and all', async () => {
    const asked: number[] = [];
    const pages: unknown[] = [];
    const page = async (from: number) => {
      asked.push(from);
      const facts = [{ key: 'n', values: [from] }];
      return { total: 7_000, ids: [`u${from}`], facts };
    };
    for await (const each of memberPages(page)) pages.push(each);
    expect(asked).toEqual([0, 5_000]);
    expect(pages).toMatchObject([
      { ids: ['u0'] },
      { ids: ['u5000'], facts: [{ values: [5_000] }] },
    ]);
  });
});
