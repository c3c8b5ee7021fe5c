import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What can keep the engine, or a notebook that runs on it, from its work. */
export const engineProblems = {
  'engine-stopped': () => ({
    message: 'The engine stopped twice while doing this; most likely the memory did not suffice.',
    hint: 'Close other tabs, or read a smaller file, then run the cell again.',
  }),
  'code-not-fetched': () => ({
    message: 'A part of the app could not be fetched from its own address.',
    hint: 'Check the connection, then run the cell again.',
  }),
  'sandbox-blocked': () => ({
    message: 'The frame in which Liftbook computes did not start.',
    hint: 'A browser extension or the web host seems to forbid it: try a window without extensions.',
  }),
  'unreadable-file': ({ file }) => ({
    message: `The file “${file}” can no longer be read.`,
    hint: 'It was changed, moved or deleted after it was opened. Open it again.',
  }),
  'no-snapshot': () => ({
    message: 'The notebook holds no results to compare with.',
    hint: 'Open it in Liftbook, run it, choose “Keep the results in the file” and save.',
  }),
  'changed-file': ({ file }) => ({
    message: `“${file}” is not the file that this notebook was written with: its content differs.`,
    hint: 'The results are those of the file at hand.',
  }),
  'rows-without-user': ({ count, rows }, n) => ({
    message: `${n.int(Number(count))} of ${n.int(Number(rows))} rows name no user and are left out.`,
    hint: null,
  }),
  'rows-without-time': ({ count, rows }, n) => ({
    message: `${n.int(Number(count))} of ${n.int(Number(rows))} rows have no time and are left out.`,
    hint: null,
  }),
  'users-repeated': ({ count, rows }, n) => ({
    message: `${n.int(Number(count))} of ${n.int(Number(rows))} rows are further rows of a user, with other values; the first row of each user counts.`,
    hint: 'If the rows are events, give the file the roles time and event too.',
  }),
  'files-differ': ({ file, first, column }) => ({
    message: `The files “${first}” and “${file}” cannot be put together: they differ in the column “${column}”.`,
    hint: 'All files of a source need the same columns of the same kinds.',
  }),
  'source-not-read': ({ source }) => ({
    message: `The data of “${source}” have not been read.`,
    hint: `Run the cell “${source}” first.`,
  }),
  'unknown-analysis': ({ name, known, near }) => ({
    message: `There is no analysis of the kind “${name}”.`,
    hint: [
      Array.isArray(known) ? `There is: ${known.join(', ')}.` : '',
      near ? `Did you mean “${near}”?` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  'data-file-missing': ({ file }) => ({
    message: `The data file “${file}” is not at hand.`,
    hint: 'Drop it here, or open it or the folder it is in.',
  }),
  'population-elsewhere': ({ segment, of, source }) => ({
    message: `“${segment}” holds users of “${of}”, but this analysis looks at “${source}”.`,
    hint: 'Choose a segment of the same source.',
  }),
  'nobody-in-population': ({ segment }) => ({
    message: `“${segment}” holds no users.`,
    hint: 'Check its conditions.',
  }),
  'no-value-yet': ({ cell }) => ({
    message: `The cell “${cell}” has no result yet.`,
    hint: 'Run it, or see what keeps it from running.',
  }),
} satisfies Sentences;
