import { type FileKind, saveContent } from '../../platform/opened-file';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** The notebook's name without what says that it is one. */
export function baseName({ name }: NotebookTab): string {
  return name.replace(/(\.lift)?\.md$/, '');
}

/** Writes `content` where the user says, and tells where that is. */
export async function saveExport(
  { messages, words }: Workbench,
  content: BlobPart,
  name: string,
  kind: FileKind,
): Promise<void> {
  const saved = await saveContent(content, name, kind);
  if (saved.how === 'file') messages.inform(words.files.saved(saved.name));
  if (saved.how === 'download') messages.inform(words.files.downloaded(saved.name));
}
