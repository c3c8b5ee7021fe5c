import type { concentrationFindings as english } from '../en/concentration-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const concentrationFindings: typeof english = {
  'concentration.users': ({ users, total, unit, isCount, measured }, n) =>
    `${n.int(Number(users))} 名用户有“${measured}”，合计 ${amount(total, unit, isCount, n)}`,
  'concentration.few': ({ users, needed }, n) =>
    `只有 ${n.int(Number(users))} 名用户：不足 ${n.int(Number(needed))} 名时，头部用户的贡献多半出于偶然。`,
  'concentration.negative': ({ users, total, unit }, n) =>
    `有 ${n.int(Number(users))} 名用户的合计低于 0（共 ${n.money(Number(total), text(unit))}），按 0 计入`,
  'concentration.missing': ({ rows }, n) => `有 ${n.int(Number(rows))} 行没有数值，不计入合计`,
  'concentration.all-equal': ({ users, measured, each, unit }, n) =>
    `全部 ${n.int(Number(users))} 名用户的“${measured}”相同（${n.money(Number(each), text(unit))}）：没有突出的用户。`,
  'concentration.top': ({ share, users, measured, part, low, high }, n) =>
    `头部 ${percent(share, n)} 的用户（${n.int(Number(users))} 人）贡献了“${measured}”的 ${n.pct(Number(part), 1)}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}）。`,
  'concentration.gini': ({ gini, low, high }, n) =>
    `基尼系数 ${n.num(Number(gini), 3)}（${n.num(Number(low), 3)} 至 ${n.num(Number(high), 3)}）；0 表示人人相同，1 表示全部集中于一人。`,
  'concentration.reach': ({ part, users, share, measured }, n) =>
    `“${measured}”的 ${percent(part, n)} 来自 ${n.int(Number(users))} 名用户，占用户的 ${n.pct(Number(share), 1)}。`,
  'concentration.times': ({ users, times }, n) =>
    `超级用户（${n.int(Number(users))} 人）人均贡献是中位用户的 ${n.num(Number(times))} 倍。`,
  'concentration.worth': ({ contribution, cost, meanCost, medianCost, unit }, n) =>
    `与中位用户相比，超级用户的贡献为 ${contribution === null ? '–' : n.num(Number(contribution))} 倍，获客成本${cost === null ? costs(meanCost, medianCost, unit, n) : `为 ${n.num(Number(cost))} 倍`}。`,
  'concentration.trait': (
    { kind, column, value, measured, ofSuper, ofOthers, odds, low, high },
    n,
  ) =>
    `${traitName(kind, column, value, measured, n)}：超级用户中占 ${n.pct(Number(ofSuper), 1)}，其他用户中占 ${n.pct(Number(ofOthers), 1)}；优势比 ${n.num(Number(odds), 2)}（${n.num(Number(low), 2)} 至 ${n.num(Number(high), 2)}）。`,
  'concentration.no-traits': ({ compared }, n) =>
    `已知信息中没有能明确区分超级用户与其他用户的特征（比较了 ${n.int(Number(compared))} 项）。`,
};

type Arg = FindingArgs[string] | undefined;

function traitName(kind: Arg, column: Arg, value: Arg, measured: Arg, n: Numbers): string {
  if (kind === 'event') return `做过 ${value}`;
  if (kind === 'value') return `${column} = ${value}`;
  const least = Number.isInteger(value) ? n.int(Number(value)) : n.num(Number(value));
  if (column === '$times') return `“${measured}”超过 ${least} 次`;
  if (column === '$each') return `每次超过 ${least}`;
  if (column === '$days') return `活跃超过 ${least} 天`;
  return `${column} 高于 ${least}`;
}

function costs(mean: Arg, median: Arg, unit: Arg, n: Numbers): string {
  if (mean === null) return '未知';
  return `为 ${n.money(Number(mean), text(unit))}，中位用户为 ${n.money(Number(median), text(unit))}`;
}

function amount(total: Arg, unit: Arg, isCount: Arg, n: Numbers): string {
  return isCount ? n.int(Number(total)) : n.money(Number(total), text(unit));
}

function text(unit: Arg): string | null {
  return typeof unit === 'string' ? unit : null;
}

/** 0.02 → 2 % */
function percent(share: Arg, n: Numbers): string {
  const rounded = Number((100 * Number(share)).toPrecision(3));
  return n.pct(rounded / 100, Number.isInteger(rounded) ? 0 : 1);
}
