import type { Column, Dataset } from '../../src/data/dataset';

/** The first instant of every story. */
export const START = Date.parse('2026-03-02T00:00:00Z');
export const DAY = 86_400_000;

/**
 * A dataset that a person can read: a line of `name:kind` and a line per row, cells between spaces,
 * `-` for missing. Times are days since the start of the story.
 */
export function story(text: string, { dateOnly = false } = {}): Dataset {
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/));
  const columns = head!.map((title, i) => {
    const [name, kind] = title.split(':') as [string, Column['kind']];
    return columnOf(
      name,
      kind,
      lines.map((cells) => (cells[i] === '-' ? null : cells[i]!)),
      dateOnly,
    );
  });
  return { name: 'story', fingerprint: '', rows: lines.length, columns, warnings: [] };
}

function columnOf(
  name: string,
  kind: Column['kind'],
  cells: readonly (string | null)[],
  dateOnly: boolean,
): Column {
  const base = { name, missing: cells.filter((cell) => cell === null).length, unreadable: 0 };
  const numbers = () => Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell)));
  switch (kind) {
    case 'text': {
      const values = [...new Set(cells.filter((cell) => cell !== null))];
      const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : values.indexOf(cell)));
      return { ...base, kind, values, codes };
    }
    case 'flag':
      return {
        ...base,
        kind,
        values: Int8Array.from(cells, (cell) => (cell === null ? -1 : Number(cell === 'yes'))),
      };
    case 'time':
      return { ...base, kind, dateOnly, values: numbers().map((days) => START + days * DAY) };
    default:
      return { ...base, kind: 'number', values: numbers() };
  }
}
