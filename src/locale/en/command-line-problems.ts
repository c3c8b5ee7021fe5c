import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What can be wrong with a call of the command line. */
export const commandLineProblems = {
  'which-experiment': ({ found }, n) => {
    const names = found as readonly string[];
    return names.length === 0
      ? { message: 'The notebook has no experiment to freeze.', hint: null }
      : {
          message: `The notebook has several experiments: ${n.list(names)}.`,
          hint: 'Say which one with --cell.',
        };
  },
  'unknown-command': ({ name, known, near }) => ({
    message: `There is no command “${name}”.`,
    hint: near ? `Did you mean “${near}”?` : `Use one of: ${listed(known)}.`,
  }),
  'unknown-option': ({ name, known, near }) => ({
    message: `There is no option “${name}”.`,
    hint: near ? `Did you mean ${near}?` : `Use one of: ${listed(known)}.`,
  }),
  'option-needs-value': ({ name, takes }) => ({
    message: takes ? `The option ${name} needs a value.` : `The option ${name} takes no value.`,
    hint: null,
  }),
  'bad-locale': ({ found, known }) => ({
    message: `There is no language “${found}”.`,
    hint: `Use one of: ${listed(known)}.`,
  }),
  'no-file-named': ({ command }) => ({
    message: 'No notebook was named.',
    hint: `Write liftbook ${command} and a file, such as notebooks/experiment.lift.md.`,
  }),
  'too-many-files': ({ command, files }) => ({
    message: `liftbook ${command} takes one notebook at a time; also named: ${listed(files)}.`,
    hint: null,
  }),
  'bad-assignment': ({ option, found, example }) => ({
    message: `“${found}” behind ${option} is not understood.`,
    hint: `Write ${option} ${example}.`,
  }),
  'file-not-found': ({ file }) => ({
    message: `There is no file “${file}”.`,
    hint: null,
  }),
  'not-a-file': ({ file }) => ({
    message: `“${file}” is a folder.`,
    hint: 'Name a file.',
  }),
  'no-access': ({ file }) => ({
    message: `The file “${file}” cannot be read.`,
    hint: 'Its permissions forbid it.',
  }),
  'source-file-missing': ({ file, source }) => ({
    message: `The data file “${file}” is not there.`,
    hint: `Say where it is: --source ${source}=path.`,
  }),
  'outside-folder': ({ file, source }) => ({
    message: `“${file}” lies outside the working directory and the notebook's folder, so it was not read.`,
    hint: `If that is what you want, name it yourself: --source ${source}=path.`,
  }),
  'cannot-set': ({ name }) => ({
    message: `“${name}” is neither an input nor a parameter of an analysis.`,
    hint: 'Write the cell and the parameter, such as --set ab.alpha=0.01.',
  }),
  'nobody-behind': ({ path }) => ({
    message: `No users stand behind “${path}”, so no file was written.`,
    hint: 'Name an arm or a number of one, such as ab.arms.treatment.',
  }),
  'cannot-write': ({ file }) => ({
    message: `The file “${file}” cannot be written.`,
    hint: 'Check that its folder is there and that you may write in it.',
  }),
} satisfies Sentences;

function listed(names: ProblemArgs[string] | undefined): string {
  return Array.isArray(names) ? names.join(', ') : String(names);
}
