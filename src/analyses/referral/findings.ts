import { type Finding, type Tone, finding } from '../../locale/finding';
import { doubtfulRows } from '../doubtful-rows';
import type { ReferralComparison, ReferralResult } from './result';

/** How many are invited and come, how many new users each brings, and how invited users do. */
export function findings(result: ReferralResult): Finding[] {
  return [...checks(result), answer(result), ...notes(result)];
}

function checks({ users, linked, groups, doubtful }: ReferralResult): Finding[] {
  const found = [finding('check', 'good', 'referral.users', { users }), ...doubtfulRows(doubtful)];
  if (linked !== null && linked.users < linked.of) {
    found.push(finding('check', 'warn', 'referral.unlinked', { ...linked }));
  }
  const open = groups.reduce((sum, group) => sum + group.users - group.matured, 0);
  if (open > 0) found.push(finding('check', 'neutral', 'referral.open', { users: open }));
  return found;
}

function answer({ k, accepted, invitations }: ReferralResult): Finding {
  const args = {
    ...{ sent: invitations.sent, inviters: invitations.users },
    ...{ accepted: accepted.accepted, rate: accepted.rate },
  };
  if (k.estimate === null) return finding('answer', 'neutral', 'referral.none', args);
  const shown = { ...args, k: k.estimate, low: k.low, high: k.high };
  return finding('answer', k.low > 1 ? 'good' : 'neutral', 'referral.k', shown);
}

function notes(result: ReferralResult): Finding[] {
  const found: Finding[] = [];
  const { cycle, groups } = result;
  if (cycle !== null && cycle.medianMs !== null) {
    const { count, medianMs: median } = cycle;
    found.push(finding('note', 'neutral', 'referral.cycle', { count, median }));
  }
  const [referred, others] = groups;
  if (!referred || !others) return found;
  for (const comparison of result.comparisons) {
    if (comparison.difference.estimate === null) continue;
    const isShare = comparison.name === 'returned';
    const value = ({ rate, mean }: { rate: number | null; mean: number | null }) =>
      isShare ? rate : mean;
    found.push(
      finding('note', toneOf(comparison), 'referral.compared', {
        ...{ isShare, referred: value(referred), others: value(others) },
        ...{ users: referred.matured, otherUsers: others.matured, p: comparison.p },
        ...{ from: result.fromMs, to: result.toMs },
        isClear: comparison.p !== null && comparison.p < 0.05,
      }),
    );
  }
  return found;
}

function toneOf({ difference, p }: ReferralComparison): Tone {
  if (p === null || p >= 0.05) return 'neutral';
  return (difference.estimate ?? 0) > 0 ? 'good' : 'bad';
}
