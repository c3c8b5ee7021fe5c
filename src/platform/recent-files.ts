import { type OpenedFile, fileName } from './opened-file';
import { store, stored } from './store';

/** A notebook opened before. */
export interface RecentFile {
  readonly name: string;
  /** Epoch ms. */
  readonly at: number;
  readonly handle: FileSystemFileHandle;
}

const KEY = 'recent-files';
const KEPT = 8;

/** The notebooks opened last, newest first. Only files that can be opened again are listed. */
export async function recentFiles(): Promise<readonly RecentFile[]> {
  return (await stored<readonly RecentFile[]>(KEY)) ?? [];
}

/** Puts a file in front of the list, and gives the list; a file without a handle cannot be reopened and is left out. */
export async function rememberFile(
  { path, handle }: OpenedFile,
  at: number,
): Promise<readonly RecentFile[]> {
  const before = await recentFiles();
  if (!handle) return before;
  const others: RecentFile[] = [];
  for (const file of before) {
    if (!(await file.handle.isSameEntry(handle))) others.push(file);
  }
  const files = [{ name: fileName(path), at, handle }, ...others].slice(0, KEPT);
  await store(KEY, files);
  return files;
}

/** Opens a recent file; the browser may ask first. Null when it was refused. */
export async function reopen({ name, handle }: RecentFile): Promise<OpenedFile | null> {
  const mode = { mode: 'readwrite' } as const;
  const state = await handle.queryPermission(mode);
  if (state !== 'granted' && (await handle.requestPermission(mode)) !== 'granted') return null;
  return { path: name, file: await handle.getFile(), handle };
}
