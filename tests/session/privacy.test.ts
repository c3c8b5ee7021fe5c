import { describe, expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { loadLanguage } from '../../src/locale/language';
import { setJson } from '../../src/notebook/edit';
import type { Session } from '../../src/session/session';
import { offlinePage } from '../../src/share/page/offline-page';
import { keptContents, sharedContents } from '../../src/share/shared-contents';
import { sessionOf, shelf } from './tools';

/** Twelve users of GB, eleven of DE, six of AT, four of CH; each sees, every second buys. */
const COUNTRIES = { GB: 12, DE: 11, AT: 6, CH: 4 };
const ROWS = Object.entries(COUNTRIES).flatMap(([country, users]) =>
  Array.from({ length: users }, (_, i) => {
    const who = `${country.toLowerCase()}${i},${country},${country.toLowerCase()}${i}@example.com`;
    const sees = `${who},see,2026-03-01T10:00:00Z`;
    return i % 2 === 0 ? [sees, `${who},buy,2026-03-01T11:00:00Z`] : [sees];
  }).flat(),
);
const FILES = {
  'shop.csv': ['user,country,email,event,ts,at', ...ROWS.map((row, at) => `${row},${at}`)],
};

const SOURCE = `\`\`\`json lift:source shop
{
  "file": "shop.csv",
  "roles": { "user": "user", "time": "ts", "event": "event" },
  "columns": { "email": { "privacy": "identifier" } }
}
\`\`\`
`;

const cell = (info: string, body: object | string): string =>
  `\n\`\`\`${info}\n${typeof body === 'string' ? body : JSON.stringify(body)}\n\`\`\`\n`;

const funnel = (more: object): string =>
  cell('json lift:analysis way', {
    ...{ kind: 'funnel', source: 'shop', steps: [{ event: 'see' }, { event: 'buy' }] },
    ...{ completeThrough: '2026-03-20' },
    ...more,
  });

async function run(text: string, header = {}): Promise<Session> {
  const files = shelf(FILES);
  const head = cell('json lift:notebook', { liftbook: 1, timezone: 'UTC', ...header });
  const session = sessionOf(`${head}\n${SOURCE}${text}`, {
    locate: (path) => Promise.resolve(files.get(path) ?? null),
    trusted: true,
  });
  await session.run();
  return session;
}

function problemOf(session: Session, id: string): string | null {
  const state = session.state(id);
  return state.state === 'problem' ? `${state.problem.code} ${state.problem.at?.path ?? ''}` : null;
}

const page = (session: Session): Promise<string> =>
  offlinePage(session, { viewer: '', language: english, now: 0 });

describe('identifiers', () => {
  it.each([
    ['a breakdown', funnel({ breakdown: 'email' }), 'identifier-shown breakdown'],
    ['a breakdown by user', funnel({ breakdown: 'user' }), 'identifier-shown breakdown'],
    [
      'a segment of an experiment',
      cell('json lift:analysis way', {
        ...{ kind: 'experiment', source: 'shop', variant: 'country', control: 'GB' },
        ...{ segments: ['country', 'email'], metrics: [{ name: 'buy', type: 'proportion', event: 'buy' }] }, // prettier-ignore
      }),
      'identifier-shown segments[1]',
    ],
    [
      'a channel of a chart',
      cell('json lift:chart way', {
        ...{ data: { name: 'shop' }, mark: 'bar' },
        encoding: { x: { field: 'email' }, y: { aggregate: 'count' } },
      }),
      'identifier-shown encoding.x.field',
    ],
    [
      'an expression of a chart',
      cell('json lift:chart way', {
        ...{ data: { name: 'shop' }, mark: 'point' },
        transform: [{ calculate: 'datum.email', as: 'who' }],
        encoding: { x: { field: 'who' } },
      }),
      'identifier-shown transform[0].calculate',
    ],
  ])('are not shown by %s', async (_, text, problem) => {
    expect(problemOf(await run(text), 'way')).toBe(problem);
  });

  it('may be counted by a chart, and filtered by', async () => {
    const chart = cell('json lift:chart count', {
      ...{ data: { name: 'shop' }, mark: 'bar' },
      encoding: { x: { field: 'country' }, y: { aggregate: 'distinct', field: 'email' } },
    });
    const only = funnel({ where: { email: 'gb0@example.com' } });
    const session = await run(chart + only);
    expect(problemOf(session, 'count')).toBeNull();
    expect(problemOf(session, 'way')).toBeNull();
    const state = session.state('count');
    expect(JSON.stringify(state)).not.toContain('@example.com');
  });

  it('are in no snapshot, no page, no prose and no driver of a funnel', async () => {
    const text = `${funnel({ breakdown: 'country' })}${cell('js lift:transform firsts', 'shop.slice(0, 3)')}
First: {{ firsts[0].country }}, {{ firsts[0].email }}.\n`;
    const session = await run(text);
    session.saveResults();
    const shared = session.text + (await page(session));
    expect(shared).toContain('GB');
    expect(shared).not.toContain('@example.com');
    expect(shared).not.toContain('gb0');
    expect(session.problems.map(({ code }) => code)).toContain('not-at-path');
  });

  it('stay identifiers under another name', async () => {
    const code = "shop.slice(0, 9).rename({ email: 'contact' }).select('country', 'contact')";
    const session = await run(cell('js lift:transform firsts', code));
    expect(session.value('firsts[0]')).toMatchObject({ value: { country: 'GB' } });
    expect(await page(session)).not.toContain('@example.com');
  });
});

describe('groups of fewer than ten users', () => {
  const text = `${funnel({ breakdown: 'country' })}\nIn CH {{ way.groups.CH.entered }} came.\n`;

  it('are shown on the screen', async () => {
    expect((await run(text)).value('way.groups.CH.entered')).toMatchObject({ value: 4 });
  });

  it('are drawn by no chart and said by no big number that leaves', async () => {
    const chart = cell('json lift:chart steps', {
      ...{ data: { name: 'way' }, mark: 'bar' },
      encoding: { x: { field: 'group' }, y: { field: 'users', type: 'quantitative' } },
    });
    const number = (id: string, group: string): string =>
      cell(`json lift:metric ${id}`, { value: { $ref: `way.groups.${group}.entered` } });
    const numbers = number('small', 'CH') + number('large', 'GB');
    const again = cell('json lift:metric again', { value: { $ref: 'small' } });
    const session = await run(`${text}${chart}${numbers}${again}`);
    expect(JSON.stringify(session.state('steps'))).toContain('"CH"');
    const shared = await session.shared();
    const drawn = JSON.stringify(shared.state('steps'));
    expect(drawn).not.toContain('"CH"');
    expect(drawn).toContain('"DE"');
    expect(shared.state('large')).toBe(session.state('large'));
    for (const id of ['small', 'again']) {
      expect(shared.state(id)).toMatchObject({ problem: { code: 'groups-withheld' } });
      expect(shared.value(id)).toMatchObject({ value: null, reason: { code: 'groups-withheld' } });
    }
    expect(await page(session)).not.toMatch(/"CH"|>CH</);
  });

  it('do not keep big numbers that came to read one another from being shared', async () => {
    const metric = (id: string, value: object): string => cell(`json lift:metric ${id}`, { value });
    const one = { $ref: 'way.groups.GB.entered' };
    const session = await run(text + metric('first', one) + metric('second', { $ref: 'first' }));
    session.apply((notebook) => setJson(notebook, 'first', { value: { $ref: 'second' } }));
    await session.run();
    const shared = await session.shared();
    expect(shared.state('first').state).toBe('problem');
    expect(shared.state('second').state).toBe('problem');
  });

  it('are left out of a snapshot and of a page, which says so', async () => {
    const session = await run(text);
    session.saveResults();
    const { result } = session.results().cells['way']!;
    expect(JSON.stringify(result)).not.toContain('"CH"');
    expect(JSON.stringify(result)).toContain('"DE"');
    const shared = await session.shared();
    expect([...shared.withheld]).toEqual([['way', 2]]);
    expect(shared.value('way.groups.CH.entered')).toMatchObject({
      value: null,
      reason: { code: 'groups-withheld' },
    });
    const html = await page(session);
    expect(html).toContain('2 groups of fewer than 10 users are left out.');
    expect(html).not.toMatch(/>CH</);
  });

  it('are as small as the header says', async () => {
    const session = await run(text, { smallestGroup: 4 });
    expect((await session.shared()).withheld.size).toBe(0);
    expect(JSON.stringify(session.results())).toContain('"CH"');
    const most = await run(text, { smallestGroup: 12 });
    expect([...(await most.shared()).withheld]).toEqual([['way', 4]]);
  });

  it('take the whole result with them when nothing else is left', async () => {
    const session = await run(text, { smallestGroup: 100 });
    expect((await session.shared()).state('way')).toMatchObject({
      state: 'problem',
      problem: { code: 'groups-withheld' },
    });
    expect(session.results().cells['way']).toBeUndefined();
  });

  it('are cohorts of a retention too, and every language says it', async () => {
    const retention = cell('json lift:analysis back', {
      ...{
        kind: 'retention',
        source: 'shop',
        breakdown: 'country',
        period: 'day',
        periods: 1,
        start: { event: 'see' },
      },
      ...{ completeThrough: '2026-03-03' },
    });
    const session = await run(retention);
    const shared = await session.shared();
    expect([...shared.withheld]).toEqual([['back', 2]]);
    const chinese = await loadLanguage('zh-CN');
    await session.setLocale('zh-CN');
    const html = await offlinePage(session, { viewer: '', language: chinese, now: 0 });
    expect(html).toContain('有 2 个少于 10 名用户的分组未列出。');
  });
});

describe('rows of a source or a transform', () => {
  const bars = (id: string, name: string, encoding: object): string =>
    cell(`json lift:chart ${id}`, { data: { name }, mark: 'bar', encoding });
  const countries = { x: { field: 'country' }, y: { aggregate: 'count' } };
  const transform = (id: string, code: string): string => cell(`js lift:transform ${id}`, code);
  const sharedOf = async (text: string, header = {}) => (await run(text, header)).shared();

  it('leave as groups of ten people, however many rows they have', async () => {
    const session = await run(bars('all', 'shop', countries), { smallestGroup: 5 });
    expect(JSON.stringify(session.state('all'))).toContain('"country":"CH","count of rows":6');
    const shared = await session.shared();
    expect([...shared.withheld]).toEqual([['all', 1]]);
    const drawn = JSON.stringify(shared.state('all'));
    expect(drawn).toContain('"country":"GB"');
    expect(drawn).toContain('"country":"DE"');
    // With the six of AT told, the source's own count would tell the four of CH.
    expect(drawn).not.toMatch(/"(CH|AT)"/);
    expect(await page(session)).toContain('One group of fewer than 5 users is left out.');
  });

  it('do not leave as the extreme of many, which is the value of one', async () => {
    const most = { x: { field: 'country' }, y: { aggregate: 'max', field: 'at' } };
    const shared = await sharedOf(bars('most', 'shop', most));
    expect(shared.state('most')).toMatchObject({ problem: { code: 'groups-withheld' } });
  });

  it('are told apart by the columns that a chart names, not by parts of its words', async () => {
    const filtered = cell('json lift:chart seen', {
      ...{ data: { name: 'shop' }, transform: [{ filter: "datum.event == 'see'" }] },
      ...{ mark: 'bar', encoding: countries },
    });
    const drawn = JSON.stringify((await sharedOf(filtered)).state('seen'));
    expect(drawn).toContain('{"country":"GB","event":"see"}');
    expect(drawn).not.toContain('"country":"CH"');
  });

  it('do not leave one by one', async () => {
    const points = { x: { field: 'place', type: 'quantitative' }, y: { field: 'country' } };
    const who = 'shop.derive({ place: op.row_number() })';
    const text = transform('slow', who) + bars('each', 'slow', points);
    const shared = await sharedOf(`${text}\n{{ slow[0].country }}\n`);
    for (const id of ['each', 'slow']) {
      expect(shared.state(id)).toMatchObject({ problem: { code: 'groups-withheld' } });
    }
    expect(shared.value('slow[0].country')).toMatchObject({
      value: null,
      reason: { code: 'groups-withheld' },
    });
  });

  it('leave of a made table that keeps or counts its users, and of no other', async () => {
    const by = (counts: string): string => `shop.groupby('country').rollup({ ${counts} })`;
    const text = [
      transform('kept', "shop.select('user', 'country')"),
      transform('counted', by('rows: op.count(), users: d => op.distinct(d.user)')),
      transform('unknown', by('rows: op.count()')),
      ...['kept', 'counted', 'unknown'].map(
        (each) =>
        bars(`${each}_chart`, each, { x: { field: 'country' }, y: { field: each === 'kept' ? 'country' : 'rows' } }), // prettier-ignore
      ),
    ].join('');
    const shared = await sharedOf(text);
    for (const id of ['kept', 'counted', 'kept_chart', 'counted_chart']) {
      const left = JSON.stringify(shared.state(id));
      expect(left, id).toContain('"country":"GB"');
      expect(left, id).not.toContain('"country":"CH"');
    }
    for (const id of ['unknown', 'unknown_chart']) {
      expect(shared.state(id)).toMatchObject({ problem: { code: 'people-unknown' } });
    }
    // What stands at a place after the rows before it were taken out is another row.
    expect(shared.value('counted[0].country')).toMatchObject({ value: 'GB' });
    expect(shared.value('counted[3].country')).toMatchObject({ value: null, reason: { code: 'groups-withheld' } }); // prettier-ignore
  });

  it('leave of a table that is about nobody', async () => {
    const made = transform('costs', "aq.table({ channel: ['ad', 'mail'], cost: [3, 4] })");
    const drawn = bars('spent', 'costs', { x: { field: 'channel' }, y: { field: 'cost' } });
    const shared = await sharedOf(made + drawn);
    expect(shared.withheld.size).toBe(0);
    expect(JSON.stringify(shared.state('spent'))).toContain('"mail"');
  });
});

describe('what reads a small group', () => {
  it('does not leave: code, an analysis of counts, a segment and what is not in it', async () => {
    const entered = { $ref: 'way.groups.CH.entered' };
    const large = { $ref: 'way.groups.GB.entered' };
    const quick = (id: string, users: object): string =>
      cell(`json lift:analysis ${id}`, {
        ...{ kind: 'calculator' },
        arms: [{ name: 'a', users, conversions: 1 }, { name: 'b', users: 20, conversions: 2 }], // prettier-ignore
      });
    const segment = (id: string, where: object): string =>
      cell(`json lift:segment ${id}`, { source: 'shop', where });
    const text = [
      funnel({ breakdown: 'country' }),
      cell('js lift:transform told', 'way.groups.map((group) => group.entered).join()'),
      quick('few', entered) + quick('many', large),
      segment('swiss', { country: 'CH' }) + segment('others', { country: ['GB', 'DE', 'AT'] }),
      segment('german', { country: 'DE' }),
    ].join('');
    const shared = await (await run(text)).shared();
    for (const id of ['told', 'few', 'swiss', 'others']) {
      expect(shared.state(id), id).toMatchObject({ problem: { code: 'groups-withheld' } });
    }
    for (const id of ['many', 'german']) expect(shared.state(id).state, id).toBe('done');
  });
});

describe('sharedContents()', () => {
  it('lists what a shared file holds, and what it does not', async () => {
    const code = "shop.filter(d => d.event === 'buy').groupby('event').count()";
    const rows = cell('js lift:transform bought', code);
    const known = "shop.groupby('country').rollup({ users: d => op.distinct(d.user) })";
    const text = `${funnel({ breakdown: 'country' })}${rows}${cell('js lift:transform towns', known)}`;
    const shared = await (await run(text)).shared();
    expect(sharedContents(shared, english)).toEqual([
      'The notebook as it is written: 5 cells with their text, settings, code and notes',
      'Findings, tables and charts of one result',
      'One row of “towns”, with “country” and “users”',
      'Names and checksums of the data files: shop.csv',
      'Left out: 4 groups of fewer than 10 users',
      'Left out: the rows of “bought”, which do not say how many users are behind them',
      'Not in it: the rows of your data, user ids, and columns marked as identifiers',
    ]);
  });
});

describe('keptContents()', () => {
  it('lists what keeping the results adds to a file', async () => {
    const session = await run(funnel({ breakdown: 'country' }));
    expect(keptContents(session.results(), await session.shared(), english)).toEqual([
      'The results of “way”, as numbers',
      'Checksums and row counts of “shop”',
      'Left out: 2 groups of fewer than 10 users',
      'Not in it: the rows of your data, user ids, and columns marked as identifiers',
    ]);
  });
});
