import type { Value } from './value-column';

/** Name and value of each field of a record, those of nested objects as `a.b`. */
export type Fields = (readonly [name: string, value: Value])[];

/** Deeper objects stay JSON text. */
const DEEPEST = 16;

/** Adds the fields of `record` to `into`. Arrays become JSON text, times ISO 8601 text; integers beyond 2^53 text. */
export function flatFields(record: object, prefix: string, into: Fields, depth = 0): void {
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    const name = prefix + key;
    if (isRecord(value) && depth < DEEPEST) flatFields(value, `${name}.`, into, depth + 1);
    else into.push([name, leaf(value)]);
  }
}

/** A value that is no record, as a cell. */
export function leaf(value: unknown): Value {
  if (typeof value === 'bigint') return plainInteger(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value !== 'object' || value === null) return value as Value;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? plainInteger(inner) : inner)); // prettier-ignore
}

export function isRecord(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof Date)
  );
}

function plainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
