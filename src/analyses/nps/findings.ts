import { type Finding, type Tone, finding } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { doubtfulRows } from '../doubtful-rows';
import type { NpsParams } from './params';
import type { NpsGroup, NpsResult } from './result';

const ALPHA = 0.05;

/** How many answered, the score, and whose is clearly another. */
export function findings(result: NpsResult, params: NpsParams): Finding[] {
  return [...checks(result), answer(result), ...notes(result, params)];
}

function checks({ answers, invalid, repeated, response, doubtful }: NpsResult): Finding[] {
  const found = [finding('check', 'good', 'nps.answers', { answers }), ...doubtfulRows(doubtful)];
  if (response !== null && response.rate !== null) {
    const { answered, of, rate } = response;
    found.push(finding('check', 'neutral', 'nps.response', { answered, of, rate }));
  }
  if (invalid > 0) found.push(finding('check', 'warn', 'nps.invalid', { rows: invalid }));
  if (repeated > 0) found.push(finding('check', 'neutral', 'nps.repeated', { rows: repeated }));
  return found;
}

function answer({ score, answers, promoters, detractors }: NpsResult): Finding {
  const args = { answers, promoters, detractors };
  if (score.estimate === null) return finding('answer', 'warn', 'nps.few', args);
  const { estimate, low, high } = score;
  const tone = low > 0 ? 'good' : high < 0 ? 'bad' : 'neutral';
  return finding('answer', tone, 'nps.score', { ...args, estimate, low, high });
}

function notes({ groups, contacts }: NpsResult, { breakdown }: NpsParams): Finding[] {
  const found: Finding[] = [];
  const clear = groups.filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted < ALPHA);
  for (const group of clear) {
    const args = { ...groupArgs(group), breakdown: breakdown ?? '' };
    found.push(finding('note', toneOf(group), 'nps.group', args));
  }
  if (groups.length > 1 && clear.length === 0) {
    found.push(finding('note', 'neutral', 'nps.no-group', { breakdown: breakdown ?? '' }));
  }
  const known = contacts.filter(({ difference }) => difference.estimate !== null);
  const most = known.at(-1);
  if (most) {
    const isClear = most.pAdjusted !== null && most.pAdjusted < ALPHA;
    const args = { ...groupArgs(most), first: contacts[0]!.score.estimate, isClear };
    found.push(finding('note', isClear ? toneOf(most) : 'neutral', 'nps.contacts', args));
  }
  return found;
}

function groupArgs({ name, answers, score, difference, pAdjusted }: NpsGroup): FindingArgs {
  return {
    ...{ group: name, answers, score: score.estimate, pAdjusted },
    ...{ estimate: difference.estimate, low: difference.low, high: difference.high },
  };
}

function toneOf({ difference }: NpsGroup): Tone {
  return (difference.estimate ?? 0) > 0 ? 'good' : 'bad';
}
