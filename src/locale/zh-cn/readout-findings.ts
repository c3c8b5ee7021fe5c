import type { readoutFindings as english } from '../en/readout-findings';
import type { ProblemCode } from '../../base/problem';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { problems } from './problems';

/** 实验结果各面板的句子。 */
export const readoutFindings: Record<
  keyof typeof english,
  (args: FindingArgs, n: Numbers) => string
> = {
  'experiment.mark-not-measured': ({ names }, n) => `无法测量：${n.list(texts(names))}`,
  'experiment.mark-missing': ({ names }, n) => `有缺失值：${n.list(texts(names))}`,
  'experiment.mark-silent': ({ names }, n) => `有分组毫无记录：${n.list(texts(names))}`,
  'experiment.mark-heavy': ({ names }, n) => `个别用户占比过大：${n.list(texts(names))}`,
  'experiment.mark-few': ({ names }, n) => `有数值的用户太少：${n.list(texts(names))}`,
  'experiment.mark-uncapped': ({ names }, n) => `未截断：${n.list(texts(names))}`,
  'experiment.mark-turned': ({ names }, n) => `校正后方向相反：${n.list(texts(names))}`,
  'experiment.mark-changing': ({ names }, n) => `效果随时间变化：${n.list(texts(names))}`,
  'experiment.novelty-fades': ({ name, arm, split, early, late, days, p }, n) =>
    `${name}：${arm} 的效果随曝光后的天数减弱：第 2 天到第 ${n.int(Number(split))} 天为 ${n.lift(Number(early))}，此后到第 ${n.int(Number(days))} 天为 ${n.lift(Number(late))}（${n.pIs(Number(p))}）。这可能是新鲜感：请以较后的日子为准。`,
  'experiment.novelty-grows': ({ name, arm, split, early, late, days, p }, n) =>
    `${name}：${arm} 的效果随曝光后的天数变化：第 2 天到第 ${n.int(Number(split))} 天为 ${n.lift(Number(early))}，此后到第 ${n.int(Number(days))} 天为 ${n.lift(Number(late))}（${n.pIs(Number(p))}）。更长的实验可能显示不同的效果。`,
  'experiment.few-days': ({ names, days }, n) =>
    `${n.list(texts(names))} 随时间最多只取 ${n.int(Number(days))} 天（从最后一天往回均匀选取）：比率、分位数、截断和校正后的值，每一天都要从全部用户重新计算。`,
  'experiment.worth': (args, n) =>
    `${args.name}：${n.int(Number(args.days))} 天内有 ${n.int(Number(args.users))} 名${args.isGiven === true ? '' : '新'}用户，对所有人采用 ${args.arm} 价值 ${total(args.estimate, args, n)}（${total(args.low, args, n)} 至 ${total(args.high, args, n)}）${args.isGiven === true ? '' : '，前提是来的用户与实验期间一样多'}。`,
  'experiment.target-days': (args, n) =>
    `${args.name}：要看到 ±${n.pct(Number(args.target), 1)} 的变化，大约需要 ${n.int(Number(args.users))} 名用户${args.left === null ? '' : `，按目前的速度大约还要 ${n.int(Number(args.left))} 天（${n.int(Number(args.low))} 至 ${n.int(Number(args.high))} 天）`}。${args.why === null ? '' : problems[String(args.why) as ProblemCode](args, n).message}`,
  'experiment.segment-comparisons': ({ comparisons }, n) =>
    `您正在查看 ${n.int(Number(comparisons))} 个分群比较；仅凭偶然，大约每 20 个就有 1 个看起来显著。它们的 p 值已一并校正（Benjamini–Hochberg）。`,
  'experiment.few-expected': ({ name, arm, p, method }, n) =>
    `${name}，${arm}：人数太少，不适用得分检验；${method === 'barnard' ? 'Barnard' : 'Fisher'} 精确检验得到 ${n.pIs(Number(p))}，仅供参考。`,
};

function total(value: FindingArgs[string] | undefined, { unit }: FindingArgs, n: Numbers): string {
  return typeof unit === 'string' ? n.moneyChange(Number(value), unit) : n.signed(Number(value));
}

function texts(list: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly string[]) : [];
}
