import { setBody } from '../../notebook/edit';
import { type Cell, type Notebook, cellOf } from '../../notebook/notebook';

/** Where is searched: everywhere, in text, in code and JSON, or in one cell. */
export type Scope = 'all' | 'text' | 'code' | 'cell';

export const SCOPES: readonly Scope[] = ['all', 'text', 'code', 'cell'];

export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
  readonly scope: Scope;
  /** The cell that scope `cell` means. */
  readonly cell: string | null;
}

/** A place in the body of a cell, `[start, end)`, with the line it stands on. */
export interface Match {
  readonly cell: Cell;
  readonly start: number;
  readonly end: number;
  /** From 1, in the file. */
  readonly line: number;
  /** The line before the match, the match, and the line behind it. */
  readonly parts: readonly [string, string, string];
}

/** Every place where the text stands, in the order of the file; saved results are left out. */
export function matchesIn(notebook: Notebook, query: Query): readonly Match[] {
  if (query.text === '') return [];
  return notebook.cells
    .filter((cell) => isSearched(cell, query))
    .flatMap((cell) =>
      placesIn(cell.body, query).map((start) => matchAt(cell, start, query.text.length)),
    );
}

/**
 * `notebook` with `text` in the place of every match.
 *
 * @throws {Problem} `newer-version`
 */
export function withReplaced(
  notebook: Notebook,
  matches: readonly Match[],
  text: string,
): Notebook {
  const ids = [...new Set(matches.map(({ cell }) => cell.id))];
  return ids.reduce((next, id) => {
    const cell = cellOf(next, id);
    if (!cell) return next;
    const mine = matches.filter((match) => match.cell.id === id);
    return setBody(next, id, replacedIn(cell.body, mine, text));
  }, notebook);
}

function isSearched({ id, type }: Cell, { scope, cell }: Query): boolean {
  if (type === 'results' || type === 'conflict' || type === 'unknown') return false;
  if (scope === 'cell') return id === cell;
  return scope === 'all' || (type === 'prose') === (scope === 'text');
}

/** Matches do not overlap. Case is folded letter by letter, so that places stay what they are. */
function placesIn(body: string, { text, matchCase }: Query): readonly number[] {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...body.matchAll(new RegExp(escaped, matchCase ? 'gu' : 'giu'))].map(
    ({ index }) => index,
  );
}

function matchAt(cell: Cell, start: number, length: number): Match {
  const { body } = cell;
  const end = start + length;
  const from = body.lastIndexOf('\n', start - 1) + 1;
  const to = body.indexOf('\n', end);
  const line = cell.bodyLine + body.slice(0, start).split('\n').length - 1;
  return {
    cell,
    start,
    end,
    line,
    parts: [
      body.slice(from, start),
      body.slice(start, end),
      body.slice(end, to < 0 ? undefined : to),
    ],
  };
}

function replacedIn(body: string, matches: readonly Match[], text: string): string {
  let made = '';
  let from = 0;
  for (const { start, end } of matches) {
    made += body.slice(from, start) + text;
    from = end;
  }
  return made + body.slice(from);
}
