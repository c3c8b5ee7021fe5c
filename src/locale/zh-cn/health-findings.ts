import type { healthFindings as english } from '../en/health-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const healthFindings: typeof english = {
  'health.tested': (args, n) => `历史检验：${history(args, n)}；AUC ${area(args, n)}`,
  'health.worse': (args, n) =>
    `历史检验：${history(args, n)}；AUC ${area(args, n)}，不如只看沉默天数`,
  'health.useless': (args, n) =>
    `历史检验：${history(args, n)}；AUC ${area(args, n)}，指数分不出谁会流失`,
  'health.not-tested': ({ of, left, days }, n) =>
    `未能检验：${int(of, n)} 名用户中，最近 ${int(days, n)} 天流失 ${int(left, n)} 人`,
  'health.scale': ({ through, users }, n) =>
    `得分为在 ${dateText(through, n)} 的 ${int(users, n)} 名用户中的排名`,
  'health.frozen': ({ through, users }, n) =>
    `得分为在 ${dateText(through, n)} 的 ${int(users, n)} 名用户中的排名（已固定）`,
  'health.equal-weights': ({ dimensions }, n) =>
    `没有给出权重：${int(dimensions, n)} 个维度权重相同`,
  'health.few': ({ users }, n) => `只有 ${int(users, n)} 名用户有指数：人数太少，排名意义不大`,
  'health.unknown': ({ users, of }, n) =>
    `${int(of, n)} 名用户中有 ${int(users, n)} 人没有指数：已知的权重不足 60 %`,
  'health.recency-does': ({ auc, recency, low, high }, n) =>
    `指数（AUC ${n.num(Number(auc), 3)}）并不比只看沉默天数（${n.num(Number(recency), 3)}；差 ${n.signed(Number(low), 3)} 至 ${n.signed(Number(high), 3)}）预测得更好：用更简单的规则即可。`,
  'health.gain': ({ auc, recency, low, high, p }, n) =>
    `只看沉默天数的 AUC 为 ${n.num(Number(recency), 3)}，指数为 ${n.num(Number(auc), 3)}（差 ${n.signed(Number(low), 3)} 至 ${n.signed(Number(high), 3)}，${n.pIs(Number(p))}）。`,
  'health.withheld': ({ users }, n) =>
    `${int(users, n)} 名用户有指数，但不给出名单：尚未证明指数能预测谁会流失。`,
  'health.nobody': ({ users }, n) =>
    `${int(users, n)} 名用户中没有人低于阈值或明显下跌：没有需要召回的人。`,
  'health.everybody': (args, n) =>
    `${int(args.users, n)} 名用户全部上榜：选中所有人的阈值等于没有选。`,
  'health.list': (args, n) =>
    `${int(args.of, n)} 名用户中有 ${int(args.users, n)} 人需要召回${stake(args, n)}。`,
  'health.lowest': ({ rate, left, of, lift, all }, n) =>
    `指数最低的十分之一中有 ${n.pct(Number(rate), 0)} 流失（${int(of, n)} 人中 ${int(left, n)} 人），是整体（${n.pct(Number(all), 0)}）的 ${n.num(Number(lift), 1)} 倍。`,
  'health.triggers': ({ low, fallen, drop }, n) =>
    drop === null
      ? `${int(low, n)} 人低于阈值。`
      : `${int(low, n)} 人低于阈值，${int(fallen, n)} 人下跌 ${n.num(Number(drop), 0)} 分及以上；部分人两者兼有。`,
  'health.reasons': ({ names, users, of, isShared }, n) =>
    `最常见的原因：${n.list(names as readonly string[])}；第一个原因适用于 ${int(of, n)} 人中的 ${int(users, n)} 人${isShared ? '，因此无法区分任何人' : ''}。`,
  'health.split': ({ contact, holdout, seed }, n) =>
    `随机划分（种子 ${String(seed)}）：联系 ${int(contact, n)} 人，保留 ${int(holdout, n)} 人不联系，以便用 A/B 实验衡量联系的效果。`,
};

function history({ of, left, before, days }: FindingArgs, n: Numbers): string {
  return `截至 ${dateText(before, n)} 的 ${int(of, n)} 名用户，此后 ${int(days, n)} 天内流失 ${int(left, n)} 人`;
}

function area({ auc, low, high }: FindingArgs, n: Numbers): string {
  return `${n.num(Number(auc), 3)}（${n.num(Number(low), 3)} 至 ${n.num(Number(high), 3)}）`;
}

function stake({ atStake, unit }: FindingArgs, n: Numbers): string {
  return atStake === null
    ? ''
    : `，可能损失 ${n.money(Number(atStake), unit === null ? null : String(unit))}`;
}

function int(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}

function dateText(date: FindingArgs[string] | undefined, n: Numbers): string {
  return n.date(Date.parse(String(date)), 'UTC');
}
