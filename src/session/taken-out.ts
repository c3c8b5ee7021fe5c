/** What of a list is not to be seen. */
export interface TakenOut<T> {
  /** How many people each element stands for; null where nobody knows. */
  readonly people: ReadonlyMap<T, number | null>;
  /** Elements that make up something that is shown beside them. */
  readonly wholes: readonly (readonly T[])[];
  /** People may be in several elements. */
  readonly overlap: boolean;
}

/**
 * The elements that stand for fewer than `least` people, and of each whole so many of the next larger
 * ones that those taken out of it are `least` people together; false for these.
 */
export function takenOut<T>(
  { people, wholes, overlap }: TakenOut<T>,
  least: number,
): Map<T, boolean> {
  const out = new Map<T, boolean>();
  for (const [each, count] of people) {
    if (count === null || count < least) out.set(each, true);
  }
  for (let size = -1; size !== out.size;) {
    size = out.size;
    for (const whole of wholes) addUntilMany(whole);
  }
  return out;

  function addUntilMany(whole: readonly T[]): void {
    const gone = whole.filter((each) => out.has(each));
    if (gone.length === 0) return;
    const counts = gone.map((each) => people.get(each) ?? 0);
    // Those of one element may be those of another one: together they are as many as the largest at least.
    let sum = overlap ? Math.max(...counts) : counts.reduce((a, b) => a + b, 0);
    const rest = whole.filter((each) => !out.has(each));
    rest.sort((a, b) => (people.get(a) ?? 0) - (people.get(b) ?? 0));
    for (const each of rest) {
      if (sum >= least) return;
      out.set(each, false);
      sum += people.get(each) ?? 0;
    }
  }
}
