import { type FileHandle, open } from 'node:fs/promises';
import { Problem } from '../base/problem';
import type { Engine } from '../engine/engine';
import type { Language } from '../locale/language';
import type { Notebook } from '../notebook/notebook';
import { formatPath, lookup, parsePath } from '../notebook/path';
import { outputValue } from '../session/output-value';
import type { Session } from '../session/session';
import { type MembersPage, memberPages } from '../share/member-pages';
import { memberLines, membersCsv } from '../share/members-csv';
import { requireCell } from './require-cell';

/** @throws {Problem} `bad-path`, or `no-such-cell` where `path` starts with no analysis */
export function requireNumber(notebook: Notebook, path: string): void {
  requireCell(notebook, 'analysis', String(parsePath(path)[0]));
}

/**
 * Writes the ids of the users behind the number at `path` as CSV to `file`, and gives how many they
 * are. What stood in the file is replaced; without users it is left alone.
 *
 * @throws {Problem} `no-value-yet` when the cell has not run, `not-at-path`, `nobody-behind`,
 *   `cannot-write`, and what the engine finds
 */
export async function writeUsers(
  path: string,
  file: string,
  session: Session,
  engine: Engine,
  { locale }: Language,
): Promise<number> {
  const [cell, ...rest] = parsePath(path);
  const id = String(cell);
  const state = session.state(id);
  if (state.state !== 'done' || state.output.type !== 'analysis') {
    throw new Problem('no-value-yet', { cell: id });
  }
  const { output } = state;
  lookup(outputValue(output), rest);
  const { timezone, weekStart } = session.notebook.header;
  const setting = { timezone, weekStart, locale };
  const request = { notebook: session.key, cell: id, params: output.params, setting };
  const way = formatPath(rest);
  return written((from, to) => engine.members(request, way, from, to), file, path);
}

async function written(page: MembersPage, file: string, path: string): Promise<number> {
  let csv: FileHandle | null = null;
  let count = 0;
  try {
    for await (const { ids, facts } of memberPages(page)) {
      csv ??= await opened(file);
      await csv.write(count === 0 ? membersCsv('user', ids, facts) : memberLines(ids, facts));
      count += ids.length;
    }
  } finally {
    await csv?.close();
  }
  if (count === 0) throw new Problem('nobody-behind', { path });
  return count;
}

/** @throws {Problem} `cannot-write` */
async function opened(file: string): Promise<FileHandle> {
  return open(file, 'w').catch(() => {
    throw new Problem('cannot-write', { file });
  });
}
