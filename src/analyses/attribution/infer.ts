import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { Scope } from '../analysis';
import { channelCosts } from './channel-costs';
import { clustersOf } from './clusters';
import { emptyCredit } from './credit-of';
import { distinctPaths } from './distinct-paths';
import { joined } from './joined';
import { journeyCounts, touchesBeforeConversions } from './journey-counts';
import { journeyUsers } from './journey-users';
import type { Journeys } from './journeys';
import { modelOf } from './model-of';
import { modelResult } from './model-result';
import { modelSpecs } from './model-spec';
import type { AttributionParams } from './params';
import { replicatesOf } from './replicates';
import type { AttributionResult } from './result';
import { adderOf } from './sums';
import { topPaths } from './top-paths';
import { transitionsOf } from './transitions';

/**
 * Credit by every model, from the journeys of all blocks.
 *
 * @throws {Problem} `no-conversions`, and what `joined` and `modelSpecs` find
 */
export function infer(
  parts: readonly Journeys[],
  params: AttributionParams,
  scope: Scope,
): AttributionResult {
  const journeys = joined(parts, params.touch?.channel ?? '');
  const specs = modelSpecs(params.models, journeys.ages !== null);
  const lookbackMs = durationMs(params.lookback);
  const counts = journeyCounts(journeys, lookbackMs);
  if (counts.converted === 0) throw nothingConverted(params);

  const paths = distinctPaths(journeys);
  const clusters = clustersOf(journeys);
  const weights = new Float64Array(clusters.count).fill(1);
  const { sums, add } = adderOf(journeys, paths, clusters.of);
  add(weights);

  const { seed } = scope;
  const setting = { direct: params.direct, seed, clusterOf: clusters.of };
  const models = specs.map((spec) => modelOf(spec, journeys, paths, setting));
  const estimates = models.map(({ model }) => {
    const credit = emptyCredit(journeys.channels.length);
    model.credit({ sums, weights, isReplicate: false }, credit);
    return credit;
  });
  const drawing = { seed, count: params.bootstrap };
  const replicates = replicatesOf(models, journeys, paths, clusters, drawing);

  const touches = touchesBeforeConversions(journeys);
  const order = byTouches(touches, journeys.channels);
  const costs = channelCosts(journeys, scope);
  const users = journeyUsers(journeys, paths);
  const divided = { journeys, paths, sums, costs, touches, users: users?.channels ?? null, order };
  return {
    journeys: counts,
    from: journeys.ages === null ? 'paths' : 'events',
    lookbackMs,
    unit: journeys.unit,
    replicates: params.bootstrap,
    models: models.map((each, i) => modelResult(each, estimates[i]!, replicates[i]!, divided)),
    ...topPaths(paths, sums, journeys, users?.paths ?? null),
    transitions: transitionsOf(paths, sums, journeys, order),
    costs: costs?.summary ?? null,
  };
}

/** Numbers of channels, those with most touches first, equal ones by name. */
function byTouches(touches: Float64Array, names: readonly string[]): number[] {
  return names
    .map((_, channel) => channel)
    .sort((a, b) => touches[b]! - touches[a]! || (names[a]! < names[b]! ? -1 : 1));
}

function nothingConverted({ range, conversion }: AttributionParams): Problem {
  const names = [conversion?.event ?? []].flat().join(', ');
  return range === undefined
    ? new Problem('no-conversions', { event: names }, { path: 'conversion' })
    : new Problem('no-conversions-in-range', { event: names, ...range }, { path: 'range' });
}
