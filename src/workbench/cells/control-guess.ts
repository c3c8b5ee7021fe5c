const CONTROLS = [
  /^(control|baseline|default|old|original|holdout|a|0|off|false|对照组?)$/i,
  /control|baseline/i,
];

/** The arm that the others are compared with, by its name, else the first of the alphabet; '' for none. */
export function controlGuess(arms: readonly string[]): string {
  for (const pattern of CONTROLS) {
    const named = arms.find((arm) => pattern.test(arm));
    if (named !== undefined) return named;
  }
  return [...arms].sort()[0] ?? '';
}
