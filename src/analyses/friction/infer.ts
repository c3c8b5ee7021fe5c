import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { Attempts } from './attempts';
import { type Selection, attributableShare, dropDifference, dropOf } from './drop';
import type { FrictionParams } from './params';
import type { Band, FrictionGroup, FrictionResult, Sign, Transition } from './result';
import { type Listed, cut, edgesOf, listedGroups, ofStep } from './selections';
import { spreadOf } from './spread';

/**
 * The result of a friction from the attempts of all users.
 *
 * @throws {Problem} `nothing-to-count` when no attempt starts in the dates, `all-open` when no window has ended
 */
export function infer(attempts: Attempts, params: FrictionParams): FrictionResult {
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
          all.filter((i) => listed!.codes[i] === g),
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
  const known = selection.filter((i) => !Number.isNaN(attempts.wait[i]!));
  const bands = known.length === 0 ? [] : cut(attempts, known, edges);
  const shown = bands.map(({ band, inside }): Band => ({ ...band, ...dropOf(attempts, inside) }));
  const durations = (column: Float64Array) =>
    Float64Array.from(selection, (i) => column[i]!).filter((each) => !Number.isNaN(each));
  return {
    name,
    attempts: selection.length,
    users: countUsers(attempts, selection),
    dropped: dropOf(attempts, selection),
    time: spreadOf(durations(attempts.time)),
    wait: spreadOf(durations(attempts.wait)),
    bands: shown,
    explained: bands.length < 2 ? null : attributableShare(attempts, bands[0]!.inside, known),
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
  const some = selection.filter((i) => marks[i]! > 0);
  const others = selection.filter((i) => marks[i] === 0);
  const isNone = selection.length === 0;
  return {
    ...{ name, attempts: some.length, of: selection.length },
    share: isNone ? null : some.length / selection.length,
    with: dropOf(attempts, some),
    without: dropOf(attempts, others),
    difference: dropDifference(attempts, some, others),
    ...(isNone ? { problem: new Problem('no-attempts').toJSON() } : {}),
  };
}

function countUsers({ user }: Attempts, selection: Selection): number {
  let count = 0;
  for (let i = 0; i < selection.length; ++i) {
    if (i === 0 || user[selection[i]!] !== user[selection[i - 1]!]) ++count;
  }
  return count;
}

function named({ event }: { readonly event: string | readonly string[] }): string {
  return [event].flat().join(', ');
}
