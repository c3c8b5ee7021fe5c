import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { EventIndex } from '../../events/event-index';
import { DEFAULT_SESSIONS, bySession } from '../../events/sessions';
import type { Input, Scope } from '../analysis';
import { type Trail, follow, followBack } from './follow';
import { FROM, TO, marksOf } from './marks';
import type { PathsParams } from './params';
import { type Path, emptyPath } from './path';

/** How long users are followed when nothing else is said. */
const DEFAULT_WINDOW = '7d';

/**
 * Calls `visit` with the path of each user or session that has one, in order. It begins at the first
 * `from` in the range and is followed to the first `to` after it. Without `from` the first `to` is
 * followed backwards; without both a path begins with the first step.
 *
 * @returns how many are left out because their window or their session reaches beyond the data
 * @throws {Problem} `needs-events`, `not-in-data`, `window-is-zero`
 */
export function eachPath(input: Input, params: PathsParams, visit: (path: Path) => void): number {
  const { scope } = input;
  const marks = marksOf(input, params);
  const { events, user } = unitsOf(input.events, params);
  const trail = trailOf(events, marks, params);
  const isBack = isFollowedBack(params);
  const isOver = ending(trail, params, scope);
  const path = emptyPath(params.steps);
  let open = 0;
  for (let unit = 0; unit < events.users; ++unit) {
    const [start, end] = [events.offsets[unit]!, events.offsets[unit + 1]!];
    const row = anchor(trail, isBack ? TO : FROM, start, end, scope.range);
    if (row < 0) continue;
    if (!isBack && !isOver(events.time[row]!, events.time[end - 1]!)) {
      ++open;
      continue;
    }
    path.user = user === null ? unit : user[unit]!;
    path.row = row;
    if (isBack) followBack(path, trail, start);
    else follow(path, trail, end);
    visit(path);
  }
  return open;
}

/** Whether paths are followed from their end to their beginning. */
export function isFollowedBack({ from, to }: PathsParams): boolean {
  return from === undefined && to !== undefined;
}

/** The window in ms; Infinity where users are followed to the data end, or sessions to their own. */
function windowOf({ window, count }: PathsParams): number {
  if (window === null || (window === undefined && count === 'sessions')) return Infinity;
  const ms = durationMs(window ?? DEFAULT_WINDOW);
  if (ms > 0) return ms;
  throw new Problem('window-is-zero', { found: window! }, { path: 'window' });
}

/** Users, or sessions in their place and whose they are. */
function unitsOf(events: EventIndex, { count }: PathsParams) {
  if (count === 'users' || events.kind === 'units') return { events, user: null };
  const { sessions, user } = bySession(events);
  return { events: sessions, user };
}

function trailOf(events: EventIndex, marks: Uint8Array, params: PathsParams): Trail {
  return {
    ...{ events, marks, base: events.offsets[0]!, steps: params.steps, collapse: params.collapse },
    windowMs: windowOf(params),
    hasGoal: params.to !== undefined,
  };
}

/** The first row marked with `bit` in the range; −1 for none. */
function anchor(
  { events, marks, base }: Trail,
  bit: number,
  start: number,
  end: number,
  range: Scope['range'],
): number {
  for (let row = start; row < end; ++row) {
    if ((marks[row - base]! & bit) === 0) continue;
    if (range === null) return row;
    const t = events.time[row]!;
    if (t >= range.to) return -1;
    if (t >= range.from) return row;
  }
  return -1;
}

/** Whether no event that would be part of a path can come after the data end, by its first and its unit's last time. */
function ending(
  { windowMs }: Trail,
  { count, sessions }: PathsParams,
  { completeThrough, timezone }: Scope,
): (first: number, last: number) => boolean {
  if (count === 'users') {
    return (first) => windowMs === Infinity || first + windowMs <= completeThrough;
  }
  const gapMs = sessions === undefined ? DEFAULT_SESSIONS.gapMs : durationMs(sessions.gap);
  const days = sessions?.midnight ? calendar(timezone) : null;
  return (first, last) =>
    first + windowMs <= completeThrough ||
    last + gapMs <= completeThrough ||
    (days !== null && days.end('day', last) <= completeThrough);
}
