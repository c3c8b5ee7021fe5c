import { OPERATIONS, VERBS } from './arquero-words';
import type { Completion, Completions } from './completion';

/** A cell that code can name. */
export interface NamedCell {
  readonly id: string;
  /** Its columns with their kinds, in the reader's words; null where it holds no table. */
  readonly columns: readonly { readonly name: string; readonly kind: string }[] | null;
}

const WORD = String.raw`[\p{ID_Continue}$]*$`;

/**
 * What can be written at `at` in the code of a cell: after `d.` and in quotes columns of the tables
 * that the code names, after `op.` functions, after `$.` values of other cells, after a table or a
 * call verbs, else names of cells. Null in the middle of a number or a comment.
 */
export function codeCompletions(
  text: string,
  at: number,
  cells: readonly NamedCell[],
): Completions | null {
  const before = text.slice(0, at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const word = new RegExp(WORD, 'u').exec(before)?.[0] ?? '';
  const from = at - word.length;
  const owner = /([\p{ID_Continue}$]*|\))\s*\.$/u.exec(before.slice(0, from))?.[1];
  if (/\/\//.test(line.replace(/'[^']*'|"[^"]*"/g, ''))) return null;
  if (isInQuotes(line)) return { from: quoteStart(before), options: columnsOf(text, cells) };
  if (owner === undefined) return /^\d/.test(word) ? null : { from, options: namesOf(cells) };
  if (owner === 'op') return { from, options: functions(OPERATIONS) };
  if (owner === '$') return { from, options: valuesOf(cells) };
  const isTable = cells.some(({ id, columns }) => id === owner && columns);
  if (isTable || owner === ')') return { from, options: verbs() };
  return isParameter(text, owner) ? { from, options: fieldsOf(text, cells) } : null;
}

/** Does a quote open on this line that is not closed? */
function isInQuotes(line: string): boolean {
  return /^(?:[^'"]|'[^']*'|"[^"]*")*['"][^'"]*$/.test(line);
}

function quoteStart(before: string): number {
  return Math.max(before.lastIndexOf("'"), before.lastIndexOf('"')) + 1;
}

/** Is it the argument of an arrow: `d => d.`? */
function isParameter(text: string, name: string): boolean {
  const escaped = name.replaceAll('$', '\\$');
  return new RegExp(`(?:\\(\\s*|\\b)${escaped}\\s*(?:,[^()]*)?\\)?\\s*=>`, 'u').test(text);
}

function columnsOf(text: string, cells: readonly NamedCell[]): readonly Completion[] {
  const named = cells.filter(({ id, columns }) => columns && isNamed(text, id));
  const tables = named.length > 0 ? named : cells.filter(({ columns }) => columns);
  const found = new Map<string, Completion>();
  for (const { id, columns } of tables) {
    for (const { name, kind } of columns ?? []) {
      if (!found.has(name)) {
        found.set(name, { label: name, kind: 'column', detail: `${kind} · ${id}` });
      }
    }
  }
  return [...found.values()];
}

/** Columns behind a dot: those whose names are no identifiers stand in brackets. */
function fieldsOf(text: string, cells: readonly NamedCell[]): readonly Completion[] {
  return columnsOf(text, cells).filter(({ label }) =>
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(label),
  );
}

function isNamed(text: string, id: string): boolean {
  const escaped = id.replaceAll('$', '\\$');
  return new RegExp(`(?<![\\p{ID_Continue}$.])${escaped}(?![\\p{ID_Continue}$])`, 'u').test(text);
}

function namesOf(cells: readonly NamedCell[]): readonly Completion[] {
  const ids = cells.map(({ id }): Completion => ({ label: id, kind: 'cell' }));
  return [...ids, { label: 'op', kind: 'function' }, { label: 'aq', kind: 'function' }];
}

function valuesOf(cells: readonly NamedCell[]): readonly Completion[] {
  const plain = cells.filter(({ columns }) => columns === null);
  return plain.map(({ id }) => ({ label: id, kind: 'cell' }));
}

function verbs(): readonly Completion[] {
  return Object.entries(VERBS).map(([label, detail]) => ({ label, kind: 'verb', detail }));
}

function functions(words: Readonly<Record<string, string>>): readonly Completion[] {
  return Object.entries(words).map(([label, detail]) => ({ label, kind: 'function', detail }));
}
