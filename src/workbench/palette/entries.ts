import { sampleNotebooks } from '../../platform/samples';
import { isNotebook } from '../../platform/opened-file';
import { importFile, openFiles, openSample } from '../acts/open-files';
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
  readonly run: () => void | Promise<void>;
}

export interface FoundEntry extends Entry {
  readonly match: Match;
}

/** The signs that open another list when they come first. */
export const PREFIXES = ['>', '@', '#', '?'] as const;

const SHOWN = 60;

/** What the palette offers for `text`, best first. */
export function findEntries(
  text: string,
  workbench: Workbench,
  commands: readonly Command[],
  mac: boolean,
): readonly FoundEntry[] {
  const prefix = PREFIXES.find((each) => text.startsWith(each)) ?? '';
  const query = text.slice(prefix.length);
  const lists = {
    '>': () => commandEntries(commands, mac),
    '@': () => cellEntries(workbench),
    '#': () => columnEntries(workbench),
    '?': () => helpEntries(workbench),
    '': () => fileEntries(workbench),
  };
  return lists[prefix]()
    .flatMap((entry) => {
      const found = match(query, entry.title);
      return found ? [{ ...entry, match: found }] : [];
    })
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, SHOWN);
}

function commandEntries(commands: readonly Command[], mac: boolean): readonly Entry[] {
  return commands.filter(canRun).map(({ title, keys, run }) => ({
    title,
    note: keys?.[0] ? formatKeys(keys[0], mac) : '',
    run,
  }));
}

function cellEntries(workbench: Workbench): readonly Entry[] {
  const tab = workbench.notebook;
  if (!tab) return [];
  const { session } = tab;
  return session.notebook.cells
    .filter(({ type }) => type !== 'header' && type !== 'results')
    .map((cell) => ({
      title: cell.type === 'prose' ? (cell.body.trim().split('\n')[0] ?? cell.id) : cell.id,
      note: cellSummary(cell, session.state(cell.id), workbench.language).word,
      run: () => tab.reveal(cell.id),
    }));
}

function columnEntries(workbench: Workbench): readonly Entry[] {
  const tab = workbench.notebook;
  if (!tab) return [];
  const { kinds } = workbench.words.dataView;
  return tab.sources.flatMap(({ id, output }) =>
    output.columns.map(({ name, kind }) => ({
      title: name,
      note: `${id} · ${kinds[kind]}`,
      run: () => tab.reveal(id),
    })),
  );
}

function fileEntries(workbench: Workbench): readonly Entry[] {
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

function helpEntries(workbench: Workbench): readonly Entry[] {
  return workbench.words.palette.help.map(([prefix, title]) => ({
    title,
    note: prefix,
    run: () => void (workbench.palette = prefix),
  }));
}
