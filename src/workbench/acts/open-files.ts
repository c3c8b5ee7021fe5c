import { textOf } from '../../notebook/text-of';
import {
  type OpenedFile,
  chooseFiles,
  chooseFolder,
  fileName,
  isNotebook,
  isPage,
} from '../../platform/opened-file';
import { type RecentFile, rememberFile, reopen } from '../../platform/recent-files';
import { sampleNotebook } from '../../platform/samples';
import { filesRead } from '../files-read';
import { ImportTab } from '../import/import-tab.svelte';
import { notebookInPage } from '../../share/page/held-notebook';
import { newNotebookText } from '../new-notebook';
import type { NotebookTab } from '../notebook-tab.svelte';
import { turn } from '../parts/turn';
import { dataFile } from '../shelf.svelte';
import type { Workbench } from '../workbench.svelte';
import { holdFile } from './hold-file';
import { keepVersionOf } from './keep-versions';
import { closeTab } from './save-notebook';

/** Opens notebooks; data files come to hand, and one that no open notebook was waiting for is imported. */
export async function openFiles(workbench: Workbench, files: readonly OpenedFile[]): Promise<void> {
  const books = await Promise.all(files.map(notebookFile));
  const data = files.filter((_, k) => books[k] === null);
  // Other notebooks may take their definitions from one.
  workbench.shelf.add([...data, ...books.filter((book) => book !== null)]);
  for (const book of books) if (book) await openNotebook(workbench, book);
  // A source may have read its file before anybody looks.
  const awaited = new Set([...readBy(workbench, books), ...provide(workbench)]);
  for (const file of data) {
    const name = fileName(file.path);
    if (awaited.has(name)) workbench.messages.inform(workbench.words.files.atHand(name));
    else importFile(workbench, file);
  }
}

export async function openChosenFiles(workbench: Workbench): Promise<void> {
  await openFiles(workbench, await chooseFiles(workbench.words.files.kinds));
}

/** Puts a folder on the shelf and opens its first notebook. */
export async function openChosenFolder(workbench: Workbench): Promise<void> {
  const files = await chooseFolder();
  if (!files) return;
  workbench.shelf.openFolder(files);
  workbench.layout.sideView = 'explorer';
  provide(workbench);
  const first = files.find(({ path }) => isNotebook(path));
  if (first) await openNotebook(workbench, first);
}

export async function openRecent(workbench: Workbench, recent: RecentFile): Promise<void> {
  const file = await reopen(recent);
  if (file) await openNotebook(workbench, file);
}

/** Opens a notebook that comes with the app, or shows it where it is open already. */
export async function openSample(workbench: Workbench, name: string): Promise<void> {
  const open = tabOf(workbench, name);
  if (open) workbench.show(open);
  else await showNew(workbench, await sampleNotebook(name), name, null, true);
}

/** Opens an empty notebook, named after its title. */
export function openNew(workbench: Workbench, title: string | null = null): NotebookTab {
  const { untitled, untitledFile } = workbench.words.files;
  const text = newNotebookText(title ?? untitled, workbench.timezone);
  return workbench.show(workbench.newTab(text, freeName(workbench, title ?? untitledFile), null));
}

/** Reads a data file and shows what is in it; a file that a notebook has been waiting for under another name goes there. */
export function importFile(workbench: Workbench, file: OpenedFile): void {
  const { locale } = workbench.language;
  const setting = { timezone: workbench.timezone, weekStart: 'monday', locale } as const;
  const tab = workbench.show(
    new ImportTab(workbench.freshTabId(), dataFile(file), workbench.engine, setting),
  );
  void workbench.attempt(async () => {
    await tab.read();
    const sha256 = tab.output?.sha256;
    if (sha256 === undefined) return;
    workbench.shelf.learn(file.path, sha256);
    if (!isMissed(workbench, sha256)) return;
    provide(workbench);
    workbench.messages.inform(workbench.words.files.atHand(tab.name));
    await closeTab(workbench, tab);
  });
}

/** Does a source that has not been read want a file of this content? */
function isMissed({ notebooks }: Workbench, sha256: string): boolean {
  return notebooks.some(
    ({ session, sources }) =>
      filesRead(session.notebook).some((file) => file.sha256 === sha256) &&
      !sources.some(({ output }) => output.sha256 === sha256),
  );
}

/** The file, or the notebook in a page; null for data. */
async function notebookFile(file: OpenedFile): Promise<OpenedFile | null> {
  if (isNotebook(file.path)) return file;
  const held = isPage(file.path) ? notebookInPage(await file.file.text()) : null;
  return held && { path: held.file, file: new File([held.bytes], held.file), handle: null };
}

async function openNotebook(workbench: Workbench, file: OpenedFile): Promise<void> {
  const open = tabOf(workbench, file.path);
  if (open) workbench.show(open);
  else {
    const text = textOf(await file.file.arrayBuffer(), file.path);
    await showNew(workbench, text, file.path, file.handle);
  }
  workbench.recent = await rememberFile(file, Date.now());
}

/** Reading a notebook and showing it are two pieces of work: the browser answers in between. */
async function showNew(
  workbench: Workbench,
  ...notebook: Parameters<Workbench['newTab']>
): Promise<void> {
  const tab = workbench.newTab(...notebook);
  await turn();
  const shown = workbench.show(tabOf(workbench, notebook[1]) ?? tab);
  const isSample = notebook[3] === true;
  if (!isSample) void keepVersionOf(shown.session, 'opened');
  await holdFile(shown);
}

function tabOf(workbench: Workbench, path: string): NotebookTab | undefined {
  return workbench.notebooks.find(({ session }) => session.file === path);
}

/** The names of the files that these notebooks read. */
function readBy(workbench: Workbench, books: readonly (OpenedFile | null)[]): readonly string[] {
  return books.flatMap((book) => {
    const tab = book && tabOf(workbench, book.path);
    return tab ? filesRead(tab.session.notebook).map(({ path }) => fileName(path)) : [];
  });
}

/** Tells every notebook that files came to hand; gives the names of the files that sources waited for. */
function provide({ notebooks }: Workbench): ReadonlySet<string> {
  const awaited = notebooks.flatMap(({ session }) => {
    const { cells } = session.notebook;
    const waiting = cells.filter(({ id }) => session.state(id).state !== 'done');
    return filesRead({ ...session.notebook, cells: waiting }).map(({ path }) => fileName(path));
  });
  for (const { session } of notebooks) session.provide();
  return new Set(awaited);
}

function freeName({ notebooks }: Workbench, base: string): string {
  const taken = new Set(notebooks.map(({ name }) => name));
  let name = `${base}.lift.md`;
  for (let n = 2; taken.has(name); ++n) name = `${base}-${n}.lift.md`;
  return name;
}
