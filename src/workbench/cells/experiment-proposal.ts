import type { JsonObject } from '../../base/json';
import type { SourceOutput } from '../../engine/engine';
import { controlGuess } from './control-guess';
import { exposureGuess } from './exposure-guess';
import { variantGuess } from './variant-guess';
import { isYesOrNo } from './yes-or-no';

/** The names that people give to what an experiment needs, the usual ones first. */
const NAMES = {
  goal: [/purchase|order|pay|buy/i, /convert|conversion/i, /signup|sign_up|subscribe|click/i],
};

const MOST_METRICS = 3;

/**
 * Parameters of an experiment on the source `id` as a reader would probably set them: an event
 * table's exposure and most telling event, a unit table's yes-or-no columns. What cannot be told
 * is left empty for the form.
 */
export function experimentProposal(id: string, output: SourceOutput | null): JsonObject {
  const common = { kind: 'experiment', source: id };
  if (!output) return { ...common, control: '', metrics: [] };
  const variant = variantGuess(output)?.column ?? '';
  const control = controlGuess(valuesOf(output, variant));
  return 'event' in output.roles
    ? {
        ...common,
        exposure: { event: exposureGuess(output, variant), variant },
        control,
        metrics: [eventMetric(output)],
      }
    : { ...common, variant, control, metrics: columnMetrics(output, variant) };
}

function events(output: SourceOutput): readonly string[] {
  return valuesOf(output, output.roles['event'] ?? '');
}

function valuesOf({ values }: SourceOutput, column: string): readonly string[] {
  return (values[column] ?? []).map(({ value }) => value);
}

function eventMetric(output: SourceOutput): JsonObject {
  const event = pick(events(output), NAMES.goal);
  return { name: event, type: 'proportion', event, window: '7d' };
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

/** The candidate that fits the earliest pattern, else the first; empty when there is none. */
function pick(candidates: readonly string[], patterns: readonly RegExp[]): string {
  for (const pattern of patterns) {
    const found = candidates.find((name) => pattern.test(name));
    if (found !== undefined) return found;
  }
  return candidates[0] ?? '';
}
