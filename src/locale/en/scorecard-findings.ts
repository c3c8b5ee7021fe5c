import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { counted } from './counted';
import { scorecardWords } from './scorecard-words';

type Say = (args: FindingArgs, n: Numbers) => string;
type Arg = FindingArgs[string] | undefined;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a scorecard says, in English. */
export const scorecardFindings = sentences({
  'scorecard.unknown': ({ links }, n) => `No score: ${namesOf(links, n)}`,
  'scorecard.all': ({ line, scored, weakest, score }, n) =>
    `${Number(scored) === 1 ? 'The one link with a score reaches' : `All ${n.int(Number(scored))} links with a score reach`} ${n.num(Number(line), 0)}; the lowest is ${nameOf(weakest)} with ${n.num(Number(score), 0)}.`,
  'scorecard.some': ({ line, scored, reached, weakest, score }, n) =>
    `${n.int(Number(reached))} of ${counted(scored, 'link', n)} ${Number(reached) === 1 ? 'reaches' : 'reach'} ${n.num(Number(line), 0)}; the weakest is ${nameOf(weakest)} with ${n.num(Number(score), 0)}.`,
  'scorecard.nothing': () => 'No link has a score: none of the cells it reads has a number.',
  'scorecard.unclear': ({ links, line }, n) =>
    `Not sure on which side of ${n.num(Number(line), 0)}: ${namesOf(links, n)}.`,
  'scorecard.no-move': ({ links }, n) =>
    `${Number(links) === 1 ? 'The link that is' : `None of the ${n.int(Number(links))} links that are`} compared with before has ${Number(links) === 1 ? 'not ' : ''}clearly moved.`,
  'scorecard.moved': ({ link, before, score, isBetter }, n) =>
    `${nameOf(link)} got ${isBetter ? 'better' : 'worse'}: from ${n.num(Number(before), 0)} to ${n.num(Number(score), 0)}.`,
});

function namesOf(links: Arg, n: Numbers): string {
  return n.list((links as readonly string[]).map(nameOf));
}

/** As it stands in the table: the names of the chain, any other as it is. */
function nameOf(link: Arg): string {
  const known: Readonly<Record<string, string>> = scorecardWords.chain;
  return `“${known[String(link)] ?? String(link)}”`;
}
