import type { ProblemData } from '../../base/problem';
import type { ChannelCosts } from './channel-costs';
import type { Credit } from './credit-of';
import { type Replicates, firstShares, intervalOf } from './replicates';
import { type ChannelCredit, NO_TOUCH, type Spread } from './result';

/** All that is known of a model's credit. */
export interface ModelCredit {
  readonly estimate: Credit;
  /** Null without replicates, or why there are none. */
  readonly replicates: Replicates | ProblemData | null;
  readonly removalEffects: Float64Array | ProblemData | null;
  /** Why the value could not be divided. */
  readonly valueProblem: ProblemData | null;
  readonly samplingErrors: Float64Array | null;
}

interface Channels {
  /** By number; the touches of each in the same order. */
  readonly names: readonly string[];
  readonly touches: Float64Array;
  /** With those of no touch last; null where nobody knows them. */
  readonly users: Float64Array | null;
  readonly hasValue: boolean;
}

/** A model's credit by channel, in the order of `order` and with no touch at the end. */
export function channelCredits(
  credit: ModelCredit,
  channels: Channels,
  order: readonly number[],
  costs: ChannelCosts | null,
): ChannelCredit[] {
  const { replicates, removalEffects, samplingErrors } = credit;
  const { names } = channels;
  const hasReplicates = replicates !== null && 'count' in replicates;
  const first = hasReplicates ? firstShares(replicates, names.length) : null;
  const effects = removalEffects instanceof Float64Array ? removalEffects : null;
  const row = (channel: number): ChannelCredit => {
    const conversions = spread(credit, 'conversions', channel);
    const value = channels.hasValue ? valueSpread(credit, channel) : null;
    return {
      channel: names[channel] ?? NO_TOUCH,
      touches: channels.touches[channel] ?? 0,
      users: channels.users?.[channel] ?? null,
      conversions,
      value,
      removalEffect: effects?.[channel] ?? null,
      firstProbability: first?.[channel] ?? null,
      ...money(costs, names[channel], conversions, value),
      ...(samplingErrors?.[channel] === undefined
        ? {}
        : { samplingError: samplingErrors[channel] }),
      ...(removalEffects !== null && effects === null && channel < names.length
        ? { problem: removalEffects as ProblemData }
        : {}),
    };
  };
  return [...order, names.length].map(row);
}

function spread(
  { estimate, replicates }: ModelCredit,
  kind: keyof Credit,
  channel: number,
): Spread {
  const number = estimate[kind][channel]!;
  if (replicates === null) return { estimate: number, low: null, high: null };
  if (!('count' in replicates)) {
    return { estimate: number, low: null, high: null, problem: replicates };
  }
  return { estimate: number, ...intervalOf(replicates, kind, channel) };
}

function valueSpread(credit: ModelCredit, channel: number): Spread {
  const isTouched = channel < credit.estimate.value.length - 1;
  if (credit.valueProblem === null || !isTouched) return spread(credit, 'value', channel);
  return { estimate: null, low: null, high: null, problem: credit.valueProblem };
}

function money(
  costs: ChannelCosts | null,
  channel: string | undefined,
  conversions: Spread,
  value: Spread | null,
): Pick<ChannelCredit, 'cost' | 'roas' | 'cac'> {
  const cost = channel === undefined ? undefined : costs?.byChannel.get(channel);
  if (costs === null || cost === undefined) return { cost: null, roas: null, cac: null };
  return {
    cost,
    roas: value && returnOf(value, cost, costs.problem),
    cac: costOf(conversions, cost),
  };
}

function returnOf(value: Spread, cost: number, problem: ProblemData | null): Spread {
  if (problem) return missing(problem);
  if (value.estimate === null) return value;
  if (!(cost > 0)) return missing({ code: 'no-cost', args: {} });
  const per = (number: number | null): number | null => (number === null ? null : number / cost);
  return {
    ...value,
    estimate: value.estimate / cost,
    low: per(value.low),
    high: per(value.high),
  };
}

/** More conversions are cheaper ones: the ends change places. */
function costOf({ estimate, low, high, problem }: Spread, cost: number): Spread {
  if (estimate === null) return missing(problem!);
  if (!(estimate > 0)) return missing({ code: 'no-conversions-credited', args: {} });
  const per = (number: number | null): number | null =>
    number === null || !(number > 0) ? null : cost / number;
  const isUnbounded = low !== null && !(low > 0);
  return {
    estimate: cost / estimate,
    low: per(high),
    high: per(low),
    ...(isUnbounded ? { problem: { code: 'no-upper-end', args: {} } } : problem && { problem }),
  };
}

function missing(problem: ProblemData): Spread {
  return { estimate: null, low: null, high: null, problem };
}
