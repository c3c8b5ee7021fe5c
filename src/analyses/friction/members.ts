import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type Attempts, attemptsOf } from './attempts';
import type { Selection } from './drop';
import type { FrictionParams } from './params';
import { cut, edgesOf, listedGroups, ofStep } from './selections';

/**
 * The users behind a number: of a transition (`transitions[0]`), of its groups
 * (`transitions[0].groups[1].dropped`), of a band of waits (`….bands[2]`) or of a sign
 * (`….signs.errors.with`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: FrictionParams, path: string): Uint32Array {
  const [list, at, groups, which = 0, part, ...rest] = parsePath(path);
  if (list !== 'transitions') return new Uint32Array(0);
  const attempts = attemptsOf(input, params);
  const step = typeof at === 'number' ? at : stepNamed(params, String(at));
  const all = ofStep(attempts, step);
  const group = groups === 'groups' ? groupOf(attempts, all, which) : all;
  const inside = partOf(attempts, group, edgesOf(attempts, all, params), [part, ...rest]);
  return Uint32Array.from(new Set(Array.from(inside, (i) => attempts.user[i]!)));
}

function stepNamed({ steps }: FrictionParams, name: string): number {
  const names = steps.map(({ event }) => [event].flat().join(', '));
  return names.findIndex((from, i) => `${from} > ${names[i + 1] ?? ''}` === name);
}

function groupOf(attempts: Attempts, all: Selection, which: string | number): Selection {
  if (which === 0) return all;
  const listed = listedGroups(attempts);
  const group = typeof which === 'number' ? which - 1 : (listed?.names.indexOf(which) ?? -1);
  return listed === null ? new Uint32Array(0) : all.filter((i) => listed.codes[i] === group);
}

function partOf(
  attempts: Attempts,
  group: Selection,
  edges: readonly number[],
  [part, at, side]: readonly (string | number | undefined)[],
): Selection {
  const isDropped = (i: number) => Number.isNaN(attempts.time[i]!);
  if (part === undefined || part === 'attempts' || part === 'users') return group;
  if (part === 'dropped') return group.filter(isDropped);
  if (part === 'time') return group.filter((i) => !isDropped(i));
  if (part === 'wait') return group.filter((i) => !Number.isNaN(attempts.wait[i]!));
  if (part === 'bands') {
    const known = group.filter((i) => !Number.isNaN(attempts.wait[i]!));
    const band = cut(attempts, known, edges)[Number(at)]?.inside ?? new Uint32Array(0);
    return side === 'dropped' || side === 'rate' ? band.filter(isDropped) : band;
  }
  const marks = at === 'errors' || at === 1 ? attempts.errors : attempts.repeats;
  if (part !== 'signs') return new Uint32Array(0);
  return group.filter((i) => marks[i]! > 0 === (side !== 'without'));
}
