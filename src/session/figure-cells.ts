import type { Json } from '../base/json';
import { analysisKind } from '../notebook/notebook';
import { resolveRefs } from '../notebook/resolve-refs';
import type { RunningCell } from './computed';

/** Where a scorecard names a figure of another cell. */
const FIGURE = /^links\[\d+\]\.(value|before)$/;

/**
 * The cells that `cell` reads for nothing but figures of a scorecard. When one of them has no result
 * its link has no score; the other links keep theirs.
 */
export function figureCells(cell: RunningCell): ReadonlySet<string> {
  if (!('json' in cell) || analysisKind(cell) !== 'scorecard') return NONE;
  const refs = [...resolveRefs(cell.json!, () => null).refs];
  const others = refs.filter(([at]) => !FIGURE.test(at)).map(([, [id]]) => id);
  return new Set(refs.map(([, [id]]) => String(id)).filter((id) => !others.includes(id)));
}

/** The figure of a cell that has no result. */
export function missingFigure(cell: string): Json {
  return { estimate: null, problem: { code: 'no-result', args: { cell } } };
}

const NONE: ReadonlySet<string> = new Set();
