import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What can be wrong with the code in a notebook, and with what it gives. */
export const codeProblems = {
  untrusted: () => ({
    message: 'This cell holds code that you have not allowed to run.',
    hint: 'Read the code, then choose “Run this notebook’s code” (on the command line: --trust).',
  }),
  'code-syntax': ({ found }) => ({
    message: `The code cannot be read here: ${found}.`,
    hint: null,
  }),
  'code-outside': ({ name }) => ({
    message: `Code cells cannot use “${name}”: they have no network, no page and no storage.`,
    hint: 'Data come in through source cells.',
  }),
  'code-threw': ({ message }) => ({
    message: `The code stopped with an error: ${message}`,
    hint: null,
  }),
  'code-column': ({ name, near }) => ({
    message: `The table has no column “${name}” at this point.`,
    hint: near ? `Did you mean “${near}”?` : null,
  }),
  'code-closure': ({ name, isCell }) => ({
    message: `Inside a table verb “${name}” is not known by that name.`,
    hint: isCell
      ? `Write “$.${name}” and take $ as second argument: (d, $) => d.column > $.${name}.`
      : `Hand it over first: table.params({ ${name} }), then (d, $) => d.column > $.${name}.`,
  }),
  'code-no-value': () => ({
    message: 'The code gives no value: the last line has to be an expression.',
    hint: 'End with the name of the table, on a line of its own.',
  }),
  'code-odd-value': ({ found }) => ({
    message: `The code gives ${found}, which is neither a table nor a plain value.`,
    hint: 'End with a table, a number, a text, or a list or object of these.',
  }),
  'code-too-much': ({ what, found, most }, n) => ({
    message: `The code gives ${n.int(Number(found))} ${what}; at most ${n.int(Number(most))} can be kept.`,
    hint: 'Count or group the rows first.',
  }),
  'code-too-slow': ({ seconds }, n) => ({
    message: `The code was stopped: it ran longer than ${n.int(Number(seconds))} seconds.`,
    hint: 'Look for a loop that does not end, or filter the rows first.',
  }),
  'no-table': ({ cell }) => ({
    message: `“${cell}” gives no table.`,
    hint: 'Name a source, an analysis, or a transform that ends with a table.',
  }),
} satisfies Sentences;
