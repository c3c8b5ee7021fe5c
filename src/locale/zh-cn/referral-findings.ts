import type { referralFindings as english } from '../en/referral-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const referralFindings: typeof english = {
  'referral.users': ({ users }, n) => `${n.int(Number(users))} 名活跃用户`,
  'referral.unlinked': ({ users, of }, n) =>
    `${n.int(Number(of))} 名受邀用户中，${n.int(Number(users))} 名的邀请人在数据中`,
  'referral.open': ({ users }, n) => `${n.int(Number(users))} 名注册用户的观察期未满，不参与比较`,
  'referral.none': (args, n) => `${invited(args, n)}：没有人经邀请注册。`,
  'referral.k': (args, n) =>
    `K = ${n.num(Number(args.k))}（${n.num(Number(args.low))} 至 ${n.num(Number(args.high))}）：每一百名活跃用户带来 ${n.num(100 * Number(args.k), 1)} 名新用户。${invited(args, n)}，${n.int(Number(args.accepted))} 人经邀请注册${args.rate === null ? '' : `（${n.pct(Number(args.rate), 1)}）`}。`,
  'referral.cycle': ({ count, median }, n) =>
    `从邀请人注册到好友注册，中位数为 ${n.duration(Number(median))}（${n.int(Number(count))} 对）。`,
  'referral.compared': (args, n) => {
    const { isShare, referred, others, users, otherUsers, p, from, to, isClear } = args;
    const value = (each: FindingArgs[string] | undefined) =>
      isShare ? n.pct(Number(each), 1) : n.num(Number(each));
    const what = isShare ? '再次来访' : '人均活动';
    return `注册后 ${n.duration(Number(from))} 至 ${n.duration(Number(to))}，${what}：受邀用户 ${value(referred)}，其他用户 ${value(others)}（分别为 ${n.int(Number(users))} 和 ${n.int(Number(otherUsers))} 人，${n.pIs(Number(p))}）${isClear ? '' : '，没有明显差异'}。`;
  },
};

function invited({ sent, inviters }: FindingArgs, n: Numbers): string {
  return `${n.int(Number(inviters))} 名用户发出 ${n.int(Number(sent))} 个邀请`;
}
