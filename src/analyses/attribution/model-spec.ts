import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { AttributionParams, ModelParam } from './params';

/** Shares of the first touch, of all in between together, and of the last; they add up to 1. */
export type PositionWeights = readonly [first: number, middle: number, last: number];

/** How one model divides credit. */
export type Rule =
  | { readonly kind: 'first' | 'last' | 'last-non-direct' | 'linear' | 'participation' }
  | {
      readonly kind: 'position';
      readonly weights: PositionWeights;
      /** Of the first and the last touch where there are two. */
      readonly twoTouch: readonly [number, number];
    }
  | { readonly kind: 'time-decay'; readonly halfLifeMs: number }
  | { readonly kind: 'markov'; readonly order: number }
  | { readonly kind: 'shapley' }
  | { readonly kind: 'shapley-rate' };

/** A model under the name that the result gives it. */
export type ModelSpec = Rule & { readonly name: string };

const DEFAULTS: readonly ModelParam[] = [
  'last-non-direct',
  'linear',
  'u',
  'time-decay',
  'markov',
  'shapley',
];

const PRESETS: Readonly<Record<string, PositionWeights>> = {
  u: [0.4, 0.2, 0.4],
  j: [0.2, 0.2, 0.6],
  'inverse-j': [0.6, 0.2, 0.2],
};

const HALF_LIFE = '7d';

/**
 * The models to compute, each under a name of its own: where several are of one kind, their names
 * end in what tells them apart (`markov-2`, `time-decay-1d`).
 *
 * @param hasTimes  false for counted paths, which know no ages: time decay is then no default
 * @throws {Problem} `window-is-zero` for a half-life of nothing, `weights-are-zero`, `needs-ages`,
 *   `same-model`
 */
export function modelSpecs(
  models: AttributionParams['models'],
  hasTimes: boolean,
): readonly ModelSpec[] {
  const asked = models ?? DEFAULTS.filter((each) => hasTimes || each !== 'time-decay');
  const read = asked.map((each, i) => readModel(each, `models[${i}]`));
  return read.map(({ rule, base, suffix }, i) => {
    if (rule.kind === 'time-decay' && !hasTimes) {
      throw new Problem('needs-ages', {}, { path: `models[${i}]` });
    }
    const isOneOfSeveral = read.some((other, j) => j !== i && other.base === base);
    const name = isOneOfSeveral && suffix !== '' ? `${base}-${suffix}` : base;
    if (read.some((other, j) => j < i && other.base === base && other.suffix === suffix)) {
      throw new Problem('same-model', { name }, { path: `models[${i}]` });
    }
    return { ...rule, name };
  });
}

interface ReadModel {
  readonly rule: Rule;
  /** Name of the kind, and what tells this one from others of it. */
  readonly base: string;
  readonly suffix: string;
}

function readModel(model: ModelParam, path: string): ReadModel {
  if (typeof model === 'string') return namedModel(model, path);
  if ('markov' in model) return markov(model.markov);
  if ('time-decay' in model) return timeDecay(model['time-decay'], path);
  if ('shapley' in model) return model.shapley === 'rate' ? SHAPLEY_RATE : SHAPLEY;
  const { twoTouch } = model;
  const position = model.position as readonly number[] as PositionWeights;
  const suffix = position.map(String).join('-') + (twoTouch === 'half-middle' ? '-half' : '');
  return { rule: positionRule(position, twoTouch, path), base: 'position', suffix };
}

const SHAPLEY: ReadModel = { rule: { kind: 'shapley' }, base: 'shapley', suffix: '' };
const SHAPLEY_RATE: ReadModel = {
  rule: { kind: 'shapley-rate' },
  base: 'shapley-rate',
  suffix: '',
};

function namedModel(name: Extract<ModelParam, string>, path: string): ReadModel {
  switch (name) {
    case 'u':
    case 'j':
    case 'inverse-j':
      return { rule: positionRule(PRESETS[name]!, 'renormalise', path), base: name, suffix: '' };
    case 'time-decay':
      return timeDecay(HALF_LIFE, path);
    case 'markov':
      return markov(1);
    case 'shapley':
      return SHAPLEY;
    default:
      return { rule: { kind: name }, base: name, suffix: '' };
  }
}

function markov(order: number): ReadModel {
  return { rule: { kind: 'markov', order }, base: 'markov', suffix: String(order) };
}

function timeDecay(halfLife: string, path: string): ReadModel {
  const halfLifeMs = durationMs(halfLife);
  if (halfLifeMs === 0) throw new Problem('window-is-zero', { found: halfLife }, { path });
  return { rule: { kind: 'time-decay', halfLifeMs }, base: 'time-decay', suffix: halfLife };
}

function positionRule(
  [first, middle, last]: PositionWeights,
  twoTouch: 'renormalise' | 'half-middle',
  path: string,
): Rule {
  const sum = first + middle + last;
  if (sum === 0) throw new Problem('weights-are-zero', {}, { path });
  const weights = [first / sum, middle / sum, last / sum] as const;
  return { kind: 'position', weights, twoTouch: twoTouchWeights(weights, twoTouch) };
}

function twoTouchWeights(
  [first, middle, last]: PositionWeights,
  twoTouch: 'renormalise' | 'half-middle',
): readonly [number, number] {
  if (twoTouch === 'half-middle') return [first + middle / 2, last + middle / 2];
  const ends = first + last;
  return ends === 0 ? [0.5, 0.5] : [first / ends, last / ends];
}
