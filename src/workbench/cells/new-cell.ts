import type { CellSpec } from '../../notebook/edit';
import { freshId } from '../../notebook/edit';
import type { Notebook } from '../../notebook/notebook';
import { references } from '../../notebook/references';
import { renameCell } from '../../notebook/rename';
import { fileName } from '../../platform/opened-file';
import type { Session } from '../../session/session';
import { sourceOutputOf } from './cell-output';
import { experimentProposal } from './experiment-proposal';

/** A source cell for a file that has come to hand, named after the file. */
export function sourceSpec(notebook: Notebook, path: string): CellSpec {
  return {
    type: 'source',
    id: freshId(notebook, identifierOf(fileName(path))),
    json: { file: path },
  };
}

/** An experiment on the last source of users in the notebook, filled in as far as its columns tell. */
export function analysisSpec(session: Pick<Session, 'notebook' | 'state'>): CellSpec {
  const { notebook } = session;
  const sources = notebook.cells
    .filter(({ type }) => type === 'source')
    .map(({ id }) => ({ id, output: sourceOutputOf(session.state(id)) }));
  const ofUsers = sources.filter(({ output }) => output !== null && 'user' in output.roles);
  const { id: source, output } = ofUsers.at(-1) ?? sources.at(-1) ?? { id: '', output: null };
  return {
    type: 'analysis',
    id: freshId(notebook, namedAfter('experiment')),
    json: experimentProposal(source, output),
  };
}

/** What a cell of that kind is called, with a number behind it where there are several. */
export function namedAfter(kind: string): string {
  return kind === 'experiment' ? 'ab' : kind;
}

/** The notebook with a cell of another kind named after it, and its name now: one that somebody gave or that others use stays. */
export function renamedAfter(
  notebook: Notebook,
  id: string,
  [before, now]: readonly [string, string],
): { readonly notebook: Notebook; readonly id: string } {
  const isOurs = id.replace(/\d+$/, '') === namedAfter(before);
  const isUsed = notebook.cells.some(
    (cell) =>
      cell.type === 'transform' ||
      references(cell, () => []).references.some(({ name }) => name === id),
  );
  if (!isOurs || isUsed) return { notebook, id };
  const to = freshId(notebook, namedAfter(now));
  return { notebook: renameCell(notebook, id, to, () => []), id: to };
}

/** The name of a file as an identifier: `cookie_cats.csv.gz` → `cookie_cats`. */
export function identifierOf(file: string): string {
  const words = file.replace(/\..*$/, '').replace(/[^\p{L}\p{N}_]+/gu, '_');
  const name = words.replace(/^(\P{L})/u, '_$1').replace(/^_+$/, '');
  return name || 'data';
}
