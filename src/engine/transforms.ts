import type { Json, JsonObject } from '../base/json';
import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { type Column, type Dataset, missingCells } from '../data/dataset';
import { type Roles, survivingRoles } from '../events/roles';
import { MOST, checkedAnswer } from './checked-answer';
import type { CodeAnswer, CodeRequest, CodeRoom, CodeTable, MadeColumn } from './code';
import type { Progress, TransformOutput, TransformRequest } from './engine';
import { carriedIdentifiers, isPrivate } from './identifiers';
import { peopleOfRows } from './people-behind';
import { recordsOf } from './records';
import { tableFacts } from './source-output';
import type { Source } from './source';
import type { Sources } from './sources';
import { tableFingerprint } from './table-fingerprint';

/** A table's value is its rows up to this many; of longer ones, and of more text than a value may have, it is their number. */
const MOST_RECORDS = 1_000;

const LONGEST_MS = 30_000;

type Table = Extract<CodeAnswer, { readonly type: 'table' }>;

/** The code cells of all open notebooks: one at a time, each in a room of its own. */
export class Transforms {
  #last: Promise<unknown> = Promise.resolve();

  /** @param room  opens a room for one run */
  constructor(
    private readonly sources: Sources,
    private readonly room: () => Promise<CodeRoom>,
  ) {}

  /**
   * Runs code, and keeps its table, if it gives one, under its cell.
   *
   * @throws {Problem} `source-not-read`, or what the code did wrong, at its line and column within the code
   */
  async run(
    request: TransformRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<TransformOutput> {
    const before = this.#last;
    const answer = before.then(() => this.#answer(request, progress, signal));
    this.#last = answer.catch(() => null);
    return this.#output(request, await answer);
  }

  async #answer(
    { notebook, code, tables, values, setting }: TransformRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<CodeAnswer> {
    signal.throwIfAborted();
    progress(0, 0);
    const read = tables.map((cell): [string, CodeTable] => {
      const { dataset } = this.sources.source(notebook, cell);
      return [cell, { columns: dataset.columns }];
    });
    const { timezone, weekStart } = setting;
    const asked = { code, tables: Object.fromEntries(read), values, timezone, weekStart };
    const answer = checkedAnswer(await answerIn(await this.room(), asked, signal));
    if (answer === null) throw new Problem('code-odd-value', { found: '?' });
    return answer;
  }

  #output(request: TransformRequest, answer: CodeAnswer): TransformOutput {
    switch (answer.type) {
      case 'nothing':
        throw new Problem('code-no-value');
      case 'odd':
        throw new Problem('code-odd-value', { found: answer.found });
      case 'threw':
        throw codeProblem(answer, request, this.#columnNames(request));
      case 'value': {
        limit('characters', answer.json.length, MOST.characters);
        return {
          type: 'transform',
          table: null,
          settings: {},
          value: valueOf(answer.json),
          people: null,
        };
      }
      case 'table':
        return this.#tableOutput(request, answer);
    }
  }

  #tableOutput(request: TransformRequest, table: Table): TransformOutput {
    limit('rows', table.rows, MOST.rows);
    limit('columns', table.columns.length, MOST.columns);
    const source = this.#sourceOf(request, table);
    this.sources.keep(source);
    const shown = source.dataset.columns.filter(({ name }) => !isPrivate(name, source));
    const isShown = isSmall(table);
    const value: Json = isShown
      ? recordsOf(shown, table.rows, request.setting.timezone)
      : { rows: table.rows };
    const settings = source.params.columns as JsonObject;
    const people = isShown ? peopleOfRows(source, shown) : null;
    const facts = tableFacts(source, this.sources);
    return { type: 'transform', table: facts, settings, value, people };
  }

  /** The table with the roles and the settings of its first source, for the columns that survived. */
  #sourceOf(
    { notebook, cell, tables, setting }: TransformRequest,
    { rows, columns }: Table,
  ): Source {
    const first = tables[0] === undefined ? null : this.sources.source(notebook, tables[0]);
    const made = columns.map(columnOf);
    const kept = Object.entries(first?.params.columns ?? {}).filter(([name]) =>
      made.some((column) => column.name === name),
    );
    const read = tables.map((table) => this.sources.source(notebook, table));
    const hidden = carriedIdentifiers(made, read).map(
      (name) => [name, { ...first?.params.columns?.[name], privacy: 'identifier' }] as const,
    );
    const dataset: Dataset = {
      ...{ name: cell, rows, columns: made, warnings: [] },
      fingerprint: tableFingerprint(made),
    };
    return {
      ...{ notebook, cell, dataset, parts: [], from: [], how: '', guesses: [], bytes: 0 },
      params: { columns: Object.fromEntries([...kept, ...hidden]) },
      timezone: first?.timezone ?? setting.timezone,
      roles: survivingRoles((first?.roles ?? {}) as Roles, made),
      isAboutPeople: read.some(({ isAboutPeople }) => isAboutPeople),
    };
  }

  #columnNames({ notebook, tables }: TransformRequest): readonly string[] {
    return tables.flatMap((cell) =>
      this.sources.source(notebook, cell).dataset.columns.map(({ name }) => name),
    );
  }
}

/** What the room says, unless it takes too long or is no longer wanted; the room is over then, either way. */
async function answerIn(
  room: CodeRoom,
  request: CodeRequest,
  signal: AbortSignal,
): Promise<unknown> {
  let end = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    const late = setTimeout(
      () => reject(new Problem('code-too-slow', { seconds: LONGEST_MS / 1000 })),
      LONGEST_MS,
    );
    const cancel = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    end = () => {
      clearTimeout(late);
      signal.removeEventListener('abort', cancel);
      room.leave();
    };
  });
  try {
    return await Promise.race([room.run(request), stopped]);
  } finally {
    end();
  }
}

/** Arquero's own errors in the words of the reader; all others as they are. */
function codeProblem(
  threw: Extract<CodeAnswer, { readonly type: 'threw' }>,
  { code, values }: TransformRequest,
  columns: readonly string[],
): Problem {
  const { message } = threw;
  const place = placeOf(threw);
  const closure = /^Invalid variable reference: "([^"]+)"/.exec(message)?.[1];
  if (closure !== undefined) {
    const at = wordAfter(code, closure, place) ?? place;
    return new Problem(
      'code-closure',
      { name: closure, isCell: Object.hasOwn(values, closure) },
      at,
    );
  }
  const column = /^Invalid column reference: "(?:[\w$]+\.)?([^"]+)"/.exec(message)?.[1];
  if (column !== undefined && code.includes(column)) {
    const at = wordAfter(code, column, place) ?? place;
    return new Problem('code-column', { name: column, near: nearest(column, columns) }, at);
  }
  return new Problem('code-threw', { message: message.split('\n')[0]! }, place);
}

interface At {
  readonly line?: number;
  readonly column?: number;
}

function placeOf({ line, column }: Extract<CodeAnswer, { readonly type: 'threw' }>): At {
  return { ...(line !== null && { line }), ...(column !== null && { column }) };
}

/** Where a word stands behind a place in the code. */
function wordAfter(code: string, word: string, { line = 1, column = 1 }: At): At | null {
  const lines = code.split('\n');
  for (let at = line; at <= lines.length; ++at) {
    const from = at === line ? column - 1 : 0;
    const pattern = new RegExp(
      `(?<![\\w$.])${escaped(word)}(?![\\w$])|(?<=\\.)${escaped(word)}\\b`,
    );
    const found = pattern.exec(lines[at - 1]!.slice(from));
    if (found) return { line: at, column: from + found.index + 1 };
  }
  return null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @throws {Problem} `code-odd-value` where it is no JSON, `code-too-much` where it is nested too deep for whoever reads it */
function valueOf(json: string): Json {
  let value: Json;
  try {
    value = JSON.parse(json) as Json;
  } catch {
    throw new Problem('code-odd-value', { found: '?' });
  }
  limit('levels', levelsOf(value), MOST.levels);
  return value;
}

/** How deep a value is nested, no further than one level too many. */
function levelsOf(value: Json, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > MOST.levels) return depth;
  return Object.values(value).reduce<number>(
    (most, part) => Math.max(most, levelsOf(part as Json, depth + 1)),
    depth + 1,
  );
}

function isSmall({ rows, columns }: Table): boolean {
  if (rows > MOST_RECORDS) return false;
  let characters = 0;
  for (const column of columns) {
    characters += rows * column.name.length;
    if (column.kind !== 'text') continue;
    for (const code of column.codes) characters += column.values[code]?.length ?? 0;
  }
  return characters <= MOST.characters;
}

function columnOf(made: MadeColumn): Column {
  return { ...made, missing: missingCells(made), unreadable: 0 };
}

function limit(what: string, found: number, most: number): void {
  if (found > most) throw new Problem('code-too-much', { what, found, most });
}
