import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/analyses/analysis';
import { english } from '../../src/locale/english';
import { changesSince } from '../../src/share/changes-since';
import { tableChanges } from '../../src/share/table-changes';
import { STORY } from '../engine/csv-file';
import { NOTEBOOK, sessionOf, shelf } from '../session/tools';

const table = (rows: Table['rows']): Table => ({
  name: 't',
  title: 'Results',
  columns: [
    { key: 'metric', title: 'Metric', format: 'text' },
    { key: 'rate', title: 'Rate', format: 'rate', caption: 'of' },
    { key: 'n', title: 'Users', format: 'count' },
  ],
  rows,
});

describe('tableChanges()', () => {
  it('says what reads otherwise, and nothing else', () => {
    const before = table([
      { metric: 'a', rate: 0.5, of: '1 of 2', n: 2 },
      { metric: 'b', rate: 0.1, of: null, n: 10 },
    ]);
    const now = table([
      { metric: 'b', rate: 0.1 + 1e-12, of: null, n: 10 },
      { metric: 'a', rate: 0.25, of: '1 of 4', n: 4 },
      { metric: 'c', rate: null, of: null, n: 1 },
    ]);
    expect(tableChanges([before], [now], english, 'UTC')).toEqual([
      {
        table: 'Results',
        row: 'a',
        column: 'Rate',
        was: '50.00 % (1 of 2)',
        is: '25.00 % (1 of 4)',
      },
      { table: 'Results', row: 'a', column: 'Users', was: '2', is: '4' },
      { table: 'Results', row: 'c', column: 'Users', was: '–', is: '1' },
    ]);
  });

  it('is turned around when the sides are', () => {
    const a = table([{ metric: 'a', rate: 0.5, of: null, n: 2 }]);
    const forth = tableChanges([a], [], english, 'UTC');
    const back = tableChanges([], [a], english, 'UTC');
    expect(forth.map(({ was, is }) => [is, was])).toEqual(back.map(({ was, is }) => [was, is]));
    expect(forth).toHaveLength(2);
  });
});

describe('changesSince()', () => {
  it('compares with the results in the file: on the same data nothing, on next week’s what moved', async () => {
    const session = sessionOf(NOTEBOOK);
    await session.run();
    session.saveResults();
    const { text } = session;

    const again = sessionOf(text);
    await again.run();
    expect(await changesSince(again, 'ab', english)).toMatchObject({
      otherData: false,
      otherSettings: false,
      changes: [],
    });

    const more = [
      ...STORY,
      'gus,2026-03-03T09:00:00Z,exposure,control,',
      'gus,2026-03-03T10:00:00Z,purchase,,5',
    ];
    const files = shelf({ 'story.csv': more });
    const later = sessionOf(text, { locate: (path) => Promise.resolve(files.get(path) ?? null) });
    await later.run();
    const since = (await changesSince(later, 'ab', english))!;
    expect(since.otherData).toBe(true);
    expect(since.changes).toContainEqual(
      expect.objectContaining({
        column: 'control',
        was: '33.33 % (1 of 3)',
        is: '50.00 % (2 of 4)',
      }),
    );

    later.saveResults();
    expect(await changesSince(later, 'ab', english)).toBeNull();
  });

  it('knows the saved result of an analysis that refers to an input', async () => {
    const input = '```json lift:input alpha\n{ "kind": "number", "value": 0.1 }\n```\n';
    const text = `${NOTEBOOK.replace('"looks": "fixed"', '"looks": "fixed", "alpha": { "$ref": "alpha" }')}\n${input}`;
    const session = sessionOf(text);
    await session.run();
    session.saveResults();

    const without = sessionOf(session.text, { locate: () => Promise.resolve(null) });
    await new Promise<void>((resolve) => {
      without.subscribe(() => without.state('ab').state === 'snapshot' && resolve());
    });
    const again = sessionOf(session.text);
    await again.run();
    expect((await changesSince(again, 'ab', english))!.changes).toEqual([]);
  });
});
