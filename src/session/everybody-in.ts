import { type Json, type JsonObject, objectsIn } from '../base/json';
import { partAt, sumOf } from './group-lists';

/** How many people a result is about in all; null where they are not counted. */
export function everybodyIn(kind: string, result: JsonObject): number | null {
  return counts[kind]?.(result) ?? null;
}

const counts: Readonly<Record<string, (result: JsonObject) => number | null>> = {
  experiment: (result) => totalOf(result, 'arms', 'users'),
  power: at('estimated.users'),
  funnel: (result) => totalOf(result, 'groups', 'entered'),
  retention: (result) => totalOf(result, 'groups', 'users'),
  lifecycle: (result) => most(numbersIn(result, 'rows', 'active')),
  churn: at('now.users'),
  friction: (result) =>
    most(objectsIn(partAt(result, 'transitions')).map((each) => unnamed(each['groups']))),
  nps: at('answers'),
  affinity: at('users'),
  campaign: ({ groups = null }) => unnamed(groups),
  concentration: at('users'),
  payback: at('users'),
  repurchase: at('customers'),
  paths: at('users'),
  referral: at('users'),
  segments: at('users'),
  health: at('users'),
  rfm: at('customers'),
  tiers: at('users'),
  ltv: at('customers'),
  promo: at('everyone.buyers'),
};

function at(keys: string): (result: JsonObject) => number | null {
  return (result) => {
    const count = partAt(result, keys);
    return typeof count === 'number' ? count : null;
  };
}

/** The users of the group that has no name, which is everybody. */
function unnamed(groups: Json | undefined): number {
  const counts = objectsIn(groups).flatMap(({ name, users }) =>
    name === null ? Number(users) : [],
  );
  return most(counts);
}

function totalOf(result: JsonObject, keys: string, key: string): number | null {
  const found = numbersIn(result, keys, key);
  return found.length === 0 ? null : sumOf(found);
}

function numbersIn(result: JsonObject, keys: string, key: string): readonly number[] {
  return objectsIn(partAt(result, keys)).flatMap((each) => {
    const count = each[key];
    return typeof count === 'number' ? [count] : [];
  });
}

function most(counts: readonly number[]): number {
  return Math.max(0, ...counts);
}
