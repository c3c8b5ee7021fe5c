import { type Json, type JsonObject, isObject, objectsIn } from '../base/json';

/** A list in a result whose elements stand for groups of people. */
export interface GroupList {
  /** Keys that lead to it, with dots between; of a list on the way, in each of its elements. */
  readonly at: string;
  /** How many people an element stands for: `EVERYBODY` where it is no group, null where nobody knows. */
  readonly people: (group: JsonObject, result: JsonObject) => number | null;
  /** The list on the way in each of whose elements all lists are one: keys that lead to it. Absent: each list is one by itself. */
  readonly within?: string;
  /** The groups make up a whole that is shown beside them: all of them one, or those that are alike in a key one each. */
  readonly wholes?: 'one' | readonly string[];
  /** People may be in several of the groups. */
  readonly overlap?: true;
  /** Key of the name by which other parts of the result speak of a group. */
  readonly name?: string;
  /** Parts of the result that are about all these groups at once. */
  readonly together?: readonly string[];
  /** One of them is what the others are compared with: without it nothing is left. */
  readonly hasControl?: true;
  /** All others are compared with the first: without it there are none. */
  readonly needsFirst?: true;
  /** Without any of them the result says nothing. */
  readonly needed?: true;
}

/** A part of a result that is about some of the people, and null where they are few. */
export interface FewPart {
  /** Keys that lead to it, with dots between; empty for the whole result. */
  readonly at: string;
  /** The fewest people that it says something about. */
  readonly people: (result: JsonObject) => number;
}

/** What of a kind of result is about some of the people only. */
export interface GroupRules {
  readonly lists: readonly GroupList[];
  readonly few?: readonly FewPart[];
  /** Remarks on one group. */
  readonly remarks?: readonly string[];
}

/** Of an element that stands for all people. */
export const EVERYBODY = Infinity;

/**
 * By kind of analysis. Not in it: what was asked about as a whole (arms, steps of a funnel, periods),
 * and how many of all have each value of one number (answers, scores, active days).
 */
export const groupLists: Readonly<Record<string, GroupRules>> = {
  experiment: {
    lists: [
      { at: 'metrics.segments.groups', people: ofArms, wholes: 'one' },
      { at: 'traffic', people: by('users'), wholes: ['arm'] },
      { at: 'checks.arms', people: by('users') },
    ],
  },
  power: { lists: [{ at: 'traffic', people: by('users'), wholes: 'one' }] },
  retention: {
    lists: [
      {
        ...{ ...named('groups', 'users'), wholes: 'one' },
        ...{ together: ['split'], hasControl: true, needed: true },
      },
      { at: 'groups.rows', people: by('users'), wholes: 'one' },
      { at: 'groups.rows.cells', within: 'groups', people: ofCell, wholes: ['offset'] },
      { at: 'groups.overall', people: ofCell },
    ],
  },
  funnel: {
    lists: [
      {
        ...{ ...named('groups', 'entered'), wholes: 'one' },
        ...{ together: ['checks'], hasControl: true, needed: true },
      },
      { at: 'drivers.traits', people: ofTrait },
      { at: 'trend', people: by('entered'), wholes: 'one' },
    ],
  },
  friction: {
    lists: [
      { at: 'transitions.groups', people: by('users'), wholes: 'one' },
      { at: 'transitions.groups.bands', people: by('of'), wholes: 'one' },
    ],
  },
  nps: {
    lists: [
      { at: 'groups', people: by('answers'), wholes: 'one' },
      { at: 'contacts', people: by('answers'), wholes: 'one', needsFirst: true },
      { at: 'trend', people: by('answers'), wholes: 'one' },
    ],
  },
  affinity: {
    lists: [
      { ...named('groups', 'users'), wholes: 'one', overlap: true },
      { ...named('contents', 'users'), wholes: 'one', overlap: true },
      { at: 'cells', people: by('users'), wholes: ['group', 'content'], overlap: true },
    ],
  },
  attribution: {
    lists: [
      {
        ...{ at: 'models.channels', people: ofJourneys, name: 'channel' },
        ...{ wholes: 'one', overlap: true, needed: true },
      },
      { at: 'paths', people: ofJourneys, wholes: 'one', overlap: true },
      { at: 'transitions', people: ofJourneys, wholes: ['from'], overlap: true },
    ],
  },
  campaign: {
    lists: [
      { at: 'groups', people: by('users'), wholes: 'one' },
      { at: 'frequency', people: by('users'), wholes: 'one' },
    ],
    few: [
      {
        at: 'randomised',
        people: (result) => fewestIn(partAt(result, 'randomised.arms'), 'users'),
      },
      {
        at: 'compared',
        people: (result) =>
          fewestIn(
            [partAt(result, 'compared.contacted'), partAt(result, 'compared.others')],
            'users',
          ),
      },
    ],
  },
  concentration: {
    lists: [
      { at: 'top', people: by('users'), needed: true },
      { at: 'reach', people: by('users') },
      { at: 'portrait.traits', people: ofTrait },
      { at: 'worth.channels', people: by('users'), wholes: 'one' },
    ],
    few: [{ at: '', people: ofGreatest }],
  },
  payback: {
    lists: [
      { at: 'channels', people: ofBuyers, wholes: 'one', name: 'channel' },
      { at: 'cohorts', people: ofBuyers, wholes: ['channel', 'cohort'] },
      { at: 'channels.curve', people: by('users') },
      { at: 'cohorts.curve', people: by('users') },
    ],
    remarks: ['looksGood'],
  },
  repurchase: {
    lists: [
      { ...named('groups', 'customers'), wholes: 'one', hasControl: true },
      { at: 'cohorts', people: by('customers'), wholes: 'one' },
      ...['orders', 'groups.orders', 'cohorts.orders'].map((at) => ({ at, people: ofOrder })),
    ],
  },
  monitor: { lists: [{ at: 'moves.groups', people: ofMove, wholes: 'one' }] },
  paths: {
    lists: [
      { ...named('sequences', 'users'), needed: true },
      { ...named('groups', 'users'), wholes: 'one', hasControl: true },
      { at: 'flow', people: by('paths') },
      { at: 'matrix', people: ofSteps, needed: true },
    ],
  },
  referral: { lists: [{ at: 'groups', people: by('users'), together: ['comparisons'] }] },
  segments: {
    lists: [
      { ...named('segments', 'users'), people: ofSegment, needed: true },
      { at: 'segments.rows', people: ofSegment },
      { at: 'portrait.traits', people: ofTrait },
      { at: 'overlaps', people: by('both') },
      { at: 'lifts', people: ({ inside, others }) => fewestIn([inside!, others!], 'users') },
    ],
    few: [{ at: 'portrait', people: ({ portrait = null }) => fewestIn([portrait], 'users') }],
  },
  health: {
    lists: [
      { at: 'bands', people: by('users'), wholes: 'one' },
      { at: 'validation.bands', people: by('of'), wholes: 'one' },
      { at: 'validation.steps', people: by('of'), wholes: 'one' },
      { at: 'winback.groups', people: by('users'), wholes: 'one' },
      { at: 'winback.reasons', people: by('users') },
    ],
    few: [{ at: 'winback.atStake', people: ({ winback = null }) => fewestIn([winback], 'users') }],
  },
  rfm: {
    lists: [
      { ...named('segments', 'users'), wholes: 'one' },
      { at: 'cells', people: by('users'), wholes: ['segment'] },
      { at: 'migration.rows', people: by('users'), wholes: ['from', 'to'] },
    ],
  },
  tiers: {
    lists: [
      { at: 'tiers', people: ofTier, wholes: 'one', name: 'name' },
      { at: 'moves', people: by('users') },
      { at: 'movements', people: ({ kept = null }) => fewestIn([kept], 'users') },
      { at: 'thresholds', people: ({ below, above }) => fewestIn([below!, above!], 'users') },
      { at: 'progression.tiers', people: ofPeriod, wholes: 'one' },
    ],
  },
  ltv: {
    lists: ['cohorts', 'holdout.byRepeats', 'forecast.cells'].map((at) => {
      return { at, people: by('customers'), wholes: 'one' };
    }),
  },
  promo: {
    lists: [
      { at: 'everyone.classes', people: by('count'), wholes: 'one' },
      { at: 'frequent.classes', people: by('count'), wholes: 'one' },
    ],
    few: [
      {
        at: 'frequent.dependent',
        people: (result) => ofShare(partAt(result, 'frequent.dependent')),
      },
      { at: 'campaign', people: (result) => fewestIn(partAt(result, 'campaign.groups'), 'users') },
    ],
  },
};

function named(at: string, key: string) {
  return { at, people: by(key), name: 'name' } as const;
}

/** What the element counts under `key`; everybody where it has no name to tell it from others. */
function by(key: string): GroupList['people'] {
  return (group) => (group['name'] === null ? EVERYBODY : numberOf(group[key]));
}

/** Those who could make a purchase; the first one that is looked for could all. */
function ofOrder({ order, of }: JsonObject): number {
  return order === 2 ? EVERYBODY : Number(of);
}

/** Those who came back at one age of a cohort, of those who could. */
function ofCell({ users, of }: JsonObject): number {
  return fewest([Number(users), Number(of)]);
}

/** Those in a segment, and those outside. */
function ofSegment({ users, of }: JsonObject): number {
  return fewest([Number(users), Number(of) - Number(users)]);
}

/** Those with a trait, and those without, of both groups that are compared. */
function ofTrait({ counts, of }: JsonObject): number {
  return fewest([sumOf(counts), sumOf(of) - sumOf(counts)]);
}

/** An arm of a group is a group. */
function ofArms({ arms = [] }: JsonObject): number {
  return fewestIn(arms, 'users');
}

/** Of counted paths nobody knows whose they are: there as many people as journeys are taken for granted. */
function ofJourneys({ users, touches, count, conversions, nulls }: JsonObject): number | null {
  if (typeof users === 'number') return users;
  return numberOf(count ?? touches) ?? Number(conversions) + Number(nulls);
}

/** What users brought is what their buyers brought. */
function ofBuyers({ users, buyers }: JsonObject): number {
  return fewest([Number(users), Number(buyers)]);
}

/** Whose they are is known where users are what is watched; else there may be nobody but one. */
function ofMove({ before, after }: JsonObject, { metric = null }: JsonObject): number | null {
  if (!isObject(metric) || metric['type'] !== 'users') return null;
  return Math.max(Number(before), Number(after)) || null;
}

/** An event of paths: as many as did it at the step at which most did. */
function ofSteps({ steps = [] }: JsonObject): number {
  const counts = (steps as readonly JsonObject[]).map(({ paths }) => Number(paths));
  return Math.max(0, ...counts);
}

/** Those in a tier now, and those who ever were. */
function ofTier({ users, reached }: JsonObject): number {
  return fewest([Number(users), Number(reached)]);
}

/** Those in a tier when a period began, and when it ended, of all who were there. */
function ofPeriod({ users, before, of }: JsonObject): number {
  return fewest([Number(users), Number(before), Number(of)]);
}

/** Some of all, and the others. */
function ofShare(part: Json): number {
  if (!isObject(part)) return 0;
  const { count, of } = part;
  return fewest([Number(count), Number(of) - Number(count)]);
}

/** The greatest users, or a tenth of all. */
function ofGreatest({ superUsers = null, tenths = [] }: JsonObject): number {
  return fewestIn([superUsers, ...(tenths as readonly Json[])], 'users');
}

/** The smallest number under `key` that is not 0, of the elements of a list. */
function fewestIn(list: Json, key: string): number {
  const counts = objectsIn(list).map((each) => numberOf(each[key]));
  return fewest(counts.filter((count) => count !== null));
}

/** The smallest that is not 0: nobody is no group. */
function fewest(counts: readonly number[]): number {
  const some = counts.filter((count) => count > 0);
  return some.length === 0 ? 0 : Math.min(...some);
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** Of the numbers in a list; 0 where there is no list. */
export function sumOf(list: Json | undefined): number {
  if (!Array.isArray(list)) return 0;
  return (list as readonly Json[]).reduce<number>((sum, each) => sum + Number(each), 0);
}

/** The part of a result to which `keys` lead, with dots between; null without it. */
export function partAt(result: Json, keys: string): Json {
  return keys
    .split('.')
    .reduce<Json>((part, key) => (isObject(part) ? (part[key] ?? null) : null), result);
}
