import { type Finding, finding } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { HealthParams } from './params';
import type { HealthResult, Validation, Winback } from './result';

/** Fewer users than this make ranks that say little. */
const FEW_USERS = 30;

/** A share of the list that all have one reason says nothing about anybody. */
const EVERYBODY = 0.9;

/** Whether the index is to be trusted, whom to win back, and why. */
export function findings(result: HealthResult, params: HealthParams): Finding[] {
  return [...checks(result, params), ...answer(result), ...notes(result, params)];
}

function checks(result: HealthResult, params: HealthParams): Finding[] {
  const { validation, users, equalWeights, dimensions, referenceThrough, unknown } = result;
  const found = [validationCheck(result)];
  const frozen = params.reference !== undefined;
  found.push(
    finding('check', 'neutral', frozen ? 'health.frozen' : 'health.scale', {
      ...{ through: referenceThrough, users: result.reference.users },
    }),
  );
  if (equalWeights) {
    const args = { dimensions: dimensions.length };
    found.push(finding('check', 'neutral', 'health.equal-weights', args));
  }
  if (users < FEW_USERS) found.push(finding('check', 'warn', 'health.few', { users }));
  if (unknown > 0) {
    found.push(finding('check', 'warn', 'health.unknown', { users: unknown, of: users + unknown }));
  }
  if (validation.state === 'no-better') {
    found.push(finding('warning', 'warn', 'health.recency-does', gain(validation)));
  }
  return found;
}

function validationCheck({ validation, beforeThrough, horizonDays }: HealthResult): Finding {
  const at = { before: beforeThrough, days: horizonDays, left: validation.left, of: validation.of };
  if (validation.state === 'unknown') return finding('check', 'warn', 'health.not-tested', at);
  const { estimate: auc, low, high } = validation.auc;
  const args = { ...at, auc, low, high };
  if (validation.state === 'useless') return finding('check', 'bad', 'health.useless', args);
  if (validation.state === 'worse') return finding('check', 'warn', 'health.worse', args);
  return finding('check', 'good', 'health.tested', args);
}

function gain({ auc, recency, difference, p }: Validation): FindingArgs {
  return {
    ...{ auc: auc.estimate, recency: recency.estimate, difference: difference.estimate },
    ...{ low: difference.low, high: difference.high, p },
  };
}

function answer(result: HealthResult): Finding[] {
  const { winback, users, unit, validation, bands } = result;
  if (winback.users === null) {
    const args = { users, left: validation.left, of: validation.of };
    return [finding('answer', 'warn', 'health.withheld', args)];
  }
  if (winback.users === 0) return [finding('answer', 'good', 'health.nobody', { users })];
  const args = {
    ...{ users: winback.users, of: users, atStake: winback.atStake, unit },
    ...{
      low: winback.low,
      fallen: winback.fallen,
      healthy: bands.find(({ name }) => name === 'healthy')?.users ?? null,
    },
  };
  const isAll = winback.users === users;
  return [
    finding('answer', isAll ? 'warn' : 'bad', isAll ? 'health.everybody' : 'health.list', args),
  ];
}

function notes(result: HealthResult, { drop }: HealthParams): Finding[] {
  const { validation, winback } = result;
  const found: Finding[] = [];
  if (validation.state !== 'unknown') {
    const { lowest, rate, of, left } = validation;
    found.push(
      finding('note', 'neutral', 'health.lowest', {
        ...{ rate: lowest.rate, left: lowest.left, of: lowest.of, lift: lowest.lift },
        ...{ all: rate, allOf: of, allLeft: left },
      }),
    );
    if (validation.state === 'better' || validation.state === 'worse') {
      found.push(finding('note', 'neutral', `health.gain`, gain(validation)));
    }
  }
  if (winback.users !== null && winback.users > 0) found.push(...listNotes(winback, drop));
  return found;
}

function listNotes({ reasons, groups, users, low, fallen, seed }: Winback, drop: number | null) {
  const [contact, holdout] = groups;
  const found = [finding('note', 'neutral', 'health.triggers', { low, fallen, drop })];
  const top = reasons.slice(0, 3);
  if (top.length > 0) {
    const isShared = top[0]!.share >= EVERYBODY && users >= FEW_USERS;
    const args = { names: top.map(({ name }) => name), share: top[0]!.share, users: top[0]!.users };
    found.push(finding('note', 'neutral', 'health.reasons', { ...args, of: users, isShared }));
  }
  if (contact && holdout) {
    const split = { contact: contact.users, holdout: holdout.users, seed };
    found.push(finding('note', 'neutral', 'health.split', split));
  }
  return found;
}
