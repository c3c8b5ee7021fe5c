import type { Json, JsonObject } from '../base/json';

/** JSON with its keys in the order they are written, which a JavaScript object does not keep for keys such as `"10"`. */
export type JsonTree =
  | { readonly kind: 'object'; readonly members: readonly JsonTreeMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonTree[] }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null };

export interface JsonTreeMember {
  readonly key: string;
  readonly value: JsonTree;
}

/** The half-open range of characters that something takes up in its text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A `JsonTree` that was read from a text, with where each part of it stands. */
export type JsonNode = Span &
  (
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  );

export interface JsonMember {
  readonly key: string;
  /** Where the key stands, its quotes included. */
  readonly keySpan: Span;
  readonly value: JsonNode;
}

/** The plain value of a tree. */
export function jsonValue(tree: JsonTree): Json {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'array') return tree.items.map(jsonValue);
  return Object.fromEntries(tree.members.map(({ key, value }) => [key, jsonValue(value)]));
}

/** The tree of a plain value, keys in the value's own order. Keys whose value is undefined are left out. */
export function jsonTree(value: Json): JsonTree {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(jsonTree) };
  if (typeof value !== 'object' || value === null) {
    return { kind: 'scalar', value: value as string | number | boolean | null };
  }
  const members = Object.entries(value as JsonObject)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => ({ key, value: jsonTree(inner) }));
  return { kind: 'object', members };
}

/** The value of `key` in an object node; undefined where there is none. */
export function memberOf(node: JsonNode, key: string): JsonMember | undefined {
  return node.kind === 'object' ? node.members.find((member) => member.key === key) : undefined;
}
