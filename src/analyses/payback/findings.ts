import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { PaybackChannel, PaybackResult } from './result';

const TONES = {
  'paid-back': 'good',
  likely: 'neutral',
  unlikely: 'neutral',
  'not-yet': 'bad',
  unknown: 'neutral',
} as const;

/** Which channels have paid back, which look good and are not, and what the costs leave open. */
export function findings(result: PaybackResult): Finding[] {
  return [...checks(result), ...answers(result), ...costNotes(result)];
}

function checks(result: PaybackResult): Finding[] {
  const { users, withoutChannel, missing, negative, doubtful, costs } = result;
  const found = [
    say('check', 'good', 'payback.users', { users, channels: result.channels.length }),
  ];
  if (doubtful) found.push(say('check', 'warn', 'ltv.doubtful', { ...doubtful }));
  if (missing > 0) found.push(say('check', 'warn', 'ltv.missing', { purchases: missing }));
  if (negative > 0) found.push(say('check', 'warn', 'ltv.negative', { purchases: negative }));
  if (withoutChannel > 0) {
    found.push(say('check', 'warn', 'payback.without-channel', { users: withoutChannel }));
  }
  if (costs.outside > 0) {
    const args = { cost: costs.outside, unit: result.unit };
    found.push(say('check', 'neutral', 'payback.outside', args));
  }
  return found;
}

function answers({ channels, unit, period, looksGood }: PaybackResult): Finding[] {
  const tested = channels.filter(({ ltvToCac }) => ltvToCac !== null);
  if (tested.length === 0) return [say('answer', 'neutral', 'payback.nothing', {})];
  const names = (states: readonly PaybackChannel['state'][]) =>
    tested.filter(({ state }) => states.includes(state)).map(({ channel }) => channel);
  const found = [
    say('answer', 'neutral', 'payback.states', {
      back: names(['paid-back']),
      open: names(['likely', 'unlikely', 'unknown']),
      not: names(['not-yet']),
    }),
  ];
  const channel = channels.find((each) => each.channel === looksGood?.channel);
  if (looksGood && channel) {
    const { problem: _, ...counts } = looksGood;
    found.push(
      say('warning', 'warn', 'payback.looks-good', {
        ...counts,
        ...{ unit, costPerBuyer: channel.costPerBuyer },
        costPerRepeatBuyer: channel.costPerRepeatBuyer,
      }),
    );
  }
  const notes = tested.map(({ channel, cac, ltvToCac, state, paidBackBy }) => {
    const { offset, ratio, low, high } = ltvToCac!;
    const args = { channel, cac, unit, offset, ratio, low, high, period, paidBackBy };
    return say('note', TONES[state], 'payback.channel', args);
  });
  return [...found, ...notes];
}

function costNotes({ costs, unit }: PaybackResult): Finding[] {
  const { withoutUsers, withoutCost } = costs;
  return [
    ...withoutUsers.map(({ channel, cost }) =>
      say('note', 'neutral', 'payback.without-users', { channel, cost, unit }),
    ),
    ...(withoutCost.length > 0
      ? [say('note', 'neutral', 'payback.without-cost', { channels: withoutCost })]
      : []),
  ];
}

function say(level: Finding['level'], tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level, tone, code, args };
}
