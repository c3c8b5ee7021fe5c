import { directoryOpen, fileOpen, fileSave, supported as hasFileAccess } from 'browser-fs-access';
import { DATA_EXTENSIONS } from '../data/format';

/** A file the user has put into Liftbook's hands. */
export interface OpenedFile {
  /** With the folder it was opened with, `/` between the parts; else its name alone. */
  readonly path: string;
  readonly file: File;
  /** Allows to save in place; null where the browser has no such thing. */
  readonly handle: FileSystemFileHandle | null;
}

export const NOTEBOOK_EXTENSION = '.lift.md';

export function isNotebook(path: string): boolean {
  return path.endsWith(NOTEBOOK_EXTENSION) || path.endsWith('.md');
}

/** May it be a page with a notebook in it? */
export function isPage(path: string): boolean {
  return /\.html?$/i.test(path);
}

export function isData(path: string): boolean {
  return DATA_EXTENSIONS.some((extension) => path.toLowerCase().endsWith(extension));
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Lets the user choose notebooks and data files; none when the choice was given up. */
export async function chooseFiles(description: string): Promise<readonly OpenedFile[]> {
  const files = await unlessGivenUp(() =>
    fileOpen({ multiple: true, description, extensions: ['.md', '.html', ...DATA_EXTENSIONS] }),
  );
  return (files ?? []).map((file) => ({
    path: file.name,
    file,
    handle: file.handle ?? null,
  }));
}

/**
 * Lets the user choose a folder: its notebooks, then its data files, each by path; hidden folders are
 * left out. Null when given up.
 */
export async function chooseFolder(): Promise<readonly OpenedFile[] | null> {
  const found = await unlessGivenUp(() =>
    directoryOpen({
      recursive: true,
      skipDirectory: ({ name }) => name.startsWith('.') || name === 'node_modules',
    }),
  );
  if (!found) return null;
  const files = found
    .filter((file) => file instanceof File)
    .map((file) => ({
      path: file.webkitRelativePath || file.name,
      file,
      handle: file.handle ?? null,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // A plain .md in a folder is rather a readme than a notebook.
  const notebooks = files.filter(({ path }) => path.endsWith(NOTEBOOK_EXTENSION));
  return [...notebooks, ...files.filter(({ path }) => isData(path))];
}

/** The files of a drop. Must be called within the event: the browser empties it afterwards. */
export function droppedFiles(drop: DataTransfer): Promise<readonly OpenedFile[]> {
  const items = [...drop.items].filter(({ kind }) => kind === 'file');
  return Promise.all(
    items.flatMap((item) => {
      const file = item.getAsFile();
      if (!file) return [];
      const asked = hasFileAccess ? item.getAsFileSystemHandle() : Promise.resolve(null);
      return asked.then((handle): OpenedFile => ({
        path: file.name,
        file,
        handle: handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null,
      }));
    }),
  );
}

/** How a save ended: in the file itself, as a download, or not at all. */
export type Saved =
  | { readonly how: 'file'; readonly name: string; readonly handle: FileSystemFileHandle }
  | { readonly how: 'download'; readonly name: string }
  | { readonly how: 'given-up' };

/** What can be written. */
const KINDS = {
  notebook: { extensions: ['.md'], mimeTypes: ['text/markdown'] },
  page: { extensions: ['.html'], mimeTypes: ['text/html'] },
  png: { extensions: ['.png'], mimeTypes: ['image/png'] },
  svg: { extensions: ['.svg'], mimeTypes: ['image/svg+xml'] },
  csv: { extensions: ['.csv'], mimeTypes: ['text/csv'] },
  arrow: { extensions: ['.arrow'], mimeTypes: ['application/vnd.apache.arrow.file'] },
  jupyter: { extensions: ['.ipynb'], mimeTypes: ['application/x-ipynb+json'] },
  zip: { extensions: ['.zip'], mimeTypes: ['application/zip'] },
  slides: {
    extensions: ['.pptx'],
    mimeTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  },
};

export type FileKind = keyof typeof KINDS;

/** Writes `text` to `handle`, or where the user says; browsers without file access download it. */
export function saveText(
  text: string,
  name: string,
  handle: FileSystemFileHandle | null,
  kind: FileKind = 'notebook',
): Promise<Saved> {
  return saveContent(text, name, kind, handle);
}

/** Writes `content` where the user says, else to `handle`; browsers without file access download it. */
export async function saveContent(
  content: BlobPart,
  name: string,
  kind: FileKind,
  handle: FileSystemFileHandle | null = null,
): Promise<Saved> {
  const blob = new Blob([content], { type: KINDS[kind].mimeTypes[0]! });
  let givenUp = false;
  const taken = await unlessGivenUp(
    () => fileSave(blob, { fileName: name, ...KINDS[kind] }, handle),
    () => (givenUp = true),
  );
  if (givenUp) return { how: 'given-up' };
  return taken ? { how: 'file', name: taken.name, handle: taken } : { how: 'download', name };
}

/** Closing a file picker is an answer, not an error. */
async function unlessGivenUp<T>(
  ask: () => Promise<T>,
  onGivenUp: () => void = () => undefined,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    onGivenUp();
    return undefined;
  }
}
