import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { ReferralResult } from './result';

/** The formula behind the K-factor, the share accepted, or invitations per user. */
export function working(result: ReferralResult, path: string): Working | null {
  const [list, field] = parsePath(path);
  const { users, invitations, accepted, k } = result;
  if (list === 'k' && k.estimate !== null) {
    return {
      formula: 'K = i·c = accepted / users',
      figures: [
        { symbol: 'accepted', value: accepted.accepted },
        { symbol: 'users', value: users },
        { symbol: '95 % low', value: k.low },
        { symbol: '95 % high', value: k.high },
      ],
      value: k.estimate,
      source: '',
    };
  }
  if (list === 'accepted' && field === 'rate' && accepted.rate !== null) {
    return {
      formula: 'c = accepted / invitations',
      figures: [
        { symbol: 'accepted', value: accepted.accepted },
        { symbol: 'invitations', value: accepted.of },
        { symbol: '95 % low', value: accepted.low! },
        { symbol: '95 % high', value: accepted.high! },
      ],
      value: accepted.rate,
      source: 'Wilson 1927',
    };
  }
  if (list !== 'invitations' || field !== 'perUser' || invitations.perUser.estimate === null) {
    return null;
  }
  return {
    formula: 'i = invitations / users',
    figures: [
      { symbol: 'invitations', value: invitations.sent },
      { symbol: 'users', value: users },
    ],
    value: invitations.perUser.estimate,
    source: '',
  };
}
