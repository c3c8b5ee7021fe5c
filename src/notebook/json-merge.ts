import { type Json, type JsonObject, isObject } from '../base/json';
import { type JsonTree, type JsonTreeMember, jsonTree } from './json-node';
import { type Path, formatPath } from './path';

/** The keys of the object at a path (`''`, `metrics[0]`) in the order of its schema; empty where the schema says nothing. */
export type KeyOrder = (path: string) => readonly string[];

/**
 * `value` as a tree whose keys stand where they stood in `old`; a new key goes behind the key that
 * precedes it in the schema. Elements of lists are matched by their `name`, else by index.
 */
export function mergedTree(
  value: Json,
  old: JsonTree | undefined,
  keyOrder: KeyOrder,
  path: Path = [],
): JsonTree {
  if (Array.isArray(value)) {
    const before = old?.kind === 'array' ? old.items : [];
    const items = value.map((item: Json, index) =>
      mergedTree(item, namesake(item, before) ?? before[index], keyOrder, [...path, index]),
    );
    return { kind: 'array', items };
  }
  if (!isObject(value)) return jsonTree(value);
  const before = old?.kind === 'object' ? old.members : [];
  const members = orderedKeys(value, before, keyOrder(formatPath(path))).map((key) => ({
    key,
    value: mergedTree(value[key]!, before.find((member) => member.key === key)?.value, keyOrder, [
      ...path,
      key,
    ]),
  }));
  return { kind: 'object', members };
}

function namesake(item: Json, before: readonly JsonTree[]): JsonTree | undefined {
  if (!isObject(item) || typeof item['name'] !== 'string') return undefined;
  return before.find((tree) => nameOf(tree) === item['name']);
}

function nameOf(tree: JsonTree): unknown {
  if (tree.kind !== 'object') return undefined;
  const name = tree.members.find(({ key }) => key === 'name')?.value;
  return name?.kind === 'scalar' ? name.value : undefined;
}

function orderedKeys(
  value: JsonObject,
  before: readonly JsonTreeMember[],
  schema: readonly string[],
): readonly string[] {
  const wanted = Object.keys(value).filter((key) => value[key] !== undefined);
  const keys = before.map(({ key }) => key).filter((key) => wanted.includes(key));
  const rank = (key: string): number => schema.indexOf(key);
  const fresh = wanted.filter((key) => !keys.includes(key));
  const known = fresh.filter((key) => rank(key) >= 0).sort((a, b) => rank(a) - rank(b));
  for (const key of known) {
    const preceding = keys.filter((other) => rank(other) >= 0 && rank(other) < rank(key));
    const last = preceding.sort((a, b) => rank(a) - rank(b)).at(-1);
    keys.splice(last === undefined ? 0 : keys.indexOf(last) + 1, 0, key);
  }
  return [...keys, ...fresh.filter((key) => rank(key) < 0)];
}
