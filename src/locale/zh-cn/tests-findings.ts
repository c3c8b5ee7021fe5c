import type { testsFindings as english } from '../en/tests-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** 已结束实验列表的说法。 */
export const testsFindings: typeof english = {
  'tests.all-split': () => '所有分流都与计划相符',
  'tests.some-split-off': ({ tests, of }, n) =>
    `${n.int(Number(of))} 个分流中有 ${n.int(Number(tests))} 个与计划不符`,
  'tests.some-too-few': ({ tests, of }, n) =>
    `${n.int(Number(of))} 个实验中有 ${n.int(Number(tests))} 个数据不足`,
  'tests.some-unreadable': ({ tests, of }, n) =>
    `${n.int(Number(of))} 个实验中有 ${n.int(Number(tests))} 个无法读取`,
  'tests.found': ({ tests, winners, losers }, n) =>
    `${n.int(Number(tests))} 个实验中，${n.int(Number(winners))} 个有优于对照组的分组，${n.int(Number(losers))} 个有更差的分组而没有更优的分组。`,
  'tests.corrected': ({ comparisons, alpha, correction, plain, corrected }, n) =>
    `共 ${n.int(Number(comparisons))} 次比较：${n.int(Number(plain))} 次的 p 低于 ${n.p(Number(alpha))}，仅凭偶然约有 ${n.int(Math.round(Number(comparisons) * Number(alpha)))} 次。${kept(correction, Number(alpha), n)}有 ${n.int(Number(corrected))} 次成立。`,
  'tests.split-explained': ({ tests, isAssumed }, n) =>
    `${n.int(Number(tests))} 个实验不可信：用户没有按计划分流（p < 0.001）${isAssumed === true ? '，或者本来就不打算平均分流' : ''}。它们不计入任何胜出数。`,
  'tests.omitted': ({ tests, of }, n) =>
    `页面只保留最明确的比较所属的实验；${n.int(Number(of))} 个实验中有 ${n.int(Number(tests))} 个未列出，但已计入上面的数字。命令行（run --json）给出全部。`,
};

function kept(correction: FindingArgs[string] | undefined, alpha: number, n: Numbers): string {
  switch (correction) {
    case 'bh':
      return `经校正，使结论中错误的比例不超过 ${n.pct(alpha, 0)}（Benjamini–Hochberg），`;
    case 'none':
      return '未做校正，';
    default:
      return `经校正，使出现任何错误结论的概率不超过 ${n.pct(alpha, 0)}，`;
  }
}
