import type { CellSpec } from '../../notebook/edit';
import { freshId } from '../../notebook/edit';
import type { Notebook } from '../../notebook/notebook';
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
    id: freshId(notebook, 'ab'),
    json: experimentProposal(source, output),
  };
}

/** The name of a file as an identifier: `cookie_cats.csv.gz` → `cookie_cats`. */
export function identifierOf(file: string): string {
  const words = file.replace(/\..*$/, '').replace(/[^\p{L}\p{N}_]+/gu, '_');
  const name = words.replace(/^(\P{L})/u, '_$1').replace(/^_+$/, '');
  return name || 'data';
}
