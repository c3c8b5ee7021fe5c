import { english } from '../locale/english';
import type { Language } from '../locale/language';
import { insertCell, setBody } from '../notebook/edit';
import type { Notebook, ProseCell } from '../notebook/notebook';
import type { Decision } from './decision';

/** The notebook in which a team keeps what it decided. */
export const LOG_FILE = 'experiments.lift.md';

/** What a row of the log says. */
export type Recorded = Pick<
  Decision,
  'on' | 'name' | 'file' | 'cell' | 'owner' | 'ran' | 'result' | 'decision'
> & {
  /** The first digits of the data's sha256; empty where there are none. */
  readonly fingerprint: string;
};

const HASH_DIGITS = 12;

/**
 * The log with a decision more: a row of its table, and a section at its end. A log without a table
 * gets one. Nothing that stands in it is changed.
 *
 * @throws {Problem} `newer-version`
 */
export function recorded(log: Notebook, decision: Decision, language: Language): Notebook {
  const row = rowText(decision, language);
  const section = sectionText(decision, language);
  const cell = tableCell(log);
  if (!cell) {
    const body = `${tableHead(language)}${row}\n\n${section}`;
    return insertCell(log, log.cells.length, { type: 'prose', body });
  }
  const lines = cell.body.split('\n');
  const last = lines.findLastIndex((line) => rowOf(line) !== null || isRule(line));
  const withRow = [...lines.slice(0, last + 1), row, ...lines.slice(last + 1)].join('\n');
  return setBody(log, cell.id, `${withRow.trimEnd()}\n\n${section}`);
}

/** The decisions in the table of a log, in its order; lines that are no such rows are passed over. */
export function decisionsIn({ cells }: Notebook, language: Language): readonly Recorded[] {
  return cells
    .filter((cell) => cell.type === 'prose')
    .flatMap(({ body }) => body.split('\n'))
    .map((line) => rowOf(line))
    .filter((fields) => fields !== null)
    .map((fields) => recordedFrom(fields, language));
}

type Fields = readonly [string, string, string, string, string, string, string];

/** The fields of a row of the log; null for any other line. */
function rowOf(line: string): Fields | null {
  const fields = line
    .trim()
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((field) => field.trim());
  const isRow =
    fields.length === 7 && /^\d{4}-\d\d-\d\d$/.test(fields[0]!) && LINK.test(fields[1]!);
  return isRow ? (fields as unknown as Fields) : null;
}

const LINK = /^\[((?:[^\]\\]|\\.)*)\]\(<?([^#>]*)#([^)>]*)>?\)$/;

function recordedFrom(fields: Fields, language: Language): Recorded {
  const [on, link, owner, ran, result, decision, data] = fields;
  const [, name, file, cell] = LINK.exec(link)!;
  return {
    on,
    name: unescaped(name!),
    file: decodeURI(file!),
    cell: cell!,
    owner: unescaped(owner),
    ran: unescaped(ran),
    result: unescaped(result),
    decision: codeOf(decision, language),
    fingerprint: data,
  };
}

/** The code of a decision, however a language of ours calls it; what is none stays as it is. */
function codeOf(word: string, language: Language): string {
  for (const each of [language, english]) {
    const { decisions } = each.interface.outline;
    const found = Object.keys(decisions).find((code) => decisions[code] === word);
    if (found !== undefined) return found;
  }
  return word;
}

function tableCell({ cells }: Notebook): ProseCell | undefined {
  const prose = cells.filter((cell) => cell.type === 'prose');
  const has = (is: (line: string) => boolean) =>
    prose.findLast(({ body }) => body.split('\n').some(is));
  return has((line) => rowOf(line) !== null) ?? has(isRule);
}

/** The line under the head of a table of seven columns. */
function isRule(line: string): boolean {
  return /^\|(?:\s*:?-+:?\s*\|){7}\s*$/.test(line.trim());
}

function tableHead(language: Language): string {
  const { columns } = language.interface.sharing.log;
  return `| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |\n`;
}

function rowText(decision: Decision, { interface: words }: Language): string {
  const { on, name, file, cell, owner, ran, result, sha256 } = decision;
  const link = `[${inLine(name)}](<${encodeURI(file)}#${cell}>)`;
  const said = words.outline.decisions[decision.decision] ?? decision.decision;
  const fields = [on, link, inLine(owner), ran, inLine(result), said, sha256.slice(0, HASH_DIGITS)];
  return `| ${fields.join(' | ')} |`;
}

function sectionText(decision: Decision, { interface: words }: Language): string {
  const { fields, heading } = words.sharing.log;
  const { on, name, file, cell, sha256 } = decision;
  const said = words.outline.decisions[decision.decision] ?? decision.decision;
  const lines = [
    [fields.question, inLine(decision.question)],
    [fields.hypothesis, inLine(decision.hypothesis)],
    [fields.owner, inLine(decision.owner)],
    [fields.ran, decision.ran],
    [fields.result, inLine(decision.result)],
    [fields.decision, `**${said}**`],
    [fields.why, inLine(decision.why)],
    [fields.notebook, `[${inLine(`${file}, ${cell}`)}](<${encodeURI(file)}#${cell}>)`],
    [fields.data, sha256],
  ] as const;
  const list = lines
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `- ${title}: ${text}`);
  return `## ${heading(inLine(name), on)}\n\n${list.join('\n')}\n`;
}

/** Text that stays on its line, in its column, and is no markup. */
function inLine(text: string): string {
  return text
    .trim()
    .replace(/[\\|[\]<>*_`{}]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

function unescaped(text: string): string {
  return text.replace(/\\([\\|[\]<>*_`{}])/g, '$1');
}
