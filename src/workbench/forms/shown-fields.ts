import { type JsonObject } from '../../base/json';
import type { FormNames } from './form-names';
import type { Schema } from './schema';

/** A field of an object as the form shows it. */
export interface ShownField {
  readonly key: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** Settings that few people change: they are folded away until they have a value. */
const RARE = new Set([
  ...['roles', 'population', 'where', 'range', 'timezone', 'weekStart', 'completeThrough', 'seed'],
  ...['sessions', 'top', 'minShare'],
  ...['tuning', 'lift', 'prior', 'minimumDays', 'hypothesis', 'owner', 'ticket'],
  ...['direction', 'margin', 'target', 'cap', 'cuped', 'covariate', 'theta'],
  ...['minimum', 'overall'],
  ...['everyone', 'near'],
  ...['baseline', 'sd', 'arrivals', 'allocation'],
  ...['reset', 'path', 'remove', 'maxSteps', 'direct', 'bootstrap'],
]);

const OF_EVENTS = new Set([
  ...['exposure', 'event', 'window', 'cuped', 'value'],
  ...['touch', 'conversion', 'lookback', 'conversions', 'reset'],
]);
const OF_UNITS = new Set(['column', 'covariate', 'variant']);
/** What is read from users: counts of finished tests have none. */
const OF_USERS = new Set([
  ...['exposure', 'variant', 'activation', 'exclude', 'contamination', 'balance', 'metrics'],
  ...['plannedEnd', 'segments', 'worth', 'minimumDays', 'population', 'sessions'],
]);

/** The fields of an object in the order of its schema: those at hand, and those folded away. */
export function shownFields(
  schema: Schema,
  value: JsonObject,
  names: FormNames,
): { readonly usual: readonly ShownField[]; readonly rare: readonly ShownField[] } {
  const fields = Object.entries(schema.properties ?? {})
    .filter(([key, property]) => key !== 'kind' && property.const === undefined)
    .map(([key, property]) => ({
      ...{ key, schema: property },
      required: schema.required?.includes(key) ?? false,
    }));
  const isSet = ({ key }: ShownField) => value[key] !== undefined;
  const offered = fields.filter(
    (field) => isSet(field) || field.required || fits(field, names, value),
  );
  const isRare = (field: ShownField) => RARE.has(field.key) && !isSet(field) && !field.required;
  return {
    usual: offered.filter((field) => !isRare(field)),
    rare: offered.filter(isRare),
  };
}

/** Does the field mean something for this kind of table? One that is not read is of the kind that `value` is for. */
function fits({ key }: ShownField, { hasEvents, isCounts }: FormNames, value: JsonObject): boolean {
  if (isCounts === true && OF_USERS.has(key)) return false;
  const isOfUnits = [...OF_UNITS].some((each) => value[each] !== undefined);
  return !((hasEvents ?? !isOfUnits) ? OF_UNITS : OF_EVENTS).has(key);
}
