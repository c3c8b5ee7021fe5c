import type { Json } from '../../src/base/json';
import type { Analysis, AnyAnalysis, Input } from '../../src/analyses/analysis';
import { aggregateAll } from '../../src/analyses/blocks';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { ExperimentParams } from '../../src/analyses/experiment/params';
import type { ExperimentResult } from '../../src/analyses/experiment/result';
import type { CommonParams } from '../../src/analyses/common';
import { type Surroundings, inputOf } from '../../src/analyses/input-of';
import type { Dataset } from '../../src/data/dataset';
import { buildIndex } from '../../src/events/build-index';
import type { Roles } from '../../src/events/roles';

export const EVENT_ROLES: Roles = { user: 'user', time: 'at', event: 'event' };

/** An experiment as the engine runs it, from a dataset to the result. */
export function experimentOf(
  dataset: Dataset,
  roles: Roles,
  given: object,
): { input: Input; params: ExperimentParams; result: ExperimentResult } {
  const params = experiment.params.parse({ source: 'story', ...given });
  const input = inputOf(buildIndex(dataset, roles), params, {
    timezone: 'UTC',
    weekStart: 'monday',
    population: null,
    columnUnits: {},
    tables: new Map(),
  });
  const result = experiment.infer(experiment.aggregate(input, params), params, input.scope);
  return { input, params, result };
}

/** What stands behind an analysis in a story: nothing but its own parameters, in UTC. */
export const ALONE: Surroundings = {
  timezone: 'UTC',
  weekStart: 'monday',
  population: null,
  columnUnits: {},
  tables: new Map(),
};

/** Any analysis as the engine runs it, from a dataset to the result. */
export function outcomeOf<Params, Aggregate, Result>(
  analysis: Analysis<Params, Aggregate, Result>,
  dataset: Dataset,
  given: object,
  { roles = EVENT_ROLES, around = ALONE }: { roles?: Roles; around?: Surroundings } = {},
): { input: Input; params: Params; result: Result } {
  const params = analysis.params.parse({ source: 'story', ...given });
  const input = inputOf(buildIndex(dataset, roles), params as CommonParams, around);
  const result = analysis.infer(analysis.aggregate(input, params), params, input.scope);
  return { input, params, result };
}

/** The result from blocks of the engine's size. */
export async function resultInBlocks(
  analysis: AnyAnalysis,
  input: Input,
  params: unknown,
): Promise<Json> {
  const pause = () => Promise.resolve();
  const aggregate = await aggregateAll(analysis, input, params, () => undefined, pause);
  return analysis.infer(aggregate, params, input.scope);
}
