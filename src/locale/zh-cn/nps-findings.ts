import type { npsFindings as english } from '../en/nps-findings';
import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

export const npsFindings: typeof english = {
  'nps.answers': ({ answers }, n) => `${n.int(Number(answers))} 人作答`,
  'nps.response': ({ answered, of, rate }, n) =>
    `被询问者中 ${n.pct(Number(rate), 1)} 作答（${n.int(Number(of))} 人中的 ${n.int(Number(answered))} 人）`,
  'nps.invalid': ({ rows }, n) => `${n.int(Number(rows))} 个回答不是 0 到 10 的数字`,
  'nps.repeated': ({ rows }, n) => `同一人的另外 ${n.int(Number(rows))} 个回答不计入`,
  'nps.few': ({ answers, promoters, detractors }, n) =>
    `只有 ${n.int(Number(answers))} 个回答（推荐者 ${n.int(Number(promoters))}，贬损者 ${n.int(Number(detractors))}），不足以计算得分；至少需要 30 个。`,
  'nps.score': ({ answers, promoters, detractors, estimate, low, high }, n) =>
    `NPS ${points(estimate, n)}（${points(low, n)} 至 ${points(high, n)}）：${n.int(Number(answers))} 人中推荐者 ${n.int(Number(promoters))}，贬损者 ${n.int(Number(detractors))}。`,
  'nps.group': (args, n) =>
    `${String(args.breakdown)}“${String(args.group)}”：NPS ${points(args.score, n)}，与其余所有人相差 ${difference(args, n)}。`,
  'nps.no-group': ({ breakdown }) => `各 ${String(breakdown)} 之间没有明显差异。`,
  'nps.contacts': (args, n) =>
    `此前触达 ${String(args.group)} 次：NPS ${points(args.score, n)}，触达最少者为 ${points(args.first, n)}${args.isClear ? '' : '；没有明显差异'}（${difference(args, n)}）。触达频繁的人并非随机样本。`,
};

function points(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.signed(Number(value), 1);
}

function difference({ estimate, low, high }: FindingArgs, n: Numbers): string {
  return `${points(estimate, n)} 分（${points(low, n)} 至 ${points(high, n)}）`;
}
