import type { Json } from '../base/json';
import type { Language } from '../locale/language';
import type { Moved } from '../notebook/moved';
import { formatPath } from '../notebook/path';

/** Figures that are listed unless all are asked for. */
const MOST = 24;

/**
 * What moved since results were saved, the verdict first: then by cell the figures that moved most,
 * texts before numbers and what came or went last, and how many more there are.
 *
 * @param at       epoch ms of the saved results
 * @param changed  sources whose data are others
 */
export function movedReport(
  moved: readonly Moved[],
  {
    at,
    changed,
    all,
  }: { readonly at: number; readonly changed: readonly string[]; readonly all: boolean },
  language: Language,
): string {
  const words = language.interface.commandLine.check;
  const { int } = language.numbers;
  const date = language.numbers.date(at, 'UTC');
  const listed = new Set(all ? moved : mostMoved(moved));
  const cells = [...new Set(moved.map(({ path }) => String(path[0])))];
  const lines = [
    moved.length === 0 ? words.same(date) : words.moved(int(moved.length), date),
    ...changed.map((source) => words.changed(source)),
    ...cells.flatMap((cell) => {
      const own = moved.filter(({ path }) => path[0] === cell);
      const shown = own.filter((each) => listed.has(each));
      const more = own.length - shown.length;
      return [
        words.cell(cell, int(own.length)),
        ...(all ? shown : mostMoved(shown)).map((each) => `  ${line(each, language)}`),
        ...(more > 0 && shown.length > 0 ? [`  ${words.more(int(more))}`] : []),
      ];
    }),
    ...(listed.size < moved.length ? [words.rest] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function mostMoved(moved: readonly Moved[]): readonly Moved[] {
  return [...moved].sort((a, b) => distance(b) - distance(a)).slice(0, MOST);
}

/** How far a figure moved: from 0 to 2 relative to the larger of both, a text further than any, what came or went least. */
function distance({ was, is }: Moved): number {
  if (was === null || is === null) return 0;
  if (typeof was !== 'number' || typeof is !== 'number') return 3;
  return Math.abs(was - is) / Math.max(Math.abs(was), Math.abs(is));
}

function line({ path, was, is }: Moved, language: Language): string {
  const [before, now] = [written(was, language), written(is, language)];
  const isTold = before !== now || typeof was !== 'number';
  const change = isTold ? `${before} → ${now}` : `${String(was)} → ${String(is)}`;
  return `${formatPath(path)}: ${change}`;
}

/** As the page writes it. */
function written(value: Json, { numbers }: Language): string {
  if (Number.isSafeInteger(value)) return numbers.int(value as number);
  if (typeof value === 'number') return numbers.num(value);
  const text = value === null ? '–' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
