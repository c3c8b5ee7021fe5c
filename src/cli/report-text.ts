import type { Table } from '../analyses/analysis';
import type { ProblemData } from '../base/problem';
import type {
  AnalysisOutput,
  Output,
  SegmentOutput,
  SourceOutput,
  TransformOutput,
} from '../engine/engine';
import type { Finding } from '../locale/finding';
import { type Language, findingSentence, problemSentence } from '../locale/language';
import type { Session } from '../session/session';
import { definitionLines } from '../share/definition-lines';
import { findingPlaces } from '../share/finding-places';
import { shownTable } from '../share/shown-table';
import { type MetricText, metricText } from '../share/metric-text';

/** Everything a run gave, for people: what was read, and of each analysis its findings and tables. */
export function reportText(session: Session, language: Language): string {
  const zone = session.notebook.header.timezone;
  const parts = session.notebook.cells.flatMap(({ id }) => {
    const state = session.state(id);
    switch (state.state) {
      case 'problem':
        return [`${id}: ${problemText(state.problem, language)}`];
      case 'blocked':
        return [`${id}: ${language.interface.commandLine.blocked(state.by)}`];
      case 'bug':
        return [`${id}: ${language.interface.commandLine.bug(state.message.split('\n')[0]!)}`];
      case 'done':
      case 'snapshot':
      case 'stale':
        return [outputText(id, state.output, language, zone)];
      default:
        return [];
    }
  });
  return parts.map((part) => `${part}\n`).join('\n');
}

/** Where, what, and what to do, in one line. */
export function problemText(problem: ProblemData, language: Language): string {
  const { message, hint } = problemSentence(problem, language);
  const { file, line, column, path } = problem.at ?? {};
  const place = [file, line, column].filter((each) => each !== undefined).join(':');
  const where = [place, path].filter(Boolean).join(' ');
  return [where && `${where}:`, message, hint].filter(Boolean).join(' ');
}

function outputText(id: string, output: Output, language: Language, zone: string): string {
  switch (output.type) {
    case 'analysis':
      return analysisText(id, output, language, zone);
    case 'segment':
      return segmentText(id, output, language);
    case 'source':
      return sourceText(id, output, language);
    case 'transform':
      return transformText(id, output, language);
    case 'chart':
      return `${id}: ${output.chart.description}`;
    case 'metric':
      return metricLine(id, metricText(output.params, language, zone));
    case 'input':
      return `${id}: ${JSON.stringify(output.params['value'])}`;
    case 'note':
      return `${id}: ${String(output.params['text'])}`;
    case 'layout':
      return `${id}: ${Object.keys(output.params['cells'] ?? {}).join(', ')}`;
    case 'definitions':
      return `${id}: ${definitionLines(output.params, language)
        .map(({ name }) => name)
        .join(', ')}`;
  }
}

function transformText(id: string, { table, value }: TransformOutput, language: Language): string {
  if (!table) return `${id}: ${JSON.stringify(value)}`;
  const names = table.columns.map(({ name }) => name);
  const { rows } = language.interface.cells.source;
  return `${id}: ${rows(language.numbers.int(table.rows))}: ${names.join(', ')}`;
}

function metricLine(id: string, { label, value, interval, compare }: MetricText): string {
  const other = compare && [compare.change, compare.label, compare.value].filter(Boolean).join(' ');
  const parts = [value, interval, other].filter(Boolean);
  return `${id}: ${label ? `${label}: ` : ''}${parts.join(' · ')}`;
}

function segmentText(
  id: string,
  { users, of }: SegmentOutput,
  { interface: words, numbers }: Language,
): string {
  return `${id}: ${words.cells.segment.users(numbers.int(users), numbers.int(of))}`;
}

function sourceText(
  id: string,
  output: SourceOutput,
  { interface: words, numbers }: Language,
): string {
  const users = output.users === null ? null : numbers.int(output.users);
  const { file, rows, duplicates } = output;
  const line = `${id}: ${words.commandLine.read(file, numbers.int(rows), users)}`;
  if (duplicates === 0) return line;
  return `${line}\n  ${words.cells.source.duplicates(numbers.int(duplicates), duplicates)}`;
}

function analysisText(
  id: string,
  output: AnalysisOutput,
  language: Language,
  zone: string,
): string {
  const title = language.words.analyses[output.kind]?.title ?? output.kind;
  const { checks, answers, reasons, warnings, notes } = findingPlaces(output.findings, language);
  const say = (finding: Finding): string => `  ${findingSentence(finding, language)}`;
  const [main = '', ...tables] = output.tables.map((table) => tableText(table, language, zone));
  const before = [...checks, ...answers, ...reasons].map(say);
  const behind = notes.map(({ title, findings }) =>
    [`  ${title}`, ...findings.map(say)].join('\n'),
  );
  const parts = [before.join('\n'), main, warnings.map(say).join('\n'), ...behind, ...tables];
  return [`${id}: ${title}`, ...parts].filter(Boolean).join('\n\n');
}

/** The table in columns that stand below each other; numbers to the right. */
function tableText(table: Table, language: Language, zone: string): string {
  const { header, rows, isText } = shownTable(table, language, zone);
  const widths = header.map((_, at) =>
    Math.max(...[header, ...rows].map((row) => width(row[at]!))),
  );
  const written = [header, ...rows].map((row) =>
    row.map((text, at) => padded(text, widths[at]!, isText[at]!)).join('  '),
  );
  return [table.title, ...written].map((line) => `  ${line}`.trimEnd()).join('\n');
}

function padded(text: string, to: number, left: boolean): string {
  const space = ' '.repeat(to - width(text));
  return left ? text + space : space + text;
}

/** Columns a text takes in a terminal: Chinese characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}
