import { type JsonObject, isObject } from '../../base/json';
import type { SourceOutput } from '../../engine/engine';
import { experimentProposal } from '../cells/experiment-proposal';
import { isYesOrNo } from '../cells/yes-or-no';

/** The least a reader has to say for an A/B test: who is compared, with whom, and what should go up. */
export interface TestChoice {
  /** A column. */
  readonly variant: string;
  /** A value of that column. */
  readonly control: string;
  /** The event with which people enter the test; null for a unit table. */
  readonly exposure: string | null;
  /** An event, or a column of a unit table. */
  readonly goal: string;
  /** Which of the experiments in an event table; null where no column names them. */
  readonly experiment: { readonly column: string; readonly value: string } | null;
}

const EXPERIMENT = /^(experiment|test|ab_?test|实验)(_?(id|name|key))?$/i;

/**
 * The choice that the data suggest, blank where they do not tell; null where no column can hold
 * arms or nothing can be a goal.
 */
export function suggestedChoice(output: SourceOutput): TestChoice | null {
  const { variant, exposure, control, metrics } = experimentProposal('', output);
  const column = isObject(exposure) ? exposure['variant'] : variant;
  const [metric] = Array.isArray(metrics) ? metrics : [];
  if (typeof column !== 'string' || variantColumns(output).length === 0) return null;
  if (!isObject(metric)) return null;
  return {
    variant: column,
    control: String(control),
    exposure: isObject(exposure) ? String(exposure['event']) : null,
    goal: String(metric['name']),
    experiment: exposure === undefined ? null : suggestedExperiment(output),
  };
}

/** Whether all that a test cannot do without has been said. */
export function isComplete({ variant, control, exposure, goal }: TestChoice): boolean {
  return variant !== '' && control !== '' && exposure !== '' && goal !== '';
}

/** The experiment with the most rows, where a column names several. */
function suggestedExperiment({ columns, values }: SourceOutput): TestChoice['experiment'] {
  const column = columns.find(({ name }) => EXPERIMENT.test(name))?.name;
  const known = column === undefined ? [] : (values[column] ?? []);
  return column !== undefined && known.length > 1 ? { column, value: known[0]!.value } : null;
}

/** Columns that can hold the arms: those with a few values of their own. */
export function variantColumns({ columns, roles, values }: SourceOutput): readonly string[] {
  const taken = new Set([roles['user'], roles['time'], roles['event']]);
  return columns
    .map(({ name }) => name)
    .filter((name) => !taken.has(name) && (values[name]?.length ?? 0) >= 2);
}

/** The values of a column, the most frequent first. */
export function valuesOf({ values }: SourceOutput, column: string): readonly string[] {
  return (values[column] ?? []).map(({ value }) => value);
}

/** What can be a goal: the events, or the yes-or-no and number columns of a unit table. */
export function goals(output: SourceOutput, variant: string): readonly string[] {
  const { roles, columns } = output;
  if (roles['event'] !== undefined) return valuesOf(output, roles['event']);
  return columns
    .filter(({ name, kind }) => name !== variant && name !== roles['user'] && isMeasured(kind))
    .map(({ name }) => name);
}

/** Parameters of the A/B test on the source `id`: what was chosen, and for the rest what is usual. */
export function testParams(id: string, output: SourceOutput, choice: TestChoice): JsonObject {
  const proposal = experimentProposal(id, output);
  const { variant, control, goal, experiment, exposure: event } = choice;
  const proposed = Array.isArray(proposal['metrics']) ? proposal['metrics'] : [];
  const others = proposed.filter((metric) => isObject(metric) && metric['name'] !== goal);
  const exposure = proposal['exposure'];
  const where = experiment && { where: { [experiment.column]: experiment.value } };
  return {
    ...proposal,
    ...(isObject(exposure) ? { exposure: { ...exposure, event, ...where, variant } } : { variant }),
    control,
    metrics: [goalMetric(output, goal), ...(isObject(exposure) ? [] : others)],
  };
}

function goalMetric(output: SourceOutput, goal: string): JsonObject {
  if (output.roles['event'] !== undefined) {
    return { name: goal, type: 'proportion', event: goal, window: '7d' };
  }
  return { name: goal, type: isYesOrNo(output, goal) ? 'proportion' : 'mean', column: goal };
}

function isMeasured(kind: string): boolean {
  return kind === 'flag' || kind === 'number';
}
