import type { SourceOutput } from '../../engine/engine';

const EXPOSURES = [
  /^exposure$/i,
  /expos/i,
  /assign|enrol|bucketed/i,
  /(^|[^a-z])saw([^a-z]|$)|viewed_?(experiment|test|variant)/i,
  /view|visit|open/i,
];

/**
 * The event with which people seem to enter a test: of those that carry the variant, else of all,
 * the one by name, else the one of the most rows. Empty where there are no events.
 */
export function exposureGuess(output: SourceOutput, variant: string): string {
  const carriers = output.eventsWith[variant] ?? [];
  const events = carriers.length > 0 ? carriers : output.values[output.roles['event'] ?? ''];
  const names = (events ?? []).map(({ value }) => value);
  for (const pattern of EXPOSURES) {
    const named = names.find((name) => pattern.test(name));
    if (named !== undefined) return named;
  }
  return names[0] ?? '';
}
