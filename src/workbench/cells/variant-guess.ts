import type { SourceOutput } from '../../engine/engine';

/** The column that seems to hold the arms, and the code of the sentence that says why. */
export interface VariantGuess {
  readonly column: string;
  readonly reason: 'named' | 'arms';
}

/** Names of columns that hold arms, the surest first. */
const SURE_NAMES = [
  /^(variant|variation)$/i,
  /variant|variation/i,
  /^((experiment|exp|test|ab)[ _-]?)?(arm|group|grp|bucket|cell|treatment)$/i,
  /^version$/i,
];
/** Often an arm, as often a kind of customer: asked only after the values themselves. */
const LAST_NAMES = [/^((experiment|exp|test|ab)[ _-]?)?segment$/i];
const ARM =
  /^([a-d]|baseline|holdout|(control|variant|variation|treatment|test)([ _-]?[a-z0-9]{1,3})?|(group|arm)[ _-]?[a-z0-9]{1,3}|(对照|实验)组?[a-z0-9]?)$/i;
const MOST_ARMS = 10;

/** The column of two to ten values whose name, or else whose values, look like arms; null for none. */
export function variantGuess(output: SourceOutput): VariantGuess | null {
  const role = output.guesses.find(({ role }) => role === 'variant');
  if (role) return { column: role.column, reason: 'named' };
  const columns = candidates(output);
  const arms = columns.find((column) =>
    output.values[column]!.every(({ value }) => ARM.test(value)),
  );
  return (
    named(columns, SURE_NAMES) ??
    (arms === undefined ? null : { column: arms, reason: 'arms' }) ??
    named(columns, LAST_NAMES)
  );
}

function candidates({ columns, roles, values }: SourceOutput): readonly string[] {
  const taken = new Set(Object.values(roles));
  return columns
    .filter(({ name, kind }) => kind !== 'time' && !taken.has(name))
    .map(({ name }) => name)
    .filter((name) => {
      const count = values[name]?.length ?? 0;
      return count >= 2 && count <= MOST_ARMS;
    });
}

function named(columns: readonly string[], patterns: readonly RegExp[]): VariantGuess | null {
  for (const pattern of patterns) {
    const column = columns.find((name) => pattern.test(name));
    if (column !== undefined) return { column, reason: 'named' };
  }
  return null;
}
