import { type Finding, type FindingCode, finding } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { FALSE_DISCOVERIES } from '../distinguishing';
import { doubtfulRows } from '../doubtful-rows';
import type { ConcentrationParams } from './params';
import type { ConcentrationResult, TopShare, Worth } from './result';

/** With fewer users their greatest are too few to say anything about. */
const FEW_USERS = 100;
const MOST_TRAITS = 3;

/** How few bring how much, and who they are. */
export function findings(result: ConcentrationResult, params: ConcentrationParams): Finding[] {
  return [...checks(result), answer(result, params), ...notes(result)];
}

function checks(result: ConcentrationResult): Finding[] {
  const { users, of, total, unit, isCount, measured, missing, negative, doubtful, unfinished } =
    result;
  const found = [
    finding('check', 'good', 'concentration.users', {
      ...{ users, of, total, unit, isCount, measured },
    }),
    ...doubtfulRows(doubtful),
    ...(unfinished ? [finding('check', 'warn', 'unfinished-day', { ...unfinished })] : []),
  ];
  if (users < FEW_USERS) {
    found.push(finding('warning', 'warn', 'concentration.few', { users, needed: FEW_USERS }));
  }
  if (negative.users > 0) {
    const args = { users: negative.users, total: negative.total, unit };
    found.push(finding('check', 'warn', 'concentration.negative', args));
  }
  if (missing > 0) found.push(finding('check', 'warn', 'concentration.missing', { rows: missing }));
  return found;
}

/** The share that the parameters call super-users, or the nearest that was asked for. */
function answer(result: ConcentrationResult, { superUsers }: ConcentrationParams): Finding {
  const { top, gini, measured, users, total } = result;
  if (gini.estimate < 1e-9) {
    const args = { users, measured, each: total / users, unit: result.unit };
    return finding('answer', 'neutral', 'concentration.all-equal', args);
  }
  const distance = (each: TopShare) => Math.abs(Math.log(each.share / superUsers));
  const [shown] = [...top].sort((a, b) => distance(a) - distance(b));
  const { share, part, users: few } = shown!;
  return finding('answer', 'neutral', 'concentration.top', {
    ...{ share, users: few, measured, part: part.estimate, low: part.low, high: part.high },
  });
}

function notes(result: ConcentrationResult): Finding[] {
  const { gini, reach, superUsers, portrait, measured, worth } = result;
  if (gini.estimate < 1e-9) return [];
  const { low, high } = gini;
  const found = [note('concentration.gini', { gini: gini.estimate, low, high })];
  const last = reach.at(-1);
  if (last) {
    const { part, users, share } = last;
    found.push(note('concentration.reach', { part, users, share, measured }));
  }
  if (superUsers.timesMedian !== null) {
    const { users, timesMedian: times } = superUsers;
    found.push(note('concentration.times', { users, times }));
  }
  if (worth) found.push(worthNote(worth));
  const clear = portrait.traits.filter(({ pAdjusted }) => pAdjusted < FALSE_DISCOVERIES);
  for (const { kind, column, value, counts, of, odds } of clear.slice(0, MOST_TRAITS)) {
    found.push(
      note('concentration.trait', {
        ...{ kind, column, value, measured },
        ofSuper: counts[0] / of[0],
        ofOthers: counts[1] / of[1],
        ...{ odds: odds.estimate, low: odds.low, high: odds.high },
      }),
    );
  }
  if (clear.length === 0 && portrait.compared > 0) {
    found.push(note('concentration.no-traits', { compared: portrait.compared }));
  }
  return found;
}

function worthNote({ contribution, cost, unit }: Worth): Finding {
  return note('concentration.worth', {
    ...{ contribution: contribution.times, cost: cost.times, unit },
    ...{ meanCost: cost.mean, medianCost: cost.median },
  });
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return finding('note', 'neutral', code, args);
}
