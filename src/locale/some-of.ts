const MOST_NAMES = 8;

/** The first eight of the names a sentence lists, and how many it leaves out. */
export function someOf<T>(names: readonly T[]): {
  readonly shown: readonly T[];
  readonly more: number;
} {
  const shown = names.slice(0, MOST_NAMES);
  return { shown, more: names.length - shown.length };
}
