import { type Json, type JsonObject, isObject } from '../base/json';
import { partAt } from './group-lists';

/** How many people a result is about in all; null where they are not counted. */
export function everybodyIn(kind: string, result: JsonObject): number | null {
  return counts[kind]?.(result) ?? null;
}

const counts: Readonly<Record<string, (result: JsonObject) => number | null>> = {
  experiment: (result) => sumOf(result, 'arms', 'users'),
  power: at('estimated.users'),
  funnel: (result) => sumOf(result, 'groups', 'entered'),
  retention: (result) => sumOf(result, 'groups', 'users'),
  lifecycle: (result) => most(numbersIn(result, 'rows', 'active')),
  churn: at('now.users'),
  friction: (result) => most(listAt(result, 'transitions').map((each) => unnamed(each['groups']))),
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
  const all = Array.isArray(groups) ? (groups as readonly Json[]).filter(isObject) : [];
  return most(all.flatMap(({ name, users }) => (name === null ? Number(users) : [])));
}

function sumOf(result: JsonObject, keys: string, key: string): number | null {
  const found = numbersIn(result, keys, key);
  return found.length === 0 ? null : found.reduce((a, b) => a + b, 0);
}

function numbersIn(result: JsonObject, keys: string, key: string): readonly number[] {
  return listAt(result, keys).flatMap((each) => {
    const count = each[key];
    return typeof count === 'number' ? [count] : [];
  });
}

function listAt(result: JsonObject, keys: string): readonly JsonObject[] {
  const list = partAt(result, keys);
  return Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : [];
}

function most(counts: readonly number[]): number {
  return Math.max(0, ...counts);
}
