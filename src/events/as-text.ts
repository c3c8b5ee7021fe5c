import type { ColumnValues, TextColumn } from '../data/dataset';

/** What was converted before: every block of users asks for the same columns. */
const converted = new WeakMap<ColumnValues, TextColumn>();

/**
 * A column as text, whatever it holds: numbers as JavaScript prints them, flags as `true` and
 * `false`, times in ISO 8601, UTC. Values are listed in the order of their first row.
 */
export function asText(column: ColumnValues): TextColumn {
  if (column.kind === 'text') return column;
  let text = converted.get(column);
  if (!text) converted.set(column, (text = textOf(column)));
  return text;
}

function textOf(column: Exclude<ColumnValues, TextColumn>): TextColumn {
  if (column.kind === 'flag') {
    return { kind: 'text', values: ['false', 'true'], codes: Int32Array.from(column.values) };
  }
  const written =
    column.kind === 'number'
      ? String
      : (ms: number): string => {
          const iso = new Date(ms).toISOString();
          return column.dateOnly ? iso.slice(0, 10) : iso;
        };
  const values: string[] = [];
  const known = new Map<number, number>();
  const codes = new Int32Array(column.values.length);
  for (let row = 0; row < codes.length; ++row) {
    const value = column.values[row]!;
    let code = Number.isNaN(value) ? -1 : known.get(value);
    if (code === undefined) {
      code = values.push(written(value)) - 1;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { kind: 'text', values, codes };
}
