/** An event table, whoever read it; rows in file order. */
export interface ReadTable {
  readonly rows: number;
  /** Distinct. */
  readonly users: number;
  /** Rows by event, in any order. */
  readonly events: ReadonlyMap<string, number>;
  /** Sum over the rows that have one. */
  readonly amount: number;
  /** First and last, epoch ms. */
  readonly from: number;
  readonly to: number;
}

/** What all who read a table must agree on. */
export function tableAnswer({ rows, users, events, amount, from, to }: ReadTable): string {
  const counts = [...events]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, n]) => `${n} ${name}`);
  return `${rows} rows, ${users} users, ${counts.join(', ')}, amount ${amount.toFixed(2)}, ${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
}

/** The same of columns of strings, empty where there is nothing. */
export function textAnswer(
  rows: number,
  cell: (column: 'user_id' | 'ts' | 'event' | 'amount', row: number) => unknown,
): string {
  const users = new Set<unknown>();
  const events = new Map<string, number>();
  let amount = 0;
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < rows; ++row) {
    users.add(cell('user_id', row));
    const event = String(cell('event', row));
    events.set(event, (events.get(event) ?? 0) + 1);
    amount += Number(cell('amount', row) ?? 0) || 0;
    const ts = cell('ts', row);
    const time = typeof ts === 'string' ? Date.parse(ts) : Number(ts);
    if (time < from) from = time;
    if (time > to) to = time;
  }
  return tableAnswer({ rows, users: users.size, events, amount, from, to });
}

/** Rows of numbers and names as all who count must have them, whatever their order. */
export function rowsAnswer(name: string, rows: readonly (readonly unknown[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(' ')).sort();
  return `${name} ${fnv(lines.join('\n')).toString(16)} (${rows.length} rows)`;
}

function cell(value: unknown): string {
  return typeof value === 'string' ? value : String(Math.round(Number(value) * 100) / 100);
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; ++i) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
