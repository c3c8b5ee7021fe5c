import { type Json, isObject } from '../../base/json';
import { type Path, formatPath } from '../../notebook/path';
import type { Session } from '../../session/session';
import { outputValue } from '../../session/output-value';
import { outputOf } from '../../session/cell-state';

const MOST = 400;
const DEEPEST = 8;
const MOST_ELEMENTS = 12;

/** The paths to the values of a notebook that `wanted` takes, as they are written: `ab.metrics.purchase.mde`. */
export function valuePaths(
  session: Pick<Session, 'notebook' | 'state'>,
  wanted: (value: Json) => boolean,
): readonly string[] {
  const paths: string[] = [];
  for (const { id, written } of session.notebook.cells) {
    const output = outputOf(session.state(id));
    if (output && written === id) collect(outputValue(output), [id], wanted, paths);
  }
  return paths;
}

function collect(value: Json, path: Path, wanted: (value: Json) => boolean, paths: string[]): void {
  if (paths.length >= MOST || path.length > DEEPEST) return;
  if (wanted(value)) paths.push(formatPath(path));
  if (Array.isArray(value)) {
    for (const [at, element] of (value as readonly Json[]).slice(0, MOST_ELEMENTS).entries()) {
      collect(element, [...path, nameOf(element) ?? at], wanted, paths);
    }
  } else if (isObject(value)) {
    for (const [key, part] of Object.entries(value)) collect(part, [...path, key], wanted, paths);
  }
}

/** The name by which a path picks an element of a list. */
function nameOf(element: Json): string | null {
  if (!isObject(element)) return null;
  const name = element['name'] ?? element['arm'] ?? element['channel'] ?? element['cohort'];
  return typeof name === 'string' ? name : null;
}
