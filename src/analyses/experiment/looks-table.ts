import type { Language } from '../../locale/language';
import * as normal from '../../stats/normal';
import type { Table } from '../analysis';
import type { ExperimentResult } from './result';

/** The looks of a plan, for the first goal: what each has to pass. Without rows where none are planned. */
export function looksTable({ metrics }: ExperimentResult, { words }: Language): Table {
  const goal = metrics.find(({ role }) => role === 'goal') ?? metrics[0];
  const rows = (goal?.looks ?? []).map(({ is, passed, users, spent, bound, through }, i) => ({
    path: null,
    look: i + 1,
    is: { made: words.lookMade, now: words.lookNow, ahead: words.lookAhead }[is],
    through: through ?? null,
    passed,
    users,
    spent,
    bound,
    single: normal.twoSidedP(bound),
  }));
  return {
    name: 'looks',
    title: words.looksOf(goal?.name ?? ''),
    columns: [
      { key: 'look', title: words.look, format: 'count', caption: 'is' },
      ...(rows.some(({ through }) => through !== null)
        ? [{ key: 'through', title: words.date, format: 'text' } as const]
        : []),
      { key: 'passed', title: words.planPassed, format: 'rate' },
      { key: 'users', title: words.users, format: 'count' },
      { key: 'spent', title: words.alphaSpent, format: 'p' },
      { key: 'bound', title: words.lookBound, format: 'number' },
      { key: 'single', title: words.singleP, format: 'p' },
    ],
    rows,
  };
}
