import { type JsonObject, isObject } from '../../base/json';
import type { SourceOutput } from '../../engine/engine';
import { startValue } from '../forms/control';
import type { Schema } from '../forms/schema';
import { experimentProposal } from './experiment-proposal';
import { withNames } from './names-guess';

/** Two arms to be typed over. */
const ARMS = 'control\t1000\t100\ntreatment\t1000\t120';

/** A ladder to be typed over. */
const TIERS = [
  { name: 'bronze', from: 0 },
  { name: 'silver', from: 100 },
  { name: 'gold', from: 500 },
];

/** Three steps whose events are to be chosen. */
const STEPS = [{ event: '' }, { event: '' }, { event: '' }];

/** What a kind begins with besides what its schema requires. */
const BEGINNINGS: Readonly<Record<string, JsonObject>> = {
  funnel: { steps: STEPS },
  friction: { steps: STEPS },
  tiers: { tiers: TIERS },
  attribution: { touch: { event: '', channel: '' }, conversion: { event: '' } },
};

/** Links of a scorecard, whose figures are to be named. */
const LINKS = ['acquire', 'activate', 'convert', 'keep', 'buy again', 'refer'].map((name) => ({
  name,
  value: null,
  full: 1,
}));

/**
 * Parameters of that kind on the source `id` as a reader would probably begin; what cannot be told is
 * left empty for the form.
 */
export function kindProposal(
  kind: string,
  id: string,
  output: SourceOutput | null,
  schema: Schema,
): JsonObject {
  switch (kind) {
    case 'experiment':
      return experimentProposal(id, output);
    case 'calculator':
      return { kind, arms: ARMS };
    case 'scorecard':
      return { kind, links: LINKS };
    case 'power': {
      const { metrics } = experimentProposal(id, output);
      const [metric] = Array.isArray(metrics) ? metrics : [];
      return metric ? { kind, source: id, metric, mde: 0.05 } : { kind, baseline: 0.1, mde: 0.05 };
    }
    default: {
      const start = { kind, ...started(schema), source: id, ...BEGINNINGS[kind] };
      return output ? withNames(kind, start, schema, output) : start;
    }
  }
}

/** What the schema of the kind begins with. */
function started(schema: Schema): JsonObject {
  const start = startValue(schema);
  return isObject(start) ? start : {};
}
