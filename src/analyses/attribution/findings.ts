import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { type Leader, leadersOf } from './leaders';
import { FEW_CUT, MANY_UNTOUCHED } from './limits';
import { notes } from './notes';
import type { AttributionParams } from './params';
import type { AttributionResult } from './result';

/** What is said about an attribution: are the journeys whole, who gets most, and what credit is not. */
export function findings(result: AttributionResult, params: AttributionParams): Finding[] {
  return [...checks(result), ...answers(result), ...notes(result, params)];
}

function checks({ journeys, from, lookbackMs, models }: AttributionResult): Finding[] {
  const { converted, withoutTouch, truncated } = journeys;
  const share = withoutTouch / converted;
  const cut = truncated / converted;
  const isMarkov = models.some(({ kind }) => kind === 'markov' || kind === 'shapley-rate');
  return [
    check('neutral', 'attribution.journeys', { converted, lost: journeys.null }),
    check(share > MANY_UNTOUCHED ? 'warn' : 'good', 'attribution.touched', { share }),
    ...(from === 'paths'
      ? []
      : [
          cut > FEW_CUT
            ? check('warn', 'attribution.lookback-cut', { share: cut })
            : check('good', 'attribution.lookback-complete', { lookbackMs }),
        ]),
    ...(journeys.null === 0 && isMarkov ? [check('warn', 'attribution.no-lost')] : []),
  ];
}

function answers({ journeys, models }: AttributionResult): Finding[] {
  const { converted, withoutTouch } = journeys;
  const leaders = leadersOf(models);
  if (leaders.length === 0) {
    // A result that is passed on may have lost its channels.
    if (withoutTouch < converted) return [];
    return [answer('attribution.untouched', { converted })];
  }
  if (leaders.some(({ isSure }) => isSure === null)) {
    return [answer('attribution.untested', byLeader(leaders))];
  }
  const sure = leaders.filter(({ isSure }) => isSure);
  const names = new Set(sure.map(({ channel }) => channel.channel));
  if (sure.length === leaders.length && names.size === 1) {
    const credits = leaders.map(({ channel }) => channel.conversions.estimate!);
    const [low, high] = [Math.min(...credits), Math.max(...credits)];
    const args = { channel: [...names][0]!, models: leaders.length, low, high, converted };
    return [answer('attribution.agreed', args)];
  }
  if (names.size > 1) return [answer('attribution.depends', byLeader(sure))];
  const close = leaders.filter(({ isSure }) => !isSure);
  if (names.size === 1) {
    const args = { channel: [...names][0]!, models: sure.length, of: leaders.length };
    const open = close.map(({ model }) => model.name);
    return [answer('attribution.mostly', { ...args, open })];
  }
  const contenders = new Set(
    close.flatMap(({ channel, next }) => [channel, ...(next ? [next] : [])]).map((c) => c.channel),
  );
  return [answer('attribution.unclear', { channels: [...contenders], converted })];
}

/** Each leading channel, and the models by which it leads, their names with commas between. */
function byLeader(leaders: readonly Leader[]): FindingArgs {
  const names = [...new Set(leaders.map(({ channel }) => channel.channel))];
  return {
    channels: names,
    models: names.map((name) =>
      leaders
        .filter(({ channel }) => channel.channel === name)
        .map(({ model }) => model.name)
        .join(','),
    ),
  };
}

function check(tone: Tone, code: FindingCode, args: FindingArgs = {}): Finding {
  return { level: 'check', tone, code, args };
}

function answer(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'answer', tone: 'neutral', code, args };
}
