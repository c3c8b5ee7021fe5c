import type { Finding } from '../../locale/finding';
import { type Language, findingSentence, problemLine } from '../../locale/language';
import type { AnalysisOutput, SourceOutput, TransformOutput } from '../../engine/engine';
import { type JsonObject, isObject } from '../../base/json';
import type { Cell, ProseCell } from '../../notebook/notebook';
import type { CellState } from '../../session/cell-state';
import type { SharedNotebook } from '../../session/shared-notebook';
import { type Value, cellText } from '../cell-text';
import { escaped } from '../escaped';
import { inputText } from '../input-text';
import { liveText } from '../live-value';
import { liveValues } from '../live-values';
import { metricText } from '../metric-text';
import { proseHtml, proseValues } from '../prose-html';
import { definitionLines } from '../definition-lines';
import { settingLines } from '../setting-lines';
import { MOST_SHARED_ROWS } from '../shared-contents';
import { type FindingPlaces, findingPlaces } from '../finding-places';
import { notesTitle } from '../notes-title';
import { CHECK_SYMBOLS } from '../tone-symbol';
import { unbroken } from '../unbroken';
import { chartHtml } from './chart-html';
import { tableHtml } from './table-html';

/** A cell as it stands in a shared page; empty for one that has nothing to show, and for what only the speaker reads. */
export async function cellHtml(
  cell: Cell,
  session: SharedNotebook,
  language: Language,
): Promise<string> {
  if (cell.type === 'header' || cell.type === 'results' || cell.type === 'layout') return '';
  if (cell.attributes['slide'] === 'notes') return '';
  const zone = session.notebook.header.timezone;
  if (cell.type === 'prose') return proseCellHtml(cell, session, language, zone);
  const state = session.state(cell.id);
  const inner = (await stateHtml(state, language, zone)) + missingHtml(cell.id, session, language);
  return inner === ''
    ? ''
    : `<section class="${cell.type}" id="${escaped(cell.id)}">${inner}</section>`;
}

function proseCellHtml(
  { body }: ProseCell,
  session: SharedNotebook,
  language: Language,
  zone: string,
): string {
  const value = (path: string) => session.value(path);
  const values = liveValues(proseValues(body), value, language, zone);
  return `<div class="prose">${withoutUnsafeLinks(proseHtml(body, values))}</div>`;
}

/** Raw HTML in prose is text already; of addresses only those of the web and of mail are kept. */
function withoutUnsafeLinks(html: string): string {
  return html.replace(/<a href="(?!https?:|mailto:)[^"]*"/gi, '<a');
}

async function stateHtml(state: CellState, language: Language, zone: string): Promise<string> {
  const words = language.interface.page;
  switch (state.state) {
    case 'problem':
      return `<p class="problem">${escaped(problemLine(state.problem, language))}</p>`;
    case 'blocked':
      return `<p class="problem">${escaped(words.blocked(state.by))}</p>`;
    case 'done':
      return outputHtml(state.output, language, zone);
    case 'stale':
      return `<p class="caption">${escaped(words.stale)}</p>${await outputHtml(state.output, language, zone)}`;
    case 'snapshot':
      return `<p class="caption">${escaped(words.saved)}</p>${await outputHtml(state.output, language, zone)}`;
    default:
      return '';
  }
}

async function outputHtml(
  output: Extract<CellState, { state: 'done' }>['output'],
  language: Language,
  zone: string,
): Promise<string> {
  switch (output.type) {
    case 'analysis':
      return analysisHtml(output, language, zone);
    case 'chart':
      return chartHtml(output.chart, language);
    case 'source':
      return sourceHtml(output, language, zone);
    case 'transform':
      return transformHtml(output, language, zone);
    case 'segment': {
      const { int, pct } = language.numbers;
      return `<p class="caption">${escaped(language.interface.page.segment(int(output.users), int(output.of), pct(output.users / output.of, 1)))}</p>`;
    }
    case 'metric':
      return metricHtml(output.params, language, zone);
    case 'input':
      return `<p class="caption">${escaped(inputText(output.params, language.numbers, zone))}</p>`;
    case 'definitions': {
      const lines = definitionLines(output.params, language).map(
        ({ name, text }) => `<dt>${escaped(name)}</dt><dd>${escaped(text)}</dd>`,
      );
      return `<dl>${lines.join('')}</dl>`;
    }
    case 'layout':
      return '';
    case 'note': {
      const { text, by, resolved } = output.params;
      if (resolved === true) return '';
      return `<p class="note">${escaped([by, text].filter((each) => typeof each === 'string').join(': '))}</p>`;
    }
  }
}

async function analysisHtml(
  output: AnalysisOutput,
  language: Language,
  zone: string,
): Promise<string> {
  const { findings, tables, charts, params, data } = output;
  const words = language.interface.page;
  const drawn = await Promise.all(charts.map((chart) => chartHtml(chart, language)));
  const [main, ...others] = tables;
  const settings = settingLines(params, {}, language).map(
    ({ title, text }) => `<dt>${escaped(title)}</dt><dd>${escaped(text)}</dd>`,
  );
  if (data) settings.push(`<dt>${escaped(words.data)}</dt><dd>${escaped(`${data.source} · sha256 ${data.sha256}`)}</dd>`); // prettier-ignore
  const places = findingPlaces(findings, language);
  return [
    answerHtml(places, language),
    main ? tableHtml(main, language, zone) : '',
    notesHtml(places, language),
    ...drawn,
    ...others.map((table) => folded(table.title, tableHtml(table, language, zone))),
    folded(words.settings, `<dl>${settings.join('')}</dl>`),
  ].join('');
}

/** What rows and drawings cannot say themselves: that groups are missing. */
function missingHtml(id: string, session: SharedNotebook, language: Language): string {
  const state = session.state(id);
  const type = 'output' in state && state.output?.type;
  const groups = session.withheld.get(id);
  if (groups === undefined || (type !== 'chart' && type !== 'transform')) return '';
  const args = { groups, least: session.notebook.header.smallestGroup };
  const finding = { level: 'note', tone: 'neutral', code: 'groups-withheld', args } as const;
  return `<p class="caption">${said(finding, language)}</p>`;
}

/** What stands before the main table: checks, the answer and what belongs to it. */
function answerHtml({ checks, answers, reasons }: FindingPlaces, language: Language): string {
  const { checks: tones } = language.interface.cells;
  const chips = checks.map(
    (check) =>
      `<li class="${check.tone}"><span aria-hidden="true">${CHECK_SYMBOLS[check.tone]}</span> <span class="unseen">${escaped(tones[check.tone])}</span>${said(check, language)}</li>`,
  );
  return [
    chips.length > 0 ? `<ul class="checks">${chips.join('')}</ul>` : '',
    ...answers.map((answer) => `<p class="answer ${answer.tone}">${said(answer, language)}</p>`),
    listHtml(reasons, language),
  ].join('');
}

function notesHtml({ warnings, notes }: FindingPlaces, language: Language): string {
  const inner = notes.map(
    ({ title, findings }) => `<h4>${escaped(title)}</h4>${listHtml(findings, language)}`,
  );
  return [
    listHtml(warnings, language),
    inner.length > 0 ? folded(notesTitle(notes, language), inner.join('')) : '',
  ].join('');
}

function listHtml(findings: readonly Finding[], language: Language): string {
  if (findings.length === 0) return '';
  const lines = findings.map(
    (finding) => `<li class="${finding.level === 'warning' ? finding.tone : 'note'}">${said(finding, language)}</li>`, // prettier-ignore
  );
  return `<ul class="notes">${lines.join('')}</ul>`;
}

function said(finding: Finding, language: Language): string {
  return escaped(unbroken(findingSentence(finding, language)));
}

function sourceHtml(
  { file, rows, users, from, to }: SourceOutput,
  language: Language,
  zone: string,
) {
  const { int } = language.numbers;
  const { page } = language.interface;
  const day = (instant: string): string => cellText(instant, 'date', language.numbers, { zone });
  const parts = [file, page.rows(int(rows))];
  if (users !== null) parts.push(page.users(int(users)));
  if (from !== null && to !== null) parts.push(`${day(from)} – ${day(to)}`);
  return `<p class="caption">${escaped(parts.join(' · '))}</p>`;
}

function transformHtml(
  { table, value }: TransformOutput,
  language: Language,
  zone: string,
): string {
  if (!table)
    return `<p class="caption">${escaped(liveText(value, null, language.numbers, zone))}</p>`;
  const rows = (Array.isArray(value) ? value : []).filter(isObject).slice(0, MOST_SHARED_ROWS);
  const names = Object.keys(rows[0] ?? {});
  const count = escaped(language.interface.page.rows(language.numbers.int(table.rows)));
  if (names.length === 0) return `<p class="caption">${count}</p>`;
  const columns = names.map((key) => ({
    key,
    title: key,
    format: rows.every((row) => typeof row[key] !== 'string')
      ? ('number' as const)
      : ('text' as const),
  }));
  const plain = rows.map((row) => plainRow(row));
  const shown = { name: 'rows', title: '', columns, rows: plain };
  return `${tableHtml(shown, language, zone)}<p class="caption">${count}</p>`;
}

function plainRow(row: JsonObject): Readonly<Record<string, Value>> {
  const text = (value: JsonObject[string]): Value =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, text(value)]));
}

function metricHtml(params: JsonObject, language: Language, zone: string): string {
  const { label, value, interval, compare } = metricText(params, language, zone);
  const other = compare && [compare.change, compare.label, compare.value].filter(Boolean).join(' ');
  return [
    label === null ? '' : `<p class="caption">${escaped(label)}</p>`,
    `<p class="big">${escaped(value)}</p>`,
    `<p class="caption">${escaped([interval, other].filter(Boolean).join(' · '))}</p>`,
  ].join('');
}

function folded(title: string, inner: string): string {
  return `<details><summary>${escaped(title)}</summary>${inner}</details>`;
}
