import { type Json, type JsonObject, isObject } from '../base/json';
import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { Chart } from '../analyses/analysis';
import type { Language } from '../locale/language';
import { requireAnonymous } from './anonymous-chart';
import { type ChartSummary, chartSummary } from './chart-summary';
import type { ChartOutput, ChartRequest, People } from './engine';
import { isPrivate } from './identifiers';
import { peopleBehind, peopleOfRows } from './people-behind';
import { recordsOf } from './records';
import type { Source } from './source';
import type { Sources } from './sources';

const BEGINS_WITH_WORD = /^[\p{L}\p{N}_$]/u;
const ENDS_IN_WORD = /[\p{L}\p{N}_$]$/u;

/** More rows than a page should hold. */
const MOST_ROWS = 20_000;

/** Views that are composed of others have no width of their own. */
const COMPOSED = ['concat', 'hconcat', 'vconcat', 'repeat', 'facet', 'spec'];

/**
 * A chart cell as a chart: its specification with the rows of the tables it names. Of a table only
 * the columns that the specification mentions go along, and of a chart that groups the groups.
 *
 * @throws {Problem} `not-in-data` for a field that no table has, `chart-too-large`, `identifier-shown`,
 *   `source-not-read`
 */
export function chartOf(request: ChartRequest, sources: Sources, language: Language): ChartOutput {
  const { cell, params: spec } = request;
  const mentioned = JSON.stringify(spec);
  const datasets: Record<string, readonly JsonObject[]> = {};
  const people: Record<string, People> = {};
  requireFields(spec, columnsOf(request, sources));
  const { timezone } = request.setting;
  let drawn = spec;
  let read = 0;
  for (const [name, table] of Object.entries(request.tables)) {
    if ('rows' in table) {
      datasets[name] = table.rows;
      read += table.rows.length;
      continue;
    }
    const source = sources.source(request.notebook, table.cell);
    const { dataset } = source;
    const isOnly = Object.keys(request.tables).length === 1;
    const summary = isOnly ? chartSummary(spec, dataset, timezone) : null;
    requireAnonymous(spec, source, summary !== null);
    requireFewRows(summary?.rows.length ?? dataset.rows);
    if (summary) drawn = summary.spec;
    const used = dataset.columns.filter(
      ({ name }) => isMentioned(name, mentioned) && !isPrivate(name, source),
    );
    datasets[name] = summary?.rows ?? recordsOf(used, dataset.rows, timezone);
    const behind = summary ? peopleShown(source, summary) : peopleOfRows(source, used);
    if (behind) people[name] = behind;
    read += dataset.rows;
  }
  const made = chart(cell, drawn, datasets, read, language);
  return { type: 'chart', chart: made, rows: read, people };
}

/** Behind an extreme stands one, however many there are. */
function peopleShown(source: Source, { groups, hasExtreme }: ChartSummary): People | null {
  const people = peopleBehind(source, groups);
  return hasExtreme && people ? people.map(() => 1) : people;
}

function columnsOf({ notebook, tables }: ChartRequest, sources: Sources): readonly string[] {
  const names = Object.values(tables).flatMap((table) =>
    'rows' in table
      ? table.rows.flatMap((row) => Object.keys(row))
      : sources.source(notebook, table.cell).dataset.columns.map(({ name }) => name),
  );
  return [...new Set(names)];
}

function requireFewRows(found: number): void {
  if (found <= MOST_ROWS) return;
  throw new Problem('chart-too-large', { what: 'rows', found, most: MOST_ROWS }, { path: 'data' });
}

/** Does a name stand in JSON text, not as part of a longer word? */
function isMentioned(name: string, text: string): boolean {
  const written = JSON.stringify(name).slice(1, -1);
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const end = at + written.length;
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(end, end + 2)];
    if (!ENDS_IN_WORD.test(before) && !BEGINS_WITH_WORD.test(after)) return true;
  }
  return false;
}

function chart(
  cell: string,
  spec: JsonObject,
  rows: Readonly<Record<string, readonly JsonObject[]>>,
  count: number,
  language: Language,
): Chart {
  const own = isObject(spec['datasets']) ? spec['datasets'] : {};
  const fills = spec['width'] === undefined && !COMPOSED.some((key) => key in spec);
  const drawn = {
    ...(fills && { width: 'container' }),
    ...spec,
    datasets: { ...own, ...rows },
  } as unknown as Chart['spec'];
  const title = titleOf(spec) ?? cell;
  return { name: cell, title, description: descriptionOf(spec, count, language), spec: drawn };
}

function titleOf({ title }: JsonObject): string | null {
  const text = isObject(title) ? title['text'] : title;
  return typeof text === 'string' ? text : null;
}

function descriptionOf(spec: JsonObject, rows: number, { interface: words, numbers }: Language) {
  if (typeof spec['description'] === 'string') return spec['description'];
  const encoding = isObject(spec['encoding']) ? spec['encoding'] : {};
  const shown = Object.values(encoding).flatMap((channel) => {
    const field = isObject(channel) ? channel['field'] : null;
    return typeof field === 'string' ? [field] : [];
  });
  return words.written.chart.description(numbers.list(shown), numbers.int(rows), rows);
}

/** Keys under which a specification makes fields of its own. */
const MAKES_FIELDS = ['transform', 'repeat', 'params'];

/** A chart whose views make no fields of their own can only show what its tables have. */
function requireFields(spec: JsonObject, known: readonly string[]): void {
  if (known.length === 0 || makesFields(spec)) return;
  for (const { field, path } of encodedFields(spec, '')) {
    const name = field.replace(/\\(.)/g, '$1');
    if (known.includes(name) || /[.[]/.test(field)) continue;
    const args = { what: 'column', name, known, near: nearest(name, known) };
    throw new Problem('not-in-data', args, { path });
  }
}

function makesFields(value: Json): boolean {
  if (Array.isArray(value)) return value.some((each: Json) => makesFields(each));
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) => MAKES_FIELDS.includes(key) || 'values' === key || makesFields(inner),
  );
}

interface EncodedField {
  readonly field: string;
  readonly path: string;
}

function encodedFields(view: Json, path: string): readonly EncodedField[] {
  if (!isObject(view)) return [];
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const encoding = isObject(view['encoding']) ? view['encoding'] : {};
  const own = Object.entries(encoding).flatMap(([name, channel]): readonly EncodedField[] => {
    const field = isObject(channel) ? channel['field'] : null;
    return typeof field === 'string' ? [{ field, path: at(`encoding.${name}.field`) }] : [];
  });
  const inner = ['layer', 'concat', 'hconcat', 'vconcat'].flatMap((key) => {
    const views = view[key];
    if (!Array.isArray(views)) return [];
    return views.flatMap((each: Json, i) => encodedFields(each, `${at(key)}[${i}]`));
  });
  return [...own, ...inner, ...encodedFields(view['spec'] ?? null, at('spec'))];
}
