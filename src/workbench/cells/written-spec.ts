import type { JsonObject } from '../../base/json';
import type { TableFacts } from '../../engine/engine';
import { type CellSpec, freshId } from '../../notebook/edit';
import type { Session } from '../../session/session';
import { tableOf } from './cell-output';
import { chartProposal } from './chart-proposal';
import { valuePaths } from './value-paths';

/** The types of cells whose content people write themselves. */
export type WrittenType = 'transform' | 'chart' | 'input' | 'metric' | 'segment' | 'note';

/** The part of a session that a new cell is filled in from. */
type Open = Pick<Session, 'notebook' | 'state'>;

/**
 * A new cell that already shows something: of the last table of the notebook, the last number, the
 * selected cell.
 *
 * @param selected  id of the cell a note is about
 * @param now       epoch ms: a note says when it was written
 */
export function writtenSpec(
  type: WrittenType,
  session: Open,
  selected: string | null,
  now: number,
): CellSpec {
  const id = freshId(session.notebook, type);
  if (type === 'transform') return { type, id, body: firstCode(lastTable(session)) };
  return { type, id, json: firstParams(type, session, selected, now) };
}

function firstParams(
  type: Exclude<WrittenType, 'transform'>,
  session: Open,
  selected: string | null,
  now: number,
): JsonObject {
  switch (type) {
    case 'chart':
      return chartProposal(lastTable(session));
    case 'input':
      return { kind: 'number', value: 0 };
    case 'metric': {
      const path = valuePaths(session, (value) => typeof value === 'number').at(-1);
      return { value: path === undefined ? null : { $ref: path } };
    }
    case 'segment': {
      const sources = session.notebook.cells.filter((cell) => cell.type === 'source');
      return { source: sources.at(-1)?.id ?? '', where: {} };
    }
    case 'note':
      return { cell: selected ?? '', text: '', at: new Date(now).toISOString() };
  }
}

interface NamedTable {
  readonly id: string;
  readonly facts: TableFacts;
}

/** The last cell that holds a table. */
function lastTable(session: Open): NamedTable | null {
  const tables = session.notebook.cells.flatMap(({ id }): readonly NamedTable[] => {
    const facts = tableOf(session.state(id));
    return facts ? [{ id, facts }] : [];
  });
  return tables.at(-1) ?? null;
}

/** Code that counts the rows of each event, or the rows. */
function firstCode(table: NamedTable | null): string {
  if (!table) return '';
  const group = table.facts.roles['event'] ?? Object.keys(table.facts.values)[0];
  if (group === undefined) return `${table.id}.count()`;
  return `${table.id}.groupby(${quoted(group)}).count().orderby(aq.desc('count'))`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
