import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What can keep a notebook from being changed or saved. */
export const keepingProblems = {
  'save-refused': ({ file }) => ({
    message: `The browser may not write to “${file}” any more.`,
    hint: 'Save again and allow it, or choose “Save as…”. Nothing is lost: the changes are kept here.',
  }),
  'save-failed': ({ file }) => ({
    message: `“${file}” could not be written; it is as it was.`,
    hint: 'Check that the disk has room and the file is not protected, or choose “Save as…”.',
  }),
  'save-differs': ({ file }) => ({
    message: `“${file}” was written, but holds something else when it is read back.`,
    hint: 'Choose “Save as…” and another place.',
  }),
  'open-elsewhere': ({ file }) => ({
    message: `“${file}” is open in another tab, so it can only be read here.`,
    hint: 'Choose “Take over” above the notebook to change it here.',
  }),
} satisfies Sentences;
