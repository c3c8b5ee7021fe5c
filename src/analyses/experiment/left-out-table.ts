import type { Language } from '../../locale/language';
import type { Table } from '../analysis';
import type { ExperimentResult } from './result';

/** Who was left out for which reason, arm by arm. Without rows where nobody was to be. */
export function leftOutTable({ checks }: ExperimentResult, { words }: Language): Table {
  const check = checks.find(({ name }) => name === 'left-out');
  const reasons = check?.name === 'left-out' ? check.reasons : [];
  return {
    name: 'left-out',
    title: words.leftOut,
    columns: [
      { key: 'reason', title: words.reason, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'users', title: words.users, format: 'count' },
      { key: 'of', title: words.ofUsers, format: 'count' },
      { key: 'share', title: words.share, format: 'rate' },
      { key: 'p', title: words.p, format: 'p' },
    ],
    rows: reasons.flatMap(({ name, arms, p }) =>
      arms.map((arm) => ({
        path: null,
        reason: name === 'several-arms' ? words.severalArms : name,
        arm: arm.name,
        users: arm.users,
        of: arm.of,
        share: arm.of === 0 ? null : arm.users / arm.of,
        p,
      })),
    ),
  };
}
