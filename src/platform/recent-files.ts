import { type OpenedFile, fileName } from './opened-file';
import { store, stored } from './store';

/** A notebook opened before. */
export interface RecentFile {
  readonly name: string;
  /** Epoch ms. */
  readonly at: number;
  /** Null where the browser cannot open a file again: only its name is known. */
  readonly handle: FileSystemFileHandle | null;
}

const KEY = 'recent-files';
const KEPT = 8;

/** The notebooks opened last, newest first. */
export async function recentFiles(): Promise<readonly RecentFile[]> {
  return (await stored<readonly RecentFile[]>(KEY)) ?? [];
}

/** Puts a file in front of the list, and gives the list; one without a handle is known by its name. */
export async function rememberFile(
  { path, handle }: OpenedFile,
  at: number,
): Promise<readonly RecentFile[]> {
  const before = await recentFiles();
  const others: RecentFile[] = [];
  for (const file of before) {
    if (!(await isSame(file, fileName(path), handle))) others.push(file);
  }
  const files = [{ name: fileName(path), at, handle }, ...others].slice(0, KEPT);
  await store(KEY, files);
  return files;
}

async function isSame(
  file: RecentFile,
  name: string,
  handle: FileSystemFileHandle | null,
): Promise<boolean> {
  if (file.handle && handle) return file.handle.isSameEntry(handle);
  return file.handle === handle && file.name === name;
}

/** Opens a recent file; the browser may ask first. Null when it was refused, or cannot. */
export async function reopen({ name, handle }: RecentFile): Promise<OpenedFile | null> {
  if (!handle) return null;
  const mode = { mode: 'readwrite' } as const;
  const state = await handle.queryPermission(mode);
  if (state !== 'granted' && (await handle.requestPermission(mode)) !== 'granted') return null;
  return { path: name, file: await handle.getFile(), handle };
}
