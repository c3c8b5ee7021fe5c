import type { scorecardFindings as english } from '../en/scorecard-findings';
import type { FindingArgs } from '../sentence';
import { scorecardWords } from './scorecard-words';

type Arg = FindingArgs[string] | undefined;

export const scorecardFindings: typeof english = {
  'scorecard.unknown': ({ links }) => `没有得分：${namesOf(links)}`,
  'scorecard.all': ({ line, scored, weakest, score }, n) =>
    `有得分的 ${n.int(Number(scored))} 个环节全部达到 ${n.num(Number(line), 0)} 分；最低的是${nameOf(weakest)}，${n.num(Number(score), 0)} 分。`,
  'scorecard.some': ({ line, scored, reached, weakest, score }, n) =>
    `${n.int(Number(scored))} 个环节中有 ${n.int(Number(reached))} 个达到 ${n.num(Number(line), 0)} 分；最弱的是${nameOf(weakest)}，${n.num(Number(score), 0)} 分。`,
  'scorecard.nothing': () => '没有任何环节有得分：所引用的单元格都没有数值。',
  'scorecard.unclear': ({ links, line }, n) =>
    `尚不能确定在 ${n.num(Number(line), 0)} 分的哪一侧：${namesOf(links)}。`,
  'scorecard.no-move': ({ links }, n) =>
    `与上期相比的 ${n.int(Number(links))} 个环节都没有明显变化。`,
  'scorecard.moved': ({ link, before, score, isBetter }, n) =>
    `${nameOf(link)}${isBetter ? '变好了' : '变差了'}：从 ${n.num(Number(before), 0)} 分到 ${n.num(Number(score), 0)} 分。`,
};

function namesOf(links: Arg): string {
  return (links as readonly string[]).map(nameOf).join('、');
}

function nameOf(link: Arg): string {
  const known: Readonly<Record<string, string>> = scorecardWords.chain;
  return `“${known[String(link)] ?? String(link)}”`;
}
