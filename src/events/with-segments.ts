import type { Columns, EventIndex } from './event-index';

/** Those of a segment's source who are not in it. */
const OTHERS = '(others)';

interface Kept {
  readonly masks: readonly Uint8Array[];
  readonly index: EventIndex;
}

/** The last index that was made of each: what was remembered of it stays true. */
const made = new WeakMap<EventIndex, Map<string, Kept>>();

/**
 * The index with segments as attributes of its users, so that whatever divides users by a column divides
 * them by a segment: its name for those in it, `(others)` for the others. A column of that name stays.
 *
 * @param segments  by name, 1 for each user of the index who is in it
 */
export function withSegments(
  index: EventIndex,
  segments: ReadonlyMap<string, Uint8Array>,
): EventIndex {
  const own = [...index.columns.names, ...index.attributes.names];
  const added = [...segments].filter(([name]) => !own.includes(name));
  if (added.length === 0) return index;
  const key = JSON.stringify(added.map(([name]) => name));
  const masks = added.map(([, mask]) => mask);
  const known = made.get(index) ?? new Map<string, Kept>();
  made.set(index, known);
  const kept = known.get(key);
  if (kept?.masks.every((mask, i) => mask === masks[i])) return kept.index;
  const attributes = withAttributes(index.attributes, new Map(added));
  known.set(key, { masks, index: { ...index, attributes } });
  return known.get(key)!.index;
}

function withAttributes(columns: Columns, segments: ReadonlyMap<string, Uint8Array>): Columns {
  const texts = new Map(
    [...segments].map(([name, mask]) => {
      const codes = Int32Array.from(mask, (isIn) => 1 - isIn);
      return [name, { kind: 'text', values: [name, OTHERS], codes } as const];
    }),
  );
  return {
    names: [...columns.names, ...segments.keys()],
    get: (name) => texts.get(name) ?? columns.get(name),
  };
}
