/** Kinds of cell that can be inserted, in the order in which they are offered. */
export const INSERT_KINDS = [
  ...(['text', 'data', 'analysis', 'transform', 'chart', 'input', 'metric'] as const),
  ...(['segment', 'note'] as const),
];

export type InsertKind = (typeof INSERT_KINDS)[number];

/** The single keys that choose a kind once the kinds are offered. */
export const INSERT_KEYS: Readonly<Record<string, InsertKind>> = {
  ...{ t: 'text', d: 'data', n: 'analysis', x: 'transform', c: 'chart', i: 'input' },
  ...{ m: 'metric', s: 'segment', o: 'note' },
};
