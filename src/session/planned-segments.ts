import { type Json, type JsonObject, isObject } from '../base/json';
import { type Notebook, type ParamsCell, cellOf } from '../notebook/notebook';
import type { Path } from '../notebook/path';
import { resolveRefs } from '../notebook/resolve-refs';

/** Between segments that are crossed: `germans × loyal`. */
const CROSS = /\s+[×*]\s+/;

/**
 * What the segments say that parameters name (`population`, `segments`), by name, their refs replaced:
 * who is counted is a part of a plan. Null where none is named.
 *
 * @throws {Problem} what is wrong with a segment's JSON, and what keeps a `$ref` from having a value
 */
export function plannedSegments(
  params: JsonObject,
  notebook: Notebook,
  valueOf: (path: Path) => Json,
): JsonObject | null {
  const named = [...new Set(namesIn(params))].flatMap((name) => {
    const cell = cellOf(notebook, name);
    return cell?.type === 'segment' ? [cell] : [];
  });
  if (named.length === 0) return null;
  return Object.fromEntries(named.map((cell) => [cell.id, definition(cell, valueOf)]));
}

function namesIn({ population, segments }: JsonObject): string[] {
  const divided = Array.isArray(segments) ? segments : [];
  return [population, ...divided].flatMap((each) =>
    typeof each === 'string' ? [each, ...each.split(CROSS)] : [],
  );
}

/** The source may change as that of the experiment may: next week's data are another file. */
function definition(cell: ParamsCell, valueOf: (path: Path) => Json): Json {
  if (!cell.json) throw cell.problems[0]!;
  const { value } = resolveRefs(cell.json, valueOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'source'));
}
