import type { DataFile } from '../../src/engine/engine';

/** A file in memory, as if it had been dropped on the page. */
export function csvFile(name: string, lines: readonly string[]): DataFile {
  const bytes = new Blob([`${lines.join('\n')}\n`]);
  return { name, size: bytes.size, bytes };
}

/** Six users in two arms of one experiment; three of them buy within a day. */
export const STORY = [
  'user_id,ts,event,variant,amount',
  'ann,2026-03-02T09:00:00Z,exposure,control,',
  'bob,2026-03-02T09:05:00Z,exposure,treatment,',
  'cat,2026-03-02T09:10:00Z,exposure,control,',
  'ann,2026-03-02T10:00:00Z,purchase,,20',
  'dan,2026-03-02T11:00:00Z,exposure,treatment,',
  'bob,2026-03-02T12:00:00Z,purchase,,30',
  'eve,2026-03-02T12:30:00Z,exposure,control,',
  'dan,2026-03-02T13:00:00Z,purchase,,25',
  'fay,2026-03-02T14:00:00Z,exposure,treatment,',
  'fay,2026-03-04T15:00:00Z,view,,',
];

export const ROLES = { user: 'user_id', time: 'ts', event: 'event' };
