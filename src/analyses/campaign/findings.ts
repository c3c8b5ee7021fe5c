import { type Finding, type Tone, finding } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { doubtfulRows } from '../doubtful-rows';
import type { CampaignResult, Compared, Effect, Randomised } from './result';

const ALPHA = 0.05;

/** How many were reached and acted, what the campaign changed, and how often is too often. */
export function findings(result: CampaignResult): Finding[] {
  const { randomised, compared, open, doubtful } = result;
  const found = [reach(result), ...doubtfulRows(doubtful)];
  if (open > 0) found.push(finding('check', 'neutral', 'campaign.open', { open }));
  if (randomised && randomised.mixed > 0) {
    found.push(finding('check', 'warn', 'campaign.mixed', { users: randomised.mixed }));
  }
  if (compared && compared.trend.p !== null && compared.trend.p < ALPHA) {
    found.push(finding('check', 'warn', 'campaign.not-parallel', { p: compared.trend.p }));
  }
  if (randomised) found.push(...randomisedAnswers(randomised, result));
  if (compared) found.push(comparedAnswer(compared, result, randomised === null));
  if (!randomised && !compared) found.push(answerWithout(result));
  return [...found, ...frequency(result)];
}

function reach({ groups, knowsOpens }: CampaignResult): Finding {
  const { contacts, users } = groups[0]!;
  return finding('check', 'good', 'campaign.reach', { contacts, users, knowsOpens });
}

function randomisedAnswers({ arms, comparisons }: Randomised, { unit }: CampaignResult): Finding[] {
  const control = arms[0]!;
  return comparisons.map(({ arm, acted, mean }) => {
    const treated = arms.find(({ name }) => name === arm)!;
    const args = {
      ...{ arm, control: control.name, users: treated.users, controlUsers: control.users },
      ...{ rate: treated.acted.rate, controlRate: control.acted.rate },
      ...{ mean: treated.mean, controlMean: control.mean, meanP: mean.p, unit },
      ...effectArgs(acted),
    };
    const code = acted.p === null ? 'campaign.cannot-tell' : 'campaign.uplift';
    return finding('answer', toneOf(acted), code, args);
  });
}

function comparedAnswer(
  { contacted, others, effect, start }: Compared,
  { unit }: CampaignResult,
  isAnswer: boolean,
): Finding {
  const args = {
    ...{ start, unit, users: contacted.users, otherUsers: others.users },
    ...{ before: contacted.before, after: contacted.after },
    ...{ otherBefore: others.before, otherAfter: others.after },
    ...effectArgs(effect),
  };
  const level = isAnswer ? 'answer' : 'note';
  return effect.p === null
    ? finding(level, 'neutral', 'campaign.cannot-compare', args)
    : finding(level, toneOf(effect), 'campaign.changed', args);
}

function answerWithout({ groups, knowsOpens }: CampaignResult): Finding {
  const { acted, opened, contacts } = groups[0]!;
  return finding('answer', 'neutral', 'campaign.acted', {
    ...{ contacts, acted: acted.count, rate: acted.rate, low: acted.low, high: acted.high },
    ...{ knowsOpens, openRate: opened?.rate ?? null },
  });
}

/** Least and most contacted users side by side: a sign, no proof. */
function frequency({ frequency, knowsOpens }: CampaignResult): Finding[] {
  const [few, many] = [frequency[0], frequency.at(-1)];
  if (!few || !many || few === many) return [];
  const share = (part: typeof few) => (knowsOpens ? part.opened : part.acted);
  const [a, b] = [share(few), share(many)];
  if (!a || !b || a.rate === null || b.rate === null) return [];
  const isClear = a.low! > b.high! || b.low! > a.high!;
  return [
    finding('note', 'neutral', 'campaign.frequency', {
      ...{ few: few.name, many: many.name, knowsOpens, isClear },
      ...{ fewRate: a.rate, manyRate: b.rate, fewOf: a.of, manyOf: b.of },
    }),
  ];
}

function effectArgs({ difference, p }: Effect): FindingArgs {
  return { estimate: difference.estimate, low: difference.low, high: difference.high, p };
}

function toneOf({ difference, p }: Effect): Tone {
  if (p === null || p >= ALPHA) return 'neutral';
  return (difference.estimate ?? 0) > 0 ? 'good' : 'bad';
}
