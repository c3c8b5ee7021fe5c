import type { attributionFindings as english } from '../en/attribution-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { someOf } from '../some-of';
import { attributionWords } from './attribution-words';

export const attributionFindings: typeof english = {
  'attribution.journeys': ({ converted, lost }, n) =>
    `${amount(converted, n)} 次转化，${amount(lost, n)} 条路径未转化`,
  'attribution.touched': ({ share }, n) =>
    Number(share) === 0 ? '每次转化都有触点' : `${n.pct(Number(share), 1)} 的转化没有触点`,
  'attribution.lookback-complete': ({ lookbackMs }, n) =>
    `每次转化都有完整的 ${n.duration(Number(lookbackMs))} 回溯期`,
  'attribution.lookback-cut': ({ share }, n) =>
    `数据开始得太晚，${n.pct(Number(share), 0)} 的转化回溯期不完整`,
  'attribution.no-lost': () => '没有未转化的路径',

  'attribution.agreed': ({ channel, models, low, high, converted }, n) =>
    `${models === 1 ? '' : `全部 ${n.int(Number(models))} 个模型都认为 `}${channel} 功劳最大：${amount(converted, n)} 次转化中的 ${between(low, high, n)} 次。`,
  'attribution.mostly': ({ channel, models, of, open }, n) =>
    `${n.int(Number(of))} 个模型中有 ${n.int(Number(models))} 个认为 ${channel} 功劳最大；按${n.list(texts(open).map(name))}则难分高下。`,
  'attribution.depends': ({ channels, models }, n) =>
    `哪个渠道第一取决于模型：${leaders(channels, models, n).join('；')}。`,
  'attribution.unclear': ({ channels, converted }, n) =>
    `没有明显第一的渠道：在 ${amount(converted, n)} 次转化下，${n.list(texts(channels))}的差别不超出偶然。`,
  'attribution.untested': ({ channels, models }, n) =>
    `功劳最大：${leaders(channels, models, n).join('；')}。没有计算把握有多大。`,
  'attribution.untouched': ({ converted }, n) =>
    `${amount(converted, n)} 次转化之前都没有触点：没有功劳可分。`,

  'attribution.not-lift': () =>
    '功劳是记账，不是增量：它把已有的转化分给各渠道，并不说明哪些转化是渠道带来的。实验才能回答。',
  'attribution.range': ({ channel, low, lowModel, high, highModel }, n) =>
    `模型对 ${channel} 分歧最大：${name(lowModel)}给 ${amount(low, n)} 次转化，${name(highModel)}给 ${amount(high, n)} 次。`,
  'attribution.costs': ({ model, cheap, least, dear, most, unit }, n) =>
    `按${name(model)}，每次转化在 ${cheap} 最便宜（${money(least, unit, n)}），在 ${dear} 最贵（${money(most, unit, n)}）。`,
  'attribution.rule': ({ lookbackMs, reset, path, conversions: counted }, n) =>
    `计入${COUNTED[String(counted)]}之前 ${n.duration(Number(lookbackMs))}内${reset === true ? '、上一次转化之后' : ''}的触点；${PATHS[String(path)]}。`,
  'attribution.rule-paths': ({ path }) => `路径是事先汇总的；${PATHS[String(path)]}。`,
  'attribution.weights': ({ model, first, middle, last, one, two }, n) =>
    `${name(model)}：首次触点 ${n.pct(Number(first), 0)}，中间合计 ${n.pct(Number(middle), 0)}，末次 ${n.pct(Number(last), 0)}；只有两个触点时 ${n.pct(Number(one), 0)} 和 ${n.pct(Number(two), 0)}。`,
  'attribution.half-life': ({ model, halfLifeMs }, n) =>
    `${name(model)}：每早 ${n.duration(Number(halfLifeMs))}，触点的分量减半。`,
  'attribution.shapley-even': () => '转化数的 Shapley 就是把每次转化平均分给路径上的不同渠道。',
  'attribution.sampled': ({ model }) =>
    `${name(model)}：渠道超过十二个时随机抽取次序；表中给出可能的误差。`,
  'attribution.own-users': () => '区间把每条汇总路径当作不同用户的；如果有人多次回来，区间会偏窄。',
  'attribution.open': ({ open }, n) => `${amount(open, n)} 条路径仍可能带来转化，未计入。`,
  'attribution.without-cost': ({ channels }, n) => `没有给出${some(channels, n)}的花费。`,
  'attribution.no-direct': ({ direct }) =>
    `没有触点属于渠道“${direct}”，因此末次非直接与末次触点相同。`,

  'attribution.no-nulls': () =>
    '没有未转化的路径。缺了它们，马尔可夫链和转化率只反映哪些渠道在路径上；请把没有转化的人也算进来。',
  'attribution.many-untouched': ({ share }, n) =>
    `${n.pct(Number(share), 0)} 的转化在回溯期内没有触点。比较渠道之前，请先检查是否所有渠道都有记录。`,
  'attribution.sparse': ({ model, sparse, states }, n) =>
    `${name(model)}：${n.pct(Number(sparse), 0)} 的访问落在出现不到五次的状态上（共 ${n.int(Number(states))} 个状态）。降低阶数更可靠。`,
  'attribution.inflates': ({ model }) =>
    `${name(model)}把整个转化给每个渠道，功劳合计会超过实际转化数。`,
  'attribution.truncated': ({ truncated, converted, lookbackMs }, n) =>
    `${amount(converted, n)} 次转化中有 ${n.int(Number(truncated))} 次发生在数据开始后不到 ${n.duration(Number(lookbackMs))}：更早的触点未知。请把日期范围的开始推后。`,
  'attribution.without-channel': ({ rows }, n) => `${n.int(Number(rows))} 个触点没有渠道，未计入。`,
  'attribution.missing-value': ({ missing }, n) =>
    `${n.int(Number(missing))} 次转化没有价值，按 0 计。`,
  'attribution.cost-without-touch': ({ channels, cost, unit }, n) =>
    `有 ${money(cost, unit, n)} 花在${some(channels, n)}上，却没有路径经过。请检查渠道名称。`,
  'attribution.cost-outside': ({ cost, unit }, n) =>
    `有 ${money(cost, unit, n)} 的花费日期在数据之外，未计入。`,
  'attribution.units-differ': ({ value, cost }) =>
    `价值的单位是 ${value}，花费的单位是 ${cost}：没有花费回报。`,
  'attribution.no-intervals': ({ model }) =>
    `${name(model)}没有区间：它的链太大，无法为每次重抽样求解。`,
};

const COUNTED: Readonly<Record<string, string>> = {
  all: '每次转化',
  first: '用户第一次转化',
  last: '用户最后一次转化',
};

const PATHS: Readonly<Record<string, string>> = {
  'as-is': '每个触点都算',
  collapsed: '连续重复只算一次',
  unique: '每个渠道只算一次',
  frequency: '每个渠道只算一次，附触点次数',
};

function name(model: FindingArgs[string] | undefined): string {
  return attributionWords.model(String(model));
}

/** Credit is seldom whole; a tenth is enough. */
function amount(value: FindingArgs[string] | undefined, n: Numbers): string {
  const number = Number(value);
  return Number.isInteger(number) || number >= 100 ? n.int(number) : n.num(number, 1);
}

function between(
  low: FindingArgs[string] | undefined,
  high: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const [least, most] = [amount(low, n), amount(high, n)];
  return least === most ? least : `${least} 到 ${most}`;
}

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}

function texts(list: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly string[]) : [];
}

function some(list: FindingArgs[string] | undefined, n: Numbers): string {
  const { shown, more } = someOf(texts(list));
  return more > 0 ? `${shown.join('、')}等 ${n.int(shown.length + more)} 个渠道` : n.list(shown);
}

function leaders(
  channels: FindingArgs[string] | undefined,
  models: FindingArgs[string] | undefined,
  n: Numbers,
): string[] {
  return texts(channels).map((channel, i) => {
    const names = (texts(models)[i] ?? '').split(',').map(name);
    return `${n.list(names)}认为是 ${channel}`;
  });
}
