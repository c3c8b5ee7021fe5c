import type { SourceOutput } from '../../src/engine/engine';

type Kind = SourceOutput['columns'][number]['kind'];

/** What is known of a source with these columns, roles and values. */
export function source(
  columns: Readonly<Record<string, Kind>>,
  roles: Readonly<Record<string, string>>,
  values: Readonly<Record<string, readonly string[]>>,
): SourceOutput {
  const nothing = { distinct: 0, min: null, max: null, top: null, histogram: null };
  const rest = { emptyDays: null, private: null, missing: 0, unreadable: 0 };
  return {
    ...{ type: 'source', file: 'a.csv', bytes: 1, sha256: '', rows: 9, warnings: [], guesses: [] },
    ...{ users: 9, from: null, to: null, duplicates: 0, roles, eventsWith: {} },
    columns: Object.entries(columns).map(([name, kind]) => ({ name, kind, ...nothing, ...rest })),
    values: Object.fromEntries(
      Object.entries(values).map(([column, each]) => [
        column,
        each.map((value) => ({ value, rows: 1 })),
      ]),
    ),
  };
}

/** An event table with a test in it. */
export const shop = source(
  { user_id: 'text', ts: 'time', event: 'text', variant: 'text', amount: 'number' },
  { user: 'user_id', time: 'ts', event: 'event' },
  { event: ['view', 'exposure', 'purchase'], variant: ['treatment', 'control'] },
);
