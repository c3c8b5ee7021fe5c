import { Problem } from '../base/problem';
import type { Column, ColumnValues, Dataset } from '../data/dataset';
import { sha256 } from '../data/sha256';

/**
 * Tables of one schema as one table, rows in the order of the tables. Its fingerprint is that of
 * the fingerprints, one a line; of a single table it is the table's own.
 *
 * @throws {Problem} `files-differ` when they have not the same columns of the same kinds
 */
export function joined(datasets: readonly Dataset[]): Dataset {
  const [first, ...others] = datasets as readonly [Dataset, ...Dataset[]];
  if (others.length === 0) return first;
  for (const other of others) {
    const column = difference(first, other) ?? difference(other, first);
    if (column === null) continue;
    throw new Problem('files-differ', { first: first.name, file: other.name, column });
  }
  return {
    name: datasets.map(({ name }) => name).join(', '),
    fingerprint: fingerprintOfAll(datasets),
    rows: datasets.reduce((rows, dataset) => rows + dataset.rows, 0),
    columns: first.columns.map((column) => joinedColumn(column.name, datasets)),
    warnings: datasets.flatMap(({ warnings }) => warnings),
  };
}

/** A column of `a` that `b` has not, or has of another kind. */
function difference(a: Dataset, b: Dataset): string | null {
  const kinds = new Map(b.columns.map(({ name, kind }) => [name, kind]));
  return a.columns.find(({ name, kind }) => kinds.get(name) !== kind)?.name ?? null;
}

function fingerprintOfAll(datasets: readonly Dataset[]): string {
  const hash = sha256();
  hash.update(new TextEncoder().encode(datasets.map((each) => `${each.fingerprint}\n`).join('')));
  return hash.digest();
}

function joinedColumn(name: string, datasets: readonly Dataset[]): Column {
  const parts = datasets.map(({ columns }) => columns.find((each) => each.name === name)!);
  const sum = (count: (column: Column) => number): number =>
    parts.reduce((total, part) => total + count(part), 0);
  return {
    ...joinedValues(parts),
    name,
    missing: sum(({ missing }) => missing),
    unreadable: sum(({ unreadable }) => unreadable),
  };
}

function joinedValues(parts: readonly ColumnValues[]): ColumnValues {
  const [first] = parts as readonly [ColumnValues];
  switch (first.kind) {
    case 'text':
      return joinedText(parts);
    case 'flag':
      return { kind: 'flag', values: filled(Int8Array, parts, valuesOf) };
    case 'number':
      return { kind: 'number', values: filled(Float64Array, parts, valuesOf) };
    case 'time': {
      const dateOnly = parts.every((part) => part.kind === 'time' && part.dateOnly);
      return { kind: 'time', values: filled(Float64Array, parts, valuesOf), dateOnly };
    }
  }
}

/** Each table numbers its texts for itself: here they get the numbers of one list. */
function joinedText(parts: readonly ColumnValues[]): ColumnValues {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const codes = filled(Int32Array, parts, (part) => {
    if (part.kind !== 'text') return [];
    const renumbered = part.values.map(numberOf);
    return part.codes.map((code) => (code < 0 ? -1 : renumbered[code]!));
  });
  return { kind: 'text', values: [...numbers.keys()], codes };
}

function valuesOf(part: ColumnValues): ArrayLike<number> {
  return part.kind === 'text' ? part.codes : part.values;
}

function filled<Values extends { set(from: ArrayLike<number>, at: number): void }>(
  make: new (length: number) => Values,
  parts: readonly ColumnValues[],
  numbers: (part: ColumnValues) => ArrayLike<number>,
): Values {
  const pieces = parts.map(numbers);
  const all = new make(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
