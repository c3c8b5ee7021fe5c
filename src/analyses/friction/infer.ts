import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { Scope } from '../analysis';
import { chosen, usersBehind } from '../chosen';
import type { Attempts } from './attempts';
import { type Selection, attributableShare, dropDifference, dropOf } from './drop';
import type { FrictionParams } from './params';
import type { Band, FrictionGroup, FrictionResult, Sign, Transition } from './result';
import { type Listed, cut, edgesOf, known, listedGroups, ofStep } from './selections';
import { spreadOf } from './spread';

/**
 * The result of a friction from the attempts of all users.
 *
 * @throws {Problem} `nothing-to-count` when no attempt starts in the dates, `all-open` when no window has ended
 */
export function infer(attempts: Attempts, params: FrictionParams, scope: Scope): FrictionResult {
  const open = attempts.open.reduce((sum, count) => sum + count, 0);
  if (attempts.step.length === 0) {
    const args = { event: named(params.steps[0]!), users: open };
    throw new Problem(open > 0 ? 'all-open' : 'nothing-to-count', args, { path: 'steps' });
  }
  const groups = listedGroups(attempts);
  return {
    windowMs: params.window === null ? null : durationMs(params.window),
    repeatMs: durationMs(params.repeat),
    watchesErrors: params.errors !== undefined,
    odd: attempts.odd,
    doubtful: scope.late ?? null,
    transitions: params.steps.slice(1).map((step, i) => {
      const around = { from: named(params.steps[i]!), to: named(step) };
      return transition(attempts, params, groups, i, around);
    }),
  };
}

function transition(
  attempts: Attempts,
  params: FrictionParams,
  listed: Listed | null,
  step: number,
  { from, to }: Pick<Transition, 'from' | 'to'>,
): Transition {
  const all = ofStep(attempts, step);
  const edges = edgesOf(attempts, all, params);
  const each = (name: string | null, selection: Selection) =>
    group(attempts, params, { name, selection, edges });
  return {
    ...{ name: `${from} > ${to}`, from, to, open: attempts.open[step]! },
    groups: [
      each(null, all),
      ...(listed?.names ?? []).map((name, g) =>
        each(
          name,
          chosen(all, (i) => listed!.codes[i] === g),
        ),
      ),
    ],
  };
}

function group(
  attempts: Attempts,
  params: FrictionParams,
  { name, selection, edges }: { name: string | null; selection: Selection; edges: number[] },
): FrictionGroup {
  const measured = chosen(selection, (i) => !Number.isNaN(attempts.wait[i]!));
  const bands = measured.length === 0 ? [] : cut(attempts, measured, edges);
  const shown = bands.map(({ band, inside }): Band => ({ ...band, ...dropOf(attempts, inside) }));
  return {
    name,
    attempts: selection.length,
    users: usersBehind(attempts.user, selection),
    dropped: dropOf(attempts, selection),
    time: spreadOf(known(attempts.time, selection)),
    wait: spreadOf(known(attempts.wait, selection)),
    bands: shown,
    explained: bands.length < 2 ? null : attributableShare(attempts, bands[0]!.inside, measured),
    signs: [
      sign(attempts, selection, 'repeats', attempts.repeats),
      ...(params.errors ? [sign(attempts, selection, 'errors', attempts.errors)] : []),
    ],
  };
}

function sign(
  attempts: Attempts,
  selection: Selection,
  name: Sign['name'],
  marks: Uint8Array,
): Sign {
  const some = chosen(selection, (i) => marks[i]! > 0);
  const others = chosen(selection, (i) => marks[i] === 0);
  const [withIt, without] = [dropOf(attempts, some), dropOf(attempts, others)];
  const isNone = selection.length === 0;
  return {
    ...{ name, attempts: some.length, of: selection.length },
    share: isNone ? null : some.length / selection.length,
    with: withIt,
    without,
    difference: dropDifference(
      attempts,
      { selection: some, drop: withIt },
      { selection: others, drop: without },
    ),
    ...(isNone ? { problem: new Problem('no-attempts').toJSON() } : {}),
  };
}

function named({ event }: { readonly event: string | readonly string[] }): string {
  return [event].flat().join(', ');
}
