import type { SourceOutput } from '../../engine/engine';

/** Whether a column says yes or no of a row: a flag, or numbers that are all 0 or 1. */
export function isYesOrNo({ columns, values }: SourceOutput, name: string): boolean {
  const kind = columns.find((column) => column.name === name)?.kind;
  if (kind !== 'number') return kind === 'flag';
  const found = values[name] ?? [];
  return found.length > 0 && found.every(({ value }) => value === '0' || value === '1');
}
