import { type Json, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { type Found, type Path, formatPath, lookup, nameOf } from './path';

/**
 * The number, the text or the yes or no at `path`, which begins with the name of the cell whose
 * value is `value`.
 *
 * @throws {Problem} `not-at-path`; `not-one-value` with the paths below where an object or a list stands
 */
export function singleValue(value: Json, path: Path): Found {
  const found = lookup(value, path.slice(1));
  if (found.value === null || typeof found.value !== 'object') return found;
  throw new Problem('not-one-value', {
    path: formatPath(path),
    count: Array.isArray(found.value) ? found.value.length : null,
    below: pathsBelow(found.value, path),
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
