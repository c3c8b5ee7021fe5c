import { type Json, type JsonObject, isObject } from '../../../base/json';

export const INPUT_KINDS = ['number', 'slider', 'choice', 'range', 'text'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** The keys of an input in the order of the format. */
export const INPUT_KEYS = ['kind', 'label', 'value', 'options', 'min', 'max', 'step', 'format'];

/**
 * An input as one of another kind: what both have stays, and the value as far as it makes sense.
 *
 * @param days  the first and the last day of the data, for a range of dates
 */
export function asKind(
  input: JsonObject,
  kind: InputKind,
  days: { readonly from: string; readonly to: string },
): JsonObject {
  const { label, value, min, max, step, format, options } = input;
  const shared = { kind, ...(label !== undefined && { label }) };
  const number = typeof value === 'number' ? value : Number(value) || 0;
  const numeric = { ...(step !== undefined && { step }), ...(format !== undefined && { format }) };
  switch (kind) {
    case 'number':
      return { ...shared, value: number, ...given({ min, max }), ...numeric };
    case 'slider': {
      const low = typeof min === 'number' ? min : Math.min(0, number);
      const high = typeof max === 'number' ? max : Math.max(low + 100, number);
      return { ...shared, value: number, min: low, max: high, ...numeric };
    }
    case 'choice': {
      const known =
        Array.isArray(options) && options.length > 0 ? (options as readonly Json[]) : null;
      const choices = known ?? [isObject(value) || value === undefined ? 'A' : value];
      return {
        ...shared,
        value: choices.includes(value!) ? value! : choices[0]!,
        options: choices,
      };
    }
    case 'range':
      return { ...shared, value: isObject(value) ? value : { ...days } };
    case 'text':
      return { ...shared, value: isObject(value) ? '' : String(value ?? '') };
  }
}

/** The choices after an edit of their list; the value stays among them. */
export function withOptions(input: JsonObject, options: readonly Json[]): JsonObject {
  const { value } = input;
  const isKnown = value !== undefined && options.includes(value);
  return { ...input, value: isKnown ? value : (options[0] ?? ''), options };
}

function given(values: Readonly<Record<string, Json | undefined>>): JsonObject {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as JsonObject;
}
