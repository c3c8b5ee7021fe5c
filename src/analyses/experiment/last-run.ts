/** What the last run about something made, by key. */
const runs = new WeakMap<object, ReadonlyMap<string, unknown>>();

/**
 * Starts a run about `owner`: what the last run made under a key is taken again, the rest is made
 * and everything else forgotten. A key must name all that the making depends on, `owner` apart.
 */
export function lastRun(owner: object): <T>(key: string, make: () => T) => T {
  const past = runs.get(owner);
  const now = new Map<string, unknown>();
  runs.set(owner, now);
  return <T>(key: string, make: () => T): T => {
    const known = now.has(key) ? now : past;
    const made = known?.has(key) ? (known.get(key) as T) : make();
    now.set(key, made);
    return made;
  };
}
