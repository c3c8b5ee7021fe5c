import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { TextColumn } from '../../data/dataset';
import { numberColumn, textColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { EventIndex } from '../../events/event-index';
import type { Input } from '../analysis';
import { MOST_CHANNELS, refuseAbove } from './channel-limit';
import { costRows } from './cost-rows';
import { journeyWriter } from './journey-writer';
import { CONVERTED, type Journeys, LOST } from './journeys';
import type { AttributionParams } from './params';
import { type Path, pathTransform } from './path-transform';

/**
 * The journeys of a block of users. The journey of a conversion are the touches t with
 * t_c − lookback ≤ t ≤ t_c, with `reset` those after the conversion before; conversions of one
 * instant share theirs. A user has at most one lost journey: the touches after the last conversion.
 *
 * @throws {Problem} `window-is-zero`, `not-in-data`, `wrong-type`, `too-many-channels`,
 *   `too-many-touches`, and what `costRows` finds
 */
export function eventJourneys(input: Input, params: AttributionParams): Journeys {
  const { events, scope } = input;
  const { touch, conversion } = params;
  for (const [needs, given] of Object.entries({ touch, conversion })) {
    if (given === undefined) throw new Problem('attribution-needs', { needs }, { path: needs });
  }
  const lookback = durationMs(params.lookback);
  if (lookback === 0) {
    throw new Problem('window-is-zero', { found: params.lookback }, { path: 'lookback' });
  }
  const channel = textColumn(events.columns, touch!.channel, 'touch.channel');
  const touches = eventMask(events, touch!, scope.timezone, 'touch');
  const conversions = eventMask(events, conversion!, scope.timezone, 'conversion');
  refuseManyChannels(events, touches, channel, touch!.channel);
  const values =
    conversion!.value === undefined
      ? null
      : numberColumn(events.columns, conversion!.value, 'conversion.value');
  const written = writtenJourneys(
    events,
    { touches, conversions, channel, values },
    {
      lookback,
      reset: params.reset,
      which: params.conversions,
      range: scope.range,
      completeThrough: scope.completeThrough,
      shorten: pathTransform(params, channel.values),
      hasRepeats: params.path === 'frequency',
    },
  );
  return {
    ...written,
    channels: channel.values,
    hasValue: values !== null,
    unit: scope.columnUnits[conversion!.value ?? ''] ?? null,
    costs: costRows(input, params),
  };
}

interface Rows {
  /** 1 for rows that are one, from the block's first row on. */
  readonly touches: Uint8Array;
  readonly conversions: Uint8Array;
  readonly channel: TextColumn;
  readonly values: Float64Array | null;
}

interface Rule {
  readonly lookback: number;
  readonly reset: boolean;
  readonly which: AttributionParams['conversions'];
  readonly range: Input['scope']['range'];
  readonly completeThrough: number;
  readonly shorten: (path: Path) => void;
  readonly hasRepeats: boolean;
}

function writtenJourneys(
  { users, offsets, time }: EventIndex,
  { touches, conversions, channel, values }: Rows,
  rule: Rule,
): Omit<Journeys, 'channels' | 'hasValue' | 'unit' | 'costs'> {
  const base = offsets[0]!;
  const longest = longestRun(offsets, users);
  const touchTime = new Float64Array(longest);
  const touchChannel = new Int32Array(longest);
  const conversionRow = new Uint32Array(longest);
  const out = journeyWriter(longest, rule.shorten, rule.hasRepeats);
  let withoutChannel = 0;
  let missing = 0;
  let firstTime = Infinity;

  for (let user = 0; user < users; ++user) {
    const from = offsets[user]!;
    const to = offsets[user + 1]!;
    if (from === to) continue;
    if (time[from]! < firstTime) firstTime = time[from]!;
    let touched = 0;
    let converted = 0;
    for (let row = from; row < to; ++row) {
      if (conversions[row - base] === 1) conversionRow[converted++] = row;
      if (touches[row - base] === 0) continue;
      if (channel.codes[row]! < 0) {
        ++withoutChannel;
        continue;
      }
      touchTime[touched] = time[row]!;
      touchChannel[touched++] = channel.codes[row]!;
    }
    if (touched + converted === 0) continue;

    /** Touches up to the conversion before, and up to this one. */
    let before = 0;
    let until = 0;
    let oldest = 0;
    let last = -Infinity;
    for (let i = 0; i < converted; ++i) {
      const row = conversionRow[i]!;
      const at = time[row]!;
      if (at > last) before = until;
      last = at;
      while (until < touched && touchTime[until]! <= at) ++until;
      while (oldest < until && touchTime[oldest]! < at - rule.lookback) ++oldest;
      if (!isCounted(rule, i, converted, at)) continue;
      const value = values === null ? 0 : values[row]!;
      if (Number.isNaN(value)) ++missing;
      out.path(touchChannel, touchTime, rule.reset ? Math.max(before, oldest) : oldest, until, at);
      out.end(user, CONVERTED, Number.isNaN(value) ? 0 : value, at);
    }

    if (until === touched) continue;
    const latest = touchTime[touched - 1]!;
    if (!isWithin(rule.range, latest)) continue;
    if (latest + rule.lookback > rule.completeThrough) {
      out.open(user);
      continue;
    }
    while (touchTime[until]! < latest - rule.lookback) ++until;
    out.path(touchChannel, touchTime, until, touched, latest);
    out.end(user, LOST, 0, NaN);
  }
  return { users, ...out.taken(), tally: { withoutChannel, missing, firstTime } };
}

function isCounted({ which, range }: Rule, i: number, of: number, at: number): boolean {
  if (which === 'first' && i > 0) return false;
  if (which === 'last' && i < of - 1) return false;
  return isWithin(range, at);
}

function isWithin(range: Rule['range'], at: number): boolean {
  return range === null || (at >= range.from && at < range.to);
}

function longestRun(offsets: Uint32Array, users: number): number {
  let longest = 0;
  for (let user = 0; user < users; ++user) {
    longest = Math.max(longest, offsets[user + 1]! - offsets[user]!);
  }
  return longest;
}

function refuseManyChannels(
  { offsets, users }: EventIndex,
  touches: Uint8Array,
  { values, codes }: TextColumn,
  name: string,
): void {
  if (values.length <= MOST_CHANNELS) return;
  const base = offsets[0]!;
  const isUsed = new Uint8Array(values.length);
  let used = 0;
  for (let row = base; row < offsets[users]!; ++row) {
    const code = codes[row]!;
    if (touches[row - base] === 0 || code < 0 || isUsed[code] === 1) continue;
    isUsed[code] = 1;
    ++used;
  }
  refuseAbove(used, name, 'touch.channel');
}
