import type { campaignFindings as english } from '../en/campaign-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const campaignFindings: typeof english = {
  'campaign.reach': ({ contacts, users }, n) =>
    `触达 ${n.int(Number(users))} 名用户，共 ${n.int(Number(contacts))} 次`,
  'campaign.open': ({ open }, n) => `${n.int(Number(open))} 次触达仍在窗口期内，不计入`,
  'campaign.mixed': ({ users }, n) => `${n.int(Number(users))} 名用户被分到多个分组，不计入`,
  'campaign.not-parallel': ({ p }, n) =>
    `触达者与其他人此前已经走势不同（${n.pIs(Number(p))}）：这一比较不可信`,
  'campaign.uplift': (args, n) => {
    const { arm, control, users, controlUsers, rate, controlRate, estimate, low, high, p } = args;
    const clear = Number(low) > 0 || Number(high) < 0;
    return `${clear ? '活动改变了用户行为' : '没有明显效果'}（随机分组）：“${String(arm)}”的 ${n.int(Number(users))} 名用户中 ${n.pct(Number(rate), 1)} 行动，“${String(control)}”的 ${n.int(Number(controlUsers))} 名中 ${n.pct(Number(controlRate), 1)}，相差 ${n.pp(Number(estimate))}（${n.pp(Number(low))} 至 ${n.pp(Number(high))}），${n.pIs(Number(p))}。`;
  },
  'campaign.cannot-tell': ({ arm, control, users, controlUsers }, n) =>
    `“${String(arm)}”（${n.int(Number(users))} 人）与“${String(control)}”（${n.int(Number(controlUsers))} 人）中发生的太少，无法比较。`,
  'campaign.changed': (args, n) => {
    const { before, after, otherBefore, otherAfter, users, otherUsers, p } = args;
    const value = (each: FindingArgs[string] | undefined) => amount(each, args, n);
    const clear = Number(args.low) > 0 || Number(args.high) < 0;
    return `${clear ? '触达者的变化与其他人不同' : '没有明显效果'}（双重差分，并非实验）：每人每周从 ${value(before)} 到 ${value(after)}，其他人从 ${value(otherBefore)} 到 ${value(otherAfter)}（分别为 ${n.int(Number(users))} 和 ${n.int(Number(otherUsers))} 人）：${signed(args.estimate, args, n)}（${signed(args.low, args, n)} 至 ${signed(args.high, args, n)}），${n.pIs(Number(p))}。`;
  },
  'campaign.cannot-compare': ({ users, otherUsers }, n) =>
    `可比较的用户太少：触达 ${n.int(Number(users))} 人，其他 ${n.int(Number(otherUsers))} 人。`,
  'campaign.acted': (args, n) => {
    const { contacts, acted, rate, low, high, knowsOpens, openRate } = args;
    const opened = knowsOpens && openRate !== null ? `打开 ${n.pct(Number(openRate), 1)}，` : '';
    return `${n.int(Number(contacts))} 次触达中，${opened}之后行动的占 ${n.pct(Number(rate), 1)}（${n.pct(Number(low), 1)} 至 ${n.pct(Number(high), 1)}，共 ${n.int(Number(acted))} 次）。没有保留组，就无从知道有多少人本来也会行动。`;
  },
  'campaign.frequency': ({ few, many, knowsOpens, isClear, fewRate, manyRate, fewOf, manyOf }, n) =>
    `${knowsOpens ? '打开率' : '行动率'}：触达 ${String(few)} 次的用户为 ${n.pct(Number(fewRate), 1)}（${n.int(Number(fewOf))} 次触达），触达 ${String(many)} 次的用户为 ${n.pct(Number(manyRate), 1)}（${n.int(Number(manyOf))} 次触达）${isClear ? '' : '；没有明显差异'}。`,
};

function amount(value: FindingArgs[string] | undefined, { unit }: FindingArgs, n: Numbers): string {
  return unit === null ? n.num(Number(value)) : n.money(Number(value), String(unit));
}

function signed(value: FindingArgs[string] | undefined, { unit }: FindingArgs, n: Numbers): string {
  return unit === null ? n.signed(Number(value)) : n.moneyChange(Number(value), String(unit));
}
