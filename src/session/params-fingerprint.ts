import { type Json, isObject } from '../base/json';
import { sha256 } from '../data/sha256';

/** sha256 of parameters whose refs are replaced, whatever the order of their keys: what `plan` and the snapshot hold. */
export function paramsFingerprint(params: Json): string {
  const hash = sha256();
  hash.update(new TextEncoder().encode(JSON.stringify(sorted(params))));
  return hash.digest();
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
