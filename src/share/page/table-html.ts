import type { Format, Table, TableColumn } from '../../analyses/analysis';
import type { Tone } from '../../locale/finding';
import type { Language } from '../../locale/language';
import { axisLabel } from '../axis-label';
import { type Row, cellText, formatOf, unitOf } from '../cell-text';
import { escaped } from '../escaped';
import {
  type ForestAxis,
  type Interval,
  PAD,
  forestAxis,
  intervalOf,
  isClear,
  pointOn,
  spanOn,
} from '../forest';
import { toneSymbol } from '../tone-symbol';

/** A caption that is no longer stays on one line: the ends of an interval belong together. */
const ONE_LINE = 17;

/** Of a drawn interval, in pixels. */
const WIDTH = 150;

interface Plot {
  readonly axis: ForestAxis;
  readonly format: Format;
}

/** A table of a result as HTML, intervals drawn. */
export function tableHtml(table: Table, language: Language, zone: string): string {
  const plots = table.columns.map((column) => plotOf(column, table.rows));
  const heads = table.columns.map((column, k) => headHtml(column, plots[k]!, language));
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column, k) => {
      const plot = plots[k];
      const inner = plot
        ? intervalSvg(plot.axis, intervalOf(column, row))
        : numberHtml(column, row, language, zone);
      return `<td${classOf(column)}>${inner}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="scroll"><table><caption class="unseen">${escaped(table.title)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function plotOf(column: TableColumn, rows: readonly Row[]): Plot | null {
  if (!column.interval) return null;
  const format = formatOf(column, rows[0] ?? {});
  const intervals = rows.map((row) => intervalOf(column, row));
  const axis = forestAxis(intervals, format);
  return axis && { axis, format };
}

function headHtml(column: TableColumn, plot: Plot | null, { numbers }: Language): string {
  const title = escaped(column.title);
  if (!plot) return `<th scope="col"${classOf(column)}>${title}</th>`;
  const { axis, format } = plot;
  const anchors = ['start', 'middle', 'end'];
  const labels = axis.ticks.map((tick, k) => {
    const x = k === 0 ? 0 : k === 2 ? WIDTH : place(pointOn(axis, tick) ?? 0);
    const label = escaped(axisLabel(tick, axis, format, numbers));
    return `<text x="${x}" y="12" text-anchor="${anchors[k]}">${label}</text>`;
  });
  return `<th scope="col" class="plot"><span class="unseen">${title}</span><svg width="${WIDTH}" height="16" aria-hidden="true">${labels.join('')}</svg></th>`;
}

/** The numbers of the interval stand in the columns beside it. */
function intervalSvg(axis: ForestAxis, row: Interval): string {
  const inner = spanOn(axis, row.low, row.high);
  const outer = spanOn(axis, row.outerLow, row.outerHigh);
  const estimate = pointOn(axis, row.estimate);
  const upright = (at: number | null, kind: string): string =>
    at === null ? '' : `<line class="${kind}" x1="${place(at)}" x2="${place(at)}" y1="0" y2="22"/>`;
  const level = (span: typeof inner, kind: string): string =>
    span
      ? `<line class="${kind}" x1="${place(span.from)}" x2="${place(span.to)}" y1="11" y2="11"/>`
      : '';
  const parts = [
    upright(pointOn(axis, 0), 'zero'),
    upright(pointOn(axis, row.mark), 'mark'),
    level(outer, 'outer'),
    level(inner, 'inner'),
    inner?.cutLow || outer?.cutLow ? '<path class="cut" d="M0 11L6 7V15Z"/>' : '',
    inner?.cutHigh || outer?.cutHigh ? `<path class="cut" d="M${WIDTH} 11l-6 -4v8Z"/>` : '',
    estimate === null ? '' : `<circle cx="${place(estimate)}" cy="11" r="4.5"/>`,
  ];
  return `<svg class="interval${isClear(row) ? ' clear' : ''}" width="${WIDTH}" height="22" aria-hidden="true">${parts.join('')}</svg>`;
}

function place(share: number): number {
  return Math.round(10 * (PAD + share * (WIDTH - 2 * PAD))) / 10;
}

function numberHtml(column: TableColumn, row: Row, language: Language, zone: string): string {
  const value = row[column.key] ?? null;
  const at = { unit: unitOf(row), zone };
  const text = escaped(cellText(value, formatOf(column, row), language.numbers, at));
  const tone = column.tone === undefined ? null : (row[column.tone] as Tone | null);
  const symbol = tone ? toneSymbol(tone, value) : '';
  const caption = column.caption === undefined ? '' : String(row[column.caption] ?? '');
  const shown = `${symbol ? `${symbol}\u00a0` : ''}${text}`;
  const number = tone ? `<b class="${tone}">${shown}</b>` : shown;
  const small = caption.length <= ONE_LINE ? '<small class="whole">' : '<small>';
  return caption ? `${number}${small}${escaped(caption)}</small>` : number;
}

function classOf({ format, interval }: TableColumn): string {
  if (interval) return ' class="plot"';
  return format === 'text' ? ' class="text"' : '';
}
