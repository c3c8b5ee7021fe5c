import { sampleNotebooks } from '../../platform/samples';
import { isNotebook } from '../../platform/opened-file';
import { importFile, openFiles, openSample } from '../acts/open-files';
import { cellTitle } from '../cells/cell-head';
import { shownCells } from '../cells/cell-navigation';
import { type Command, canRun } from '../command';
import { formatKeys } from '../keys';
import { cellSummary } from '../side/cell-summary';
import type { Workbench } from '../workbench.svelte';
import { type Match, match } from './match';

/** One line of the palette. */
export interface Entry {
  readonly title: string;
  /** Small, at the right end: keys, a kind, a place. */
  readonly note: string;
  /** What it is also found by. */
  readonly also?: string;
  readonly run: () => void | Promise<void>;
}

export interface FoundEntry extends Entry {
  readonly match: Match;
}

/** The signs that open another list when they come first. */
export const PREFIXES = ['>', '@', '#', '?'] as const;

const SHOWN = 60;
/** So much less counts what is found by its other name, and what is of the next group. */
const LESS = { also: 100, group: 200 };

/** What the palette offers for `text`, best first: of equally good ones first what the sign at its beginning stands for. */
export function findEntries(
  text: string,
  workbench: Workbench,
  commands: readonly Command[],
  mac: boolean,
): readonly FoundEntry[] {
  const prefix = PREFIXES.find((each) => text.startsWith(each)) ?? '';
  const query = text.slice(prefix.length);
  const places = (): readonly Entry[][] => [cellEntries(workbench), columnEntries(workbench)];
  const groups: Record<typeof prefix, () => readonly Entry[][]> = {
    '>': () => [commandEntries(commands, mac), ...places()],
    '@': () => [cellEntries(workbench)],
    '#': () => [columnEntries(workbench)],
    '?': () => [helpEntries(workbench)],
    '': () => [fileEntries(workbench), ...places()],
  };
  return groups[prefix]()
    .flatMap((entries, group) => entries.flatMap((entry) => found(query, entry, group)))
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, SHOWN);
}

function found(query: string, entry: Entry, group: number): readonly FoundEntry[] {
  const byTitle = match(query, entry.title);
  const byName = byTitle || entry.also === undefined ? null : match(query, entry.also);
  const best = byTitle ?? (byName && { score: byName.score - LESS.also, ranges: [] });
  return best ? [{ ...entry, match: { ...best, score: best.score - group * LESS.group } }] : [];
}

function commandEntries(commands: readonly Command[], mac: boolean): Entry[] {
  return commands.filter(canRun).map(({ title, keys, run }) => ({
    title,
    note: keys?.[0] ? formatKeys(keys[0], mac) : '',
    run,
  }));
}

/** Text goes by its first line, everything else by its id. */
function cellEntries({ notebook: tab, language }: Workbench): Entry[] {
  if (!tab) return [];
  return shownCells(tab.notebook).map((cell) => {
    const kind = cellTitle(cell, language);
    const { word } = cellSummary(cell, tab.state(cell.id), language);
    const line =
      cell.type === 'prose'
        ? cell.body
            .trim()
            .split('\n')[0]!
            .replace(/^#+\s+/, '')
        : '';
    return {
      title: line || cell.id,
      note: kind.toLowerCase() === word.toLowerCase() ? kind : `${kind} · ${word}`,
      also: line ? cell.id : kind,
      run: () => tab.reveal(cell.id),
    };
  });
}

function columnEntries(workbench: Workbench): Entry[] {
  const tab = workbench.notebook;
  if (!tab) return [];
  const { kinds } = workbench.words.dataView;
  return tab.sources.flatMap(({ id, output }) =>
    output.columns.map(({ name, kind }) => ({
      title: name,
      note: `${id} · ${kinds[kind]}`,
      run: () => tab.reveal(id, name),
    })),
  );
}

function fileEntries(workbench: Workbench): Entry[] {
  const words = workbench.words.explorer;
  const open = workbench.notebooks.map((tab) => ({
    title: tab.name,
    note: words.open,
    run: () => void workbench.show(tab),
  }));
  const shelf = workbench.shelf.files.map((file) => ({
    title: file.path,
    note: workbench.shelf.folder ?? words.files,
    run: () => (isNotebook(file.path) ? openFiles(workbench, [file]) : importFile(workbench, file)),
  }));
  const samples = sampleNotebooks.map((name) => ({
    title: name,
    note: words.samples,
    run: () => openSample(workbench, name),
  }));
  const titles = new Set(open.map(({ title }) => title));
  return [...open, ...[...shelf, ...samples].filter(({ title }) => !titles.has(title))];
}

function helpEntries(workbench: Workbench): Entry[] {
  return workbench.words.palette.help.map(([prefix, title]) => ({
    title,
    note: prefix,
    run: () => void (workbench.palette = prefix),
  }));
}
