import { type Finding, finding } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { doubtfulRows } from '../doubtful-rows';
import type { FrictionParams } from './params';
import type { FrictionGroup, FrictionResult, Sign, Transition } from './result';

/** Where people give up most because of waiting, who waits longest, and what other signs of trouble say. */
export function findings(result: FrictionResult, params: FrictionParams): Finding[] {
  const worst = worstTransition(result.transitions);
  return [
    ...checks(result),
    answer(worst, params),
    ...groupNotes(worst, params),
    ...worst.groups[0]!.signs.flatMap((sign) => signNotes(sign, worst)),
    finding('warning', 'neutral', 'friction.descriptive', {}),
  ];
}

function checks({ transitions, odd, doubtful }: FrictionResult): Finding[] {
  const attempts = transitions.reduce((sum, { groups }) => sum + groups[0]!.attempts, 0);
  const open = transitions.reduce((sum, each) => sum + each.open, 0);
  const found = [
    finding('check', 'good', 'friction.attempts', { attempts }),
    ...doubtfulRows(doubtful),
  ];
  if (open > 0) found.push(finding('check', 'neutral', 'friction.open', { open }));
  if (odd > 0) found.push(finding('check', 'warn', 'friction.odd', { odd }));
  return found;
}

/** Where waiting explains most drop-offs; where nothing is measured, where most drop out. */
function worstTransition(transitions: readonly Transition[]): Transition {
  const loss = ({ groups }: Transition) => {
    const { dropped, explained } = groups[0]!;
    return [(explained?.estimate ?? 0) * dropped.dropped, dropped.dropped] as const;
  };
  return transitions.reduce((a, b) => {
    const [explained, lost] = loss(b);
    const [most, mostLost] = loss(a);
    return explained > most || (explained === most && lost > mostLost) ? b : a;
  });
}

function answer({ from, to, groups }: Transition, { breakdown }: FrictionParams): Finding {
  const whole = groups[0]!;
  if (whole.dropped.dropped === 0) {
    return finding('answer', 'neutral', 'friction.nobody-drops', { attempts: whole.attempts });
  }
  const args = { from, to, ...shares(whole), breakdown: breakdown ?? null };
  if (whole.explained === null || whole.wait === null) {
    return finding('answer', 'neutral', 'friction.most-dropped', args);
  }
  const { estimate, low, high } = whole.explained;
  const [best] = whole.bands;
  // A result that is passed on may have lost its bands.
  if (estimate === null || !best) return finding('answer', 'neutral', 'friction.too-few', args);
  const shown = {
    ...args,
    best: best.toMs,
    bestRate: best.rate,
    longest: whole.bands.at(-1)!.rate,
  };
  const explained = { explained: estimate, low, high };
  return low > 0
    ? finding('answer', 'bad', 'friction.waiting', { ...shown, ...explained })
    : finding('answer', 'neutral', 'friction.no-waiting', { ...shown, ...explained });
}

function shares({ dropped, wait, time }: FrictionGroup): FindingArgs {
  return {
    ...{ dropped: dropped.dropped, of: dropped.of, rate: dropped.rate },
    wait: wait?.medianMs ?? null,
    tail: wait?.p90Ms ?? null,
    time: time?.medianMs ?? null,
  };
}

/** The group that waits longest (without measured waits: takes longest) beside all. */
function groupNotes({ groups, from, to }: Transition, { breakdown }: FrictionParams): Finding[] {
  const [whole, ...others] = groups;
  const length = ({ wait, time }: FrictionGroup) =>
    (whole!.wait === null ? time?.medianMs : wait?.medianMs) ?? 0;
  const listed = others.filter(({ name }) => name !== '(none)' && name !== '(other)');
  if (listed.length < 2) return [];
  const slow = listed.reduce((a, b) => (length(b) > length(a) ? b : a));
  const fast = listed.reduce((a, b) => (length(b) < length(a) ? b : a));
  const args = {
    ...{ from, to, breakdown: breakdown ?? '', group: slow.name, other: fast.name },
    ...{ isWait: whole!.wait !== null, median: length(slow), otherMedian: length(fast) },
    ...{ rate: slow.dropped.rate, otherRate: fast.dropped.rate },
    explained: slow.explained?.estimate ?? null,
  };
  return slow.dropped.rate === null || fast.dropped.rate === null
    ? []
    : [finding('note', 'neutral', 'friction.slowest', args)];
}

function signNotes(sign: Sign, { from, to }: Transition): Finding[] {
  const { name, attempts, of, share, difference } = sign;
  const args = { from, to, sign: name, attempts, of, share };
  if (share === null || attempts === 0) return [];
  if (difference.estimate === null) return [finding('note', 'neutral', 'friction.sign-seen', args)];
  const { estimate, low, high } = difference;
  const rates = { with: sign.with.rate, without: sign.without.rate };
  const isClear = low > 0 || high < 0;
  return [
    finding('note', isClear && estimate > 0 ? 'bad' : 'neutral', 'friction.sign', {
      ...{ ...args, ...rates, estimate, low, high },
      isClear,
    }),
  ];
}
