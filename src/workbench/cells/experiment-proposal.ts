import type { JsonObject } from '../../base/json';
import type { SourceOutput } from '../../engine/engine';
import { controlGuess } from './control-guess';
import { exposureGuess } from './exposure-guess';
import { variantGuess } from './variant-guess';
import { isYesOrNo } from './yes-or-no';

/** Names of events that a test wants more of, the most telling first. */
const GOALS = [
  /purchase|order|pay|buy|bought/i,
  /convert|conversion/i,
  /sign_?up|subscribe|click/i,
];
const MOST_METRICS = 3;

/**
 * Parameters of an experiment on the source `id` as a reader would probably set them: an event
 * table's exposure and most telling event, a unit table's yes-or-no columns. What cannot be told
 * is left empty for the form.
 */
export function experimentProposal(id: string, output: SourceOutput | null): JsonObject {
  const common = { kind: 'experiment', source: id };
  if (!output) return { ...common, control: '', metrics: [] };
  // Counts of finished tests bring everything with them.
  if ('users' in output.roles && 'conversions' in output.roles) return common;
  const variant = variantGuess(output)?.column ?? '';
  const control = controlGuess(valuesOf(output, variant));
  if (!('event' in output.roles)) {
    return { ...common, variant, control, metrics: columnMetrics(output, variant) };
  }
  const event = exposureGuess(output, variant);
  return {
    ...common,
    exposure: { event, variant },
    control,
    metrics: [eventMetric(output, event)],
  };
}

function events(output: SourceOutput): readonly string[] {
  return valuesOf(output, output.roles['event'] ?? '');
}

function valuesOf({ values }: SourceOutput, column: string): readonly string[] {
  return (values[column] ?? []).map(({ value }) => value);
}

function eventMetric(output: SourceOutput, exposure: string): JsonObject {
  const event = goalGuess(events(output), exposure);
  return { name: event, type: 'proportion', event, window: '7d' };
}

/** The event by name, else the rarest; the exposure only where there is no other. */
function goalGuess(events: readonly string[], exposure: string): string {
  const others = events.filter((name) => name !== exposure);
  for (const pattern of GOALS) {
    const named = others.find((name) => pattern.test(name));
    if (named !== undefined) return named;
  }
  return others.at(-1) ?? exposure;
}

function columnMetrics(output: SourceOutput, variant: string): readonly JsonObject[] {
  const others = output.columns.filter(
    ({ name }) => name !== variant && name !== output.roles['user'],
  );
  const flags = others.map(({ name }) => name).filter((name) => isYesOrNo(output, name));
  const proportions = flags.map((name) => ({ name, type: 'proportion', column: name }));
  const numbers = others
    .filter(({ name, kind }) => kind === 'number' && !flags.includes(name))
    .map(({ name }) => name);
  const means = numbers.map((name) => ({ name, type: 'mean', column: name }));
  return [...proportions, ...means].slice(0, MOST_METRICS);
}
