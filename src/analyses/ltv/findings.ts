import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { HoldoutResult, LtvResult } from './result';

/** A held-out total that is further off than this is no forecast. */
const FAR_OFF = 0.2;
/** From here how often and how much are not independent. */
const CORRELATED = 0.3;
/** Fewer customers than this behind the last value are few. */
const FEW = 30;

/** What a customer has brought, whether the model can be believed, and what it expects. */
export function findings(result: LtvResult): Finding[] {
  return [...checks(result), ...answer(result), ...forecast(result), ...notes(result)];
}

function checks(result: LtvResult): Finding[] {
  const { customers, purchases, missing, negative, before, withoutStart, doubtful } = result;
  const found = [check('good', 'ltv.customers', { customers, purchases })];
  if (doubtful) found.push(check('warn', 'ltv.doubtful', { ...doubtful }));
  if (missing > 0) found.push(check('warn', 'ltv.missing', { purchases: missing }));
  if (negative > 0) found.push(check('warn', 'ltv.negative', { purchases: negative }));
  if (before + withoutStart > 0) {
    found.push(check('neutral', 'ltv.left-out', { before, withoutStart }));
  }
  return [...found, ...holdoutCheck(result.holdout)];
}

function holdoutCheck(holdout: HoldoutResult | null): Finding[] {
  if (!holdout || holdout.error === null) return [];
  const { from, actual, expected, error, meanError, naiveError } = holdout;
  const isWorse = meanError! >= naiveError!;
  const isOff = Math.abs(error) > FAR_OFF;
  const args = { from, actual, expected, error, meanError, naiveError };
  if (isOff) return [check('warn', 'ltv.holdout-off', args)];
  return [check(isWorse ? 'warn' : 'good', isWorse ? 'ltv.holdout-naive' : 'ltv.holdout', args)];
}

/** The last age that enough customers have come to, and the first. */
function answer({ overall, unit, period, windows }: LtvResult): Finding[] {
  const known = overall.filter(({ mature }) => mature);
  const last = known.findLast(({ of }) => of >= FEW) ?? known.at(-1);
  if (!last) return [say('answer', 'neutral', 'ltv.too-young', { period })];
  const { offset, of, value, low, high } = last;
  const args = { period, windows, offset, of, value, low, high, unit };
  const share = known[0]!.value! !== 0 && last !== known[0] ? value! / known[0]!.value! : null;
  return [
    say('answer', 'neutral', low === null ? 'ltv.value-of-one' : 'ltv.value', args),
    ...(share === null
      ? []
      : [say('note', 'neutral', 'ltv.grows', { share, period, first: known[0]!.value!, unit })]),
  ];
}

function forecast({ model, spending, holdout, forecast, unit }: LtvResult): Finding[] {
  if (!model) return [];
  if (!forecast) {
    const { customers, repeaters } = model;
    return [say('warning', 'warn', 'ltv.no-model', { model: model.name, customers, repeaters })];
  }
  const { days, purchases, value, valuePerCustomer, customers, newCustomer } = forecast;
  const args = { days, purchases, value, valuePerCustomer, customers, newCustomer, unit };
  return [
    say('note', 'neutral', value === null ? 'ltv.expects-purchases' : 'ltv.expects', args),
    say('note', 'neutral', 'ltv.no-interval', { error: holdout?.error ?? null }),
    ...(spending && value === null
      ? [say('warning', 'warn', 'ltv.no-spending', { customers: spending.customers })]
      : []),
  ];
}

function notes({ model, spending }: LtvResult): Finding[] {
  const found: Finding[] = [];
  if (model?.name === 'bg-nbd' && model.parameters.length > 0) {
    const once = model.customers - model.repeaters;
    if (once > 0) found.push(say('note', 'neutral', 'ltv.cannot-tell', { customers: once }));
  }
  const correlation = spending?.correlation ?? null;
  if (correlation !== null && Math.abs(correlation) > CORRELATED) {
    found.push(say('warning', 'warn', 'ltv.correlated', { correlation }));
  }
  return found;
}

function check(tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return say('check', tone, code, args);
}

function say(level: Finding['level'], tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level, tone, code, args };
}
