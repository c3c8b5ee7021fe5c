import { Problem } from '../base/problem';
import type { AnalysisOutput, Output, SourceOutput, TransformOutput } from '../engine/engine';
import { isObject } from '../base/json';
import type { Chart } from '../analyses/analysis';
import { type Language, problemLine } from '../locale/language';
import type { CellState } from '../session/cell-state';
import type { Session } from '../session/session';
import { definitionLines } from './definition-lines';
import { factsBehind } from './facts';
import { type Figure, figureOf } from './figure';
import { findingLines } from './finding-lines';
import { inputText } from './input-text';
import { liveText } from './live-value';
import { metricText } from './metric-text';
import { MOST_SHARED_ROWS } from './shared-contents';
import { shownTable } from './shown-table';
import { tableMarkdown } from './table-markdown';

/** A piece of what a cell shows, for documents that are no pages of ours. */
export type OutputPart =
  | { readonly kind: 'text'; readonly markdown: string; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly text: string };

/** What a cell shows, piece by piece: findings, the tables, the charts. Why, where it has no result. */
export async function outputParts(
  id: string,
  state: CellState,
  session: Session,
  language: Language,
): Promise<readonly OutputPart[]> {
  const words = language.interface.page;
  if (state.state === 'problem') return [plain(problemLine(state.problem, language))];
  if (state.state === 'blocked') return [plain(words.blocked(state.by))];
  if (!('output' in state) || state.output === null) return [];
  const age = { stale: words.stale, snapshot: words.saved } as Readonly<Record<string, string>>;
  const note = age[state.state];
  const parts = await partsOf(id, state.output, session, language);
  return note === undefined ? parts : [plain(note), ...parts];
}

async function partsOf(
  id: string,
  output: Output,
  session: Session,
  language: Language,
): Promise<readonly OutputPart[]> {
  const zone = session.notebook.header.timezone;
  const { numbers, interface: words } = language;
  switch (output.type) {
    case 'analysis':
      return analysisParts(id, output, session, language);
    case 'chart':
      return [await figurePart(id, output.chart, session, language)];
    case 'source':
      return [plain(sourceText(output, language))];
    case 'transform':
      return [transformPart(output, language, zone)];
    case 'segment':
      return [plain(words.cells.segment.users(numbers.int(output.users), numbers.int(output.of)))];
    case 'metric': {
      const { label, value, interval, compare } = metricText(output.params, language, zone);
      const other = compare && [compare.change, compare.label, compare.value];
      const around = [interval, ...(other ?? [])].filter(Boolean).join(' · ');
      return [plain([label, value, around].filter(Boolean).join('\n\n'))];
    }
    case 'input':
      return [plain(inputText(output.params, numbers, zone))];
    case 'definitions': {
      const lines = definitionLines(output.params, language);
      return [plain(lines.map(({ name, text }) => `${name}: ${text}`).join('\n\n'))];
    }
    case 'layout':
      return [];
    case 'note': {
      const { text, by } = output.params;
      return [plain([by, text].filter((each) => typeof each === 'string').join(': '))];
    }
  }
}

async function analysisParts(
  id: string,
  { findings, tables, charts }: AnalysisOutput,
  session: Session,
  language: Language,
): Promise<readonly OutputPart[]> {
  const zone = session.notebook.header.timezone;
  const { answers, checks, warnings, notes } = findingLines(findings, language);
  const rest = [...checks, ...warnings, ...notes];
  const found: OutputPart = {
    kind: 'text',
    markdown: [
      ...answers.map((line) => `**${line}**\n\n`),
      ...rest.map((line) => `- ${line}\n`),
    ].join(''),
    text: [...answers, ...rest].join('\n'),
  };
  const shown = tables.map((table): OutputPart => {
    const text = tableMarkdown(shownTable(table, language, zone));
    return {
      kind: 'text',
      markdown: `**${table.title}**\n\n${text}`,
      text: `${table.title}\n${text}`,
    };
  });
  const drawn: OutputPart[] = [];
  for (const chart of charts) drawn.push(await figurePart(id, chart, session, language));
  return [found, ...shown.slice(0, 1), ...drawn, ...shown.slice(1)];
}

async function figurePart(
  id: string,
  chart: Chart,
  session: Session,
  language: Language,
): Promise<OutputPart> {
  const text = `${chart.title}. ${chart.description}`;
  try {
    const foot = factsBehind([id], session, language).join(' · ');
    return { kind: 'figure', figure: await figureOf(chart, foot), text };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return plain(`${chart.title}: ${problemLine(error, language)}`);
  }
}

function sourceText(
  { file, rows, users }: SourceOutput,
  { numbers, interface: words }: Language,
): string {
  const people = users === null ? null : words.page.users(numbers.int(users));
  return [file, words.page.rows(numbers.int(rows)), people].filter(Boolean).join(' · ');
}

function transformPart(
  { table, value }: TransformOutput,
  language: Language,
  zone: string,
): OutputPart {
  if (!table) return plain(liveText(value, null, language.numbers, zone));
  const rows = (Array.isArray(value) ? value : []).filter(isObject).slice(0, MOST_SHARED_ROWS);
  const count = language.interface.page.rows(language.numbers.int(table.rows));
  const header = Object.keys(rows[0] ?? {});
  if (header.length === 0) return plain(count);
  const cells = rows.map((row) =>
    header.map((name) => liveText(row[name] ?? null, null, language.numbers, zone)),
  );
  const isText = header.map((name) => rows.some((row) => typeof row[name] === 'string'));
  const text = `${tableMarkdown({ header, rows: cells, isText })}\n${count}`;
  return { kind: 'text', markdown: text, text };
}

function plain(text: string): OutputPart {
  return { kind: 'text', markdown: text, text };
}
