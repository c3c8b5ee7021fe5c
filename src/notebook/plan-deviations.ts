import { type Json, type JsonObject, isObject } from '../base/json';
import { type Path, formatPath } from './path';

/** A stamp of a header, as it bears on the parameters that a cell has now. */
export interface PlanStamp {
  /** ISO 8601. */
  readonly at: string;
  /** Results were there when it was made. */
  readonly seen: boolean;
  /** The frozen parameters; null where the stamp does not keep them. */
  readonly params: JsonObject | null;
  /** What the segments that they name said then and say now; null where the stamp does not keep them. */
  readonly segments: { readonly was: JsonObject; readonly is: JsonObject } | null;
  /** The stamp has the hash of the parameters that it keeps. */
  readonly isIntact: boolean;
  /** The parameters now have its hash. */
  readonly isSame: boolean;
}

/** A frozen plan beside what it has become. */
export interface PlanStanding extends Pick<PlanStamp, 'at' | 'seen' | 'isIntact'> {
  readonly isChanged: boolean;
  /** Empty also where it is not known what changed. */
  readonly deviations: readonly Deviation[];
}

/** A part of a plan that is no longer what it was; absent where it was or is not set. */
export interface Deviation {
  readonly path: string;
  readonly was?: Json;
  readonly is?: Json;
}

/** May change at any time: which data, how far they go, and who answers for it. */
const FREE = ['source', 'completeThrough', 'owner', 'ticket'];

/** What differs between a plan and the parameters now, defaults filled in on both sides. */
export function deviations(was: JsonObject, is: JsonObject): Deviation[] {
  return differences(bound(was), bound(is), []);
}

/** What differs between the segments of a plan and as they are now. */
export function segmentDeviations({ was, is }: NonNullable<PlanStamp['segments']>): Deviation[] {
  return differences(was, is, []);
}

function bound(params: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(params).filter(([key]) => !FREE.includes(key)));
}

function differences(was: Json | undefined, is: Json | undefined, path: Path): Deviation[] {
  const [before, now] = [parts(was), parts(is)];
  if (before && now) {
    const keys = [...new Set([...before.keys(), ...now.keys()])];
    return keys.flatMap((key) => differences(before.get(key), now.get(key), [...path, key]));
  }
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [
    {
      path: formatPath(path),
      ...(was === undefined ? {} : { was }),
      ...(is === undefined ? {} : { is }),
    },
  ];
}

/** The parts of an object by key, of a list of named things by name; null for what is one value. */
function parts(value: Json | undefined): ReadonlyMap<string, Json> | null {
  if (isObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value) || value.length === 0) return null;
  const named = value.map((each): [string, Json] | null =>
    isObject(each) && typeof each['name'] === 'string' ? [each['name'], each] : null,
  );
  const isNamed = named.every((entry) => entry !== null);
  return isNamed ? new Map(named) : null;
}
