import { type Json, isObject } from '../base/json';
import { type Path, nameOf } from './path';
import type { Snapshot } from './snapshot';

/** Something that a result said and now says otherwise; null stands for nothing there. */
export interface Moved {
  /** From the id of the cell on, in the grammar of paths. */
  readonly path: Path;
  readonly was: Json;
  readonly is: Json;
}

/** A number that is nearer than this to what it was, relatively, has not moved. */
const SAME = 1e-9;

/** What `now` says otherwise than `before`, in the order of `before`: every leaf that moved, came or went. */
export function movedFigures(before: Snapshot, now: Snapshot): readonly Moved[] {
  const results = ({ cells }: Snapshot): Json =>
    Object.fromEntries(Object.entries(cells).map(([id, { result }]) => [id, result]));
  return [...moves(results(before), results(now), [])];
}

/** The sources whose data are not those of the snapshot. */
export function changedSources(before: Snapshot, now: Snapshot): readonly string[] {
  const ids = [...new Set([...Object.keys(before.sources), ...Object.keys(now.sources)])];
  return ids.filter((id) => before.sources[id]?.sha256 !== now.sources[id]?.sha256);
}

function* moves(was: Json, is: Json, path: Path): Generator<Moved> {
  if (Array.isArray(was) && Array.isArray(is)) {
    const length = Math.max(was.length, is.length);
    for (let index = 0; index < length; ++index) {
      const name = nameOf(was[index] ?? is[index] ?? null) ?? index;
      yield* moves(was[index] ?? null, is[index] ?? null, [...path, name]);
    }
  } else if (isObject(was) && isObject(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      yield* moves(was[key] ?? null, is[key] ?? null, [...path, key]);
    }
  } else if (!isSame(was, is)) yield { path, was, is };
}

function isSame(was: Json, is: Json): boolean {
  if (typeof was !== 'number' || typeof is !== 'number') return was === is;
  return Math.abs(was - is) <= SAME * Math.max(Math.abs(was), Math.abs(is));
}
