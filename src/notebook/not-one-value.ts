import { type Json, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { type Path, formatPath, nameOf } from './path';

/**
 * `not-one-value`, with the paths below, where an object or a list stands at `path`: a text can show
 * a number, a text, or a yes or no; null where one of these does.
 */
export function notOneValue(value: Json, path: Path): Problem | null {
  if (value === null || typeof value !== 'object') return null;
  return new Problem('not-one-value', {
    path: formatPath(path),
    count: Array.isArray(value) ? value.length : null,
    below: pathsBelow(value, path),
  });
}

/** The paths one step further; those that go on end in `.…`. */
function pathsBelow(value: Json, path: Path): readonly string[] {
  return stepsInto(value).map(([step, inner]) => {
    const text = formatPath([...path, step]);
    return inner !== null && typeof inner === 'object' ? `${text}.…` : text;
  });
}

function stepsInto(value: Json): readonly (readonly [string | number, Json])[] {
  if (isObject(value)) return Object.entries(value);
  const list = value as readonly Json[];
  return list.map((element, index) => [nameOf(element) ?? index, element]);
}
