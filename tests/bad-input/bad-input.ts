/** Something wrong, and what has to be said of it. */
export interface BadInput {
  /** Unique, a file name without its ending. */
  readonly name: string;
  /** The notebook; the line to be named, if one is, begins with `HERE`. */
  readonly notebook: string | Uint8Array;
  /** Other files, by name. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Of the problem or warning: its code, and a part of its sentence in English. */
  readonly code: string;
  readonly says: string;
  /** Of the command line: 0 where the rest goes on with a warning, 1 where a cell has none, 2 where the file is none. */
  readonly exit: 0 | 1 | 2;
}

/** Marks the line that the sentence has to name; it is not written to the file. */
export const HERE = '▶';

export const HEADER = '```json lift:notebook\n{ "liftbook": 1, "timezone": "UTC" }\n```\n';

/** A cell with one body, as text or as the object it holds. */
export function cell(info: string, body: string | object): string {
  return `\n\`\`\`${info}\n${typeof body === 'string' ? body : JSON.stringify(body, null, 2)}\n\`\`\`\n`;
}

/** Forty users, half of them in each arm: what has to stay alive beside everything that is wrong. */
export const GOOD_FILE = `user,arm,bought\n${Array.from({ length: 40 }, (_, i) => `u${i},${i % 2 ? 'A' : 'B'},${i % 3 ? 0 : 1}`).join('\n')}\n`;

export const GOOD_CELLS =
  cell('json lift:source units', { file: 'units.csv', roles: { user: 'user' } }) +
  cell('json lift:analysis good', {
    ...{ kind: 'experiment', source: 'units', variant: 'arm', control: 'A' },
    metrics: [{ name: 'bought', type: 'proportion', column: 'bought' }],
  });

/** A few events of four users, all of them well. */
export const EVENTS = `user,ts,event,country,amount
ann,2026-03-01T09:00:00Z,see,DE,
ann,2026-03-01T10:00:00Z,buy,DE,20
bob,2026-03-01T09:30:00Z,see,DE,
cat,2026-03-02T09:00:00Z,see,FR,
cat,2026-03-02T09:05:00Z,buy,FR,5
dan,2026-03-03T12:00:00Z,see,FR,
`;

export const EVENTS_CELL = cell('json lift:source events', {
  file: 'events.csv',
  roles: { user: 'user', time: 'ts', event: 'event' },
});

/** A notebook of the good cells and `more`. */
export function notebook(more: string): string {
  return `${HEADER}\n# Still here\n${GOOD_CELLS}${more}`;
}
