import type { VersionReason } from '../version-reason';

/** What is said of versions of a notebook, of files that others change, and of tabs that have one file open. */
export const keepingWords = {
  title: (name: string): string => `Versions of ${name}`,
  none: 'This browser keeps no version of this notebook yet. One is kept whenever it is opened or saved.',
  list: 'Versions, newest first',
  why: {
    opened: 'opened',
    saved: 'saved',
    left: 'closed without saving',
    replaced: 'replaced by another version',
    'on-disk': 'found on the disk',
  } satisfies Record<VersionReason, string>,
  changes: (lines: number, count: string): string =>
    lines === 0 ? 'the same as now' : lines === 1 ? 'one line differs' : `${count} lines differ`,
  compared: 'What it would change now',
  removed: 'goes',
  added: 'comes',
  restore: 'Go back to this version',
  restored: (at: string): string => `The notebook is as it was on ${at}. Undo brings it back.`,
  close: 'Close',
  changedOnDisk: {
    question: (name: string): string => `${name} was changed by something else.`,
    detail:
      'The file no longer holds what was opened here, so it was not written over. Both versions are kept in this browser.',
    copy: 'Save mine as a copy',
    take: 'Take the one on the disk',
    compare: 'Compare',
    cancel: 'Cancel',
  },
  elsewhere: 'Open in another tab: here it can only be read.',
  takeOver: 'Take over',
};
