import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { Scope } from '../analysis';
import { chosen, everyPosition, usersBehind } from '../chosen';
import { cellsOf } from './cells';
import { contentsOf } from './contents';
import type { Engagements } from './engagements';
import type { AffinityParams } from './params';
import type { AffinityResult } from './result';

const MOST_GROUPS = 10;
const MOST_CONTENTS = 20;

/**
 * The result of an affinity from what all users engaged with.
 *
 * @throws {Problem} `nothing-to-count` when no event has a content
 *
 */
export function infer(
  engagements: Engagements,
  params: AffinityParams,
  scope: Scope,
): AffinityResult {
  const { user, events, open, without } = engagements;
  if (user.length === 0) {
    const event = [params.engage.event].flat().join(', ');
    throw new Problem('nothing-to-count', { event }, { path: 'engage' });
  }
  const all = everyPosition(user.length);
  const groups = largest(engagements, engagements.groups).slice(0, MOST_GROUPS);
  const contents = largest(engagements, engagements.contents).slice(0, MOST_CONTENTS);
  return {
    events: events.reduce((sum, count) => sum + count, 0),
    users: usersBehind(user, all),
    doubtful: scope.late ?? null,
    ...{ without, open, fromMs: durationMs(params.from), toMs: durationMs(params.to) },
    ...cellsOf(
      engagements,
      { groups: groups.map(({ code }) => code), contents: contents.map(({ code }) => code) },
      params.alpha,
    ),
    groups: groups.map(({ code, events: size }) => ({
      name: engagements.groups.values[code]!,
      events: size,
      users: usersBehind(
        user,
        chosen(all, (i) => engagements.groups.codes[i] === code),
      ),
    })),
    contents: contentsOf(
      engagements,
      contents.map(({ code }) => code),
      params.alpha,
    ),
  };
}

/** Codes by their events, the largest first. */
function largest(
  { events }: Engagements,
  { values, codes }: Engagements['groups'],
): { code: number; events: number }[] {
  const sizes = new Float64Array(values.length);
  for (let i = 0; i < codes.length; ++i) sizes[codes[i]!]! += events[i]!;
  return Array.from(sizes.keys())
    .filter((code) => sizes[code]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || (values[a]! < values[b]! ? -1 : 1))
    .map((code) => ({ code, events: sizes[code]! }));
}
