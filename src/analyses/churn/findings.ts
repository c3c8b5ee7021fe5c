import { type Finding, finding } from '../../locale/finding';
import type { ChurnResult } from './result';

/** Fewer users than this make shares that say little. */
const FEW_USERS = 30;

/** Days without anybody at the end that look like dates that are wrong. */
const ODD_DAYS = 7;

/** Where the rule comes from, how many have left, and how many may. */
export function findings(result: ChurnResult): Finding[] {
  return [...checks(result), ...answer(result), ...notes(result)];
}

function checks({ rule, now, emptyDays, through }: ChurnResult): Finding[] {
  const { days, below, horizonDays = null, suggestedDays } = rule;
  const args = { days, below, horizonDays, suggestedDays };
  const found = [
    finding('check', 'neutral', rule.isSuggested ? 'churn.suggested' : 'churn.given', args),
  ];
  if (!rule.isSuggested && suggestedDays !== null && suggestedDays !== days) {
    found.push(finding('check', 'neutral', 'churn.would-suggest', args));
  }
  if (now.users < FEW_USERS)
    found.push(finding('check', 'warn', 'churn.few', { users: now.users }));
  if (emptyDays >= ODD_DAYS) {
    found.push(finding('check', 'warn', 'churn.empty-days', { days: emptyDays, through }));
  }
  return found;
}

function answer({ now, rule, through }: ChurnResult): Finding[] {
  const { users, churned, atRisk, active } = now;
  const args = { users, churned, atRisk, active, days: rule.days, through };
  return [finding('answer', 'neutral', atRisk > 0 ? 'churn.standing' : 'churn.left', args)];
}

function notes({ rule, gaps, now, rows }: ChurnResult): Finding[] {
  const found: Finding[] = [];
  if (rule.back) {
    const { of, returned, rate, low, high } = rule.back;
    const { horizonDays = null } = rule;
    const args = { days: rule.days, of, returned, rate, low, high, horizonDays };
    found.push(finding('note', 'neutral', 'churn.back', args));
  }
  if (gaps.medianDays !== null) {
    const { count, medianDays, p90Days } = gaps;
    found.push(finding('note', 'neutral', 'churn.gaps', { count, medianDays, p90Days }));
  }
  const { withRhythm, gapsNeeded } = now;
  found.push(finding('note', 'neutral', 'churn.rhythm', { users: withRhythm, gaps: gapsNeeded }));
  const known = rows.filter((row) => row.rate !== null);
  const [before, last] = known.slice(-2);
  if (before && last) found.push(change(before, last));
  return found;
}

/** Whether the last two complete periods differ for sure. */
function change(before: ChurnResult['rows'][number], last: ChurnResult['rows'][number]): Finding {
  const args = {
    ...{ start: last.start, rate: last.rate, low: last.low, high: last.high },
    ...{ churned: last.churned, of: last.of, before: before.rate, beforeStart: before.start },
  };
  if (last.low! > before.high!) return finding('warning', 'bad', 'churn.more', args);
  if (last.high! < before.low!) return finding('note', 'good', 'churn.less', args);
  return finding('note', 'neutral', 'churn.last', args);
}
