import { Problem } from '../base/problem';
import { freeIdentifier, isIdentifier, isReserved } from './identifier';
import type { Notebook } from './notebook';

/** Every name that a new cell must not have. */
export function takenNames({ cells }: Notebook): ReadonlySet<string> {
  return new Set(
    cells.flatMap((cell) => {
      const inside = cell.type === 'conflict' ? [...cell.ours.names, ...cell.theirs.names] : [];
      return [cell.id, ...inside];
    }),
  );
}

/** Why `id` cannot be the name of a new cell, or null. */
export function nameProblem(id: string, taken: ReadonlySet<string>): Problem | null {
  const args = { id, proposal: freeIdentifier(id, taken) };
  if (!isIdentifier(id)) return new Problem('bad-id', args);
  if (isReserved(id)) return new Problem('reserved-id', args);
  return taken.has(id) ? new Problem('name-taken', args) : null;
}
