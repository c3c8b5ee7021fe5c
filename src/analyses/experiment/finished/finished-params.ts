import { Problem } from '../../../base/problem';
import type { Scope } from '../../analysis';
import { type Design, designOf } from '../design';
import { type ExperimentParams, params as ofUsers } from '../params';
import type { FinishedTest } from './finished-test';

/** The parameters of an experiment as a cell has them: counts bring control and metric with them. */
export const params = ofUsers.extend({
  control: ofUsers.shape.control.optional().meta({ title: 'control', input: 'arm' }),
  metrics: ofUsers.shape.metrics.optional().meta({ title: 'metrics', input: 'metrics' }),
  correction: ofUsers.shape.correction
    .unwrap()
    .optional()
    .meta({ title: 'correction', input: 'choice' }),
});

/** Those of an experiment on users or on counts alike. */
export type AnyExperimentParams = Omit<ExperimentParams, 'control' | 'metrics' | 'correction'> & {
  readonly control?: string | undefined;
  readonly metrics?: ExperimentParams['metrics'] | undefined;
  readonly correction?: ExperimentParams['correction'] | undefined;
};

/**
 * The parameters of an experiment on users, which names its control and its metrics.
 *
 * @throws {Problem} `missing-key`
 */
export function paramsOfUsers(given: AnyExperimentParams): ExperimentParams {
  const { control, metrics, correction = 'holm' } = given;
  if (control === undefined) throw missing('control', 'string');
  if (metrics === undefined) throw missing('metrics', 'array');
  return { ...given, control, metrics, correction };
}

/** The metric of finished tests: the only one there is. */
const CONVERSIONS: ExperimentParams['metrics'][number] = {
  name: 'conversions',
  type: 'proportion',
  role: 'goal',
  direction: 'up',
};

/** The parameters of one finished test: its control is the one that was named, else its first arm. */
export function paramsOfTest(
  given: AnyExperimentParams,
  { arms }: FinishedTest,
  correction: ExperimentParams['correction'],
): ExperimentParams {
  const { metrics = [CONVERSIONS], control = arms[0]?.name ?? '' } = given;
  return { ...given, control, metrics, correction: given.correction ?? correction };
}

/**
 * The design of finished tests: they have no times.
 *
 * @throws {Problem} `needs-users` for what is read from users
 * @throws {Problem} `counts-have-one-metric`
 */
export function finishedDesign(given: AnyExperimentParams, scope: Scope): Design {
  const { exposure, variant, activation, exclude, plannedEnd } = given;
  const { segments, looks, metrics = [CONVERSIONS] } = given;
  const ofUsersOnly = {
    exposure,
    variant,
    activation,
    exclude: exclude.length > 0 ? exclude : undefined,
    plannedEnd,
    segments: segments.length > 0 ? segments : undefined,
    looks: typeof looks === 'object' || looks === 'hybrid' ? looks : undefined,
  };
  for (const [name, value] of Object.entries(ofUsersOnly)) {
    if (value !== undefined) throw new Problem('needs-users', { name }, { path: name });
  }
  if (metrics.length > 1 || !isPlainShare(metrics[0]!)) {
    throw new Problem('counts-have-one-metric', {}, { path: 'metrics' });
  }
  return designOf(paramsOfTest(given, { name: null, arms: [] }, 'holm'), scope, false);
}

function isPlainShare(metric: ExperimentParams['metrics'][number]): boolean {
  if (metric.type !== 'proportion') return false;
  const { event, where, column, window, cuped, covariate } = metric;
  return [event, where, column, window, cuped, covariate].every((each) => each === undefined);
}

function missing(name: string, expected: string): Problem {
  return new Problem('missing-key', { name, expected: [expected] }, { path: name });
}
