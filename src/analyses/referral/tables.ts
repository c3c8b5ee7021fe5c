import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import type { ReferralResult } from './result';

type Row = Table['rows'][number];

/** The loop in numbers, and invited users beside the others. */
export function tables(result: ReferralResult, language: Language): Table[] {
  return [loopTable(result, language), groupTable(result, language)];
}

function loopTable(result: ReferralResult, { words, numbers }: Language): Table {
  const name = words.referral;
  const { users, invitations, accepted, k, cycle } = result;
  const range = (low: number | null, high: number | null, as: (value: number) => string) =>
    low === null || high === null ? null : words.fromTo(as(low), as(high));
  const row = (path: string, what: string, value: number | null, format: string, more: Row) => {
    return { path, what, value, format, range: null, low: null, high: null, ...more };
  };
  const { perUser } = invitations;
  const rows = [
    row('users', name.users, users, 'count', {}),
    row('invitations', name.sent, invitations.sent, 'count', {}),
    row('invitations.perUser', name.perUser, perUser.estimate, 'number', {
      ...{ low: perUser.low, high: perUser.high },
      range: range(perUser.low, perUser.high, numbers.num),
    }),
    row('accepted', name.accepted, accepted.accepted, 'count', {}),
    row('accepted.rate', name.acceptedShare, accepted.rate, 'rate', {
      ...{ low: accepted.low, high: accepted.high },
      range: range(accepted.low, accepted.high, numbers.pct),
    }),
    row('k', name.k, k.estimate, 'number', {
      ...{ low: k.low, high: k.high, range: range(k.low, k.high, numbers.num) },
    }),
  ];
  const time =
    cycle === null
      ? []
      : [
          row('cycle', name.cycle, cycle.medianMs, 'duration', {
            ...{ low: cycle.low, high: cycle.high },
            range: range(cycle.low, cycle.high, numbers.duration),
          }),
        ];
  return {
    name: 'loop',
    title: name.loop,
    columns: [
      { key: 'what', title: name.what, format: 'text' },
      {
        ...{ key: 'value', title: words.value, format: { by: 'format' } },
        ...{ caption: 'range', path: '' },
      },
    ],
    rows: [...rows, ...time],
  };
}

function groupTable({ groups }: ReferralResult, { words }: Language): Table {
  const name = words.referral;
  return {
    name: 'groups',
    title: name.compared,
    columns: [
      { key: 'name', title: name.group, format: 'text' },
      { key: 'users', title: words.users, format: 'count', path: 'users' },
      { key: 'matured', title: name.matured, format: 'count', path: 'matured' },
      { key: 'rate', title: name.returned, format: 'rate', path: 'returned' },
      { key: 'mean', title: name.mean, format: 'number', path: 'mean' },
    ],
    rows: groups.map(({ name: group, users, matured, total, mean, returned, of, rate }) => ({
      path: formatPath(['groups', group]),
      name: name.groups[group],
      ...{ users, matured, total, mean, returned, of, rate },
    })),
  };
}
