import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';
import { someOf } from '../some-of';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What a JSON parser waits for. */
const EXPECTED: Readonly<Record<string, string>> = {
  value: 'a value',
  name: 'a name in double quotes',
  colon: 'a colon',
  'comma-or-brace': 'a comma or a closing }',
  'comma-or-bracket': 'a comma or a closing ]',
  end: 'nothing more',
};

/** Kinds of JSON values. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list [ ]',
  object: 'an object { }',
  record: 'an object { }',
  null: 'null',
};

const JSON_HINTS: Readonly<Record<string, string>> = {
  value: 'Write text in double quotes, a number, true, false, null, a list [ ] or an object { }.',
  name: 'Write the name of a setting in double quotes, such as "kind".',
  colon: 'Put a colon between the name and its value.',
  'comma-or-brace': 'Put a comma between two settings and a } behind the last.',
  'comma-or-bracket': 'Put a comma between two entries and a ] behind the last.',
  end: 'Remove what stands behind the last }.',
};

const LANGUAGES: Readonly<Record<string, string>> = { js: 'JavaScript', json: 'JSON' };

/** Everything that can be wrong with the text of a notebook, its references and its parameters. */
export const notebookProblems = {
  'unclosed-fence': ({ mark }) => ({
    message: 'This block is never closed, so the rest of the file is taken as part of it.',
    hint: `Add a line with ${mark} where the block ends.`,
  }),
  conflict: ({ ours, theirs }) => ({
    message: `Two versions of this part were merged and differ: ${quoted(ours, 'ours')} and ${quoted(theirs, 'theirs')}.`,
    hint: 'Keep one side, or both.',
  }),
  'missing-id': ({ proposal }) => ({
    message: 'This cell has no name.',
    hint: `Write one behind its type, such as ${proposal}.`,
  }),
  'bad-id': ({ id, proposal }) => ({
    message: `“${id}” cannot be the name of a cell: names are letters, digits and _, and start with a letter.`,
    hint: `Use ${proposal}, for example.`,
  }),
  'reserved-id': ({ id, proposal }) => ({
    message: `“${id}” cannot be the name of a cell: it already means something in JavaScript.`,
    hint: `Use ${proposal}, for example.`,
  }),
  'duplicate-id': ({ id, line, proposal }) => ({
    message: `Two cells are called “${id}”; the other one is on line ${line}.`,
    hint: `Rename one of them, for example to ${proposal}.`,
  }),
  'name-taken': ({ id, proposal }) => ({
    message: `There is already a cell called “${id}”.`,
    hint: `Use ${proposal}, for example.`,
  }),
  'bad-attribute': ({ found }) => ({
    message: `“${found}” in the first line of this cell is not understood.`,
    hint: 'Behind the name come settings such as width=6 or title="Our result", each once.',
  }),
  'wrong-language': ({ type, found, expected }) => ({
    message: `A ${type} cell is written in ${LANGUAGES[String(expected)]}, but this one says ${found === '' ? 'nothing' : `“${found}”`}.`,
    hint: `Start it with ${expected} lift:${type}.`,
  }),
  'unknown-cell-type': ({ type, known, near }) => ({
    message: `This version of Liftbook has no cells of type “${type}”. The cell is kept as it is.`,
    hint: didYouMean(near, known),
  }),
  'second-of-its-kind': ({ type, line }) => ({
    message: `A notebook has one lift:${type} block, and line ${line} has it.`,
    hint: 'Remove one of the two.',
  }),
  'not-text': ({ file }) => ({
    message: `“${file}” is not text in UTF-8, so it is no notebook.`,
    hint: 'Check that it is the right file, or save it as UTF-8.',
  }),
  'not-a-notebook': ({ file, found }) => ({
    message:
      found === 'jupyter'
        ? `“${file}” is a Jupyter notebook, not a Liftbook notebook.`
        : `“${file}” is a web page, not a notebook.`,
    hint:
      found === 'jupyter'
        ? 'Open it in Jupyter; to analyse its data here, open the data file.'
        : 'Open it in a browser tab, or ask for the .lift.md file that it was made from.',
  }),
  'no-header': () => ({
    message: 'The notebook has no header, so version 1, UTC and weeks from Monday are assumed.',
    hint: 'Set the title or the time zone to add one.',
  }),
  'bad-version': ({ found }) => ({
    message:
      found === null
        ? 'The header does not say which version of the format the notebook has.'
        : `The version of a notebook is a whole number from 1, not ${found}.`,
    hint: 'Write "liftbook": 1.',
  }),
  'newer-version': ({ found, known }) => ({
    message: `The notebook was written by a newer Liftbook: its format is version ${found}, and this one reads version ${known}.`,
    hint: 'Update Liftbook to run or change it.',
  }),
  'json-unexpected': ({ found, expected }) => ({
    message: `${found === '' ? 'The JSON ends' : `The JSON has ${found}`} where ${EXPECTED[String(expected)]} is expected.`,
    hint: JSON_HINTS[String(expected)]!,
  }),
  'json-comment': () => ({
    message: 'JSON has no comments.',
    hint: 'Write the remark as text above the cell.',
  }),
  'json-trailing-comma': ({ found }) => ({
    message: `There is a comma before the closing ${found}.`,
    hint: 'Remove the comma behind the last entry.',
  }),
  'json-quotes': ({ found }) => ({
    message: `${found} is not JSON: names and text stand in double quotes.`,
    hint: found === "'" ? 'Use " instead of \'.' : `Write "${found}".`,
  }),
  'json-number': ({ found }) => ({
    message: `${found} is not a number in JSON.`,
    hint: 'Write digits with a point, such as 0.05 or 1200.',
  }),
  'json-escape': ({ found }) => ({
    message: `${found} is not an escape in JSON.`,
    hint: 'Write \\\\ for a backslash.',
  }),
  'json-control': ({ found }) => ({
    message: `A text in JSON holds the invisible character ${found}.`,
    hint: 'Write \\t for a tab and \\n for a new line.',
  }),
  'json-unclosed-text': ({ found }) => ({
    message: `The text ${found} has no closing quote on its line.`,
    hint: 'Add " where the text ends.',
  }),
  'json-duplicate-key': ({ name }) => ({
    message: `“${name}” is given twice.`,
    hint: 'Remove one of the two.',
  }),
  'json-too-deep': ({ limit }) => ({
    message: `The JSON is nested more than ${limit} levels deep.`,
    hint: null,
  }),
  'json-not-object': ({ found }) => ({
    message: `A cell holds one object { }, not ${found === '' ? 'nothing' : found}.`,
    hint: null,
  }),
  'bad-path': ({ path, found }) => ({
    message:
      found === ''
        ? `“${path}” breaks off.`
        : `“${path}” is not a path: “${found}” does not fit there.`,
    hint: 'Write names and numbers with dots between, such as ab.metrics.purchase, and other text as ["any text"].',
  }),
  'not-at-path': ({ name, around, known, count, near }, n) => ({
    message: `${around === '' ? 'The value' : `“${around}”`} has no “${name}”.`,
    hint:
      typeof count === 'number' && Array.isArray(known) && known.length === 0
        ? `It is a list of ${n.int(count)}, counted from 0.`
        : didYouMean(near, known, 'It has'),
  }),
  'not-one-value': ({ path, count, below }, n) => ({
    message: `“${path}” is ${typeof count !== 'number' ? 'an object' : `a list of ${n.int(count)}`}, not one value that a text can show.`,
    hint:
      Array.isArray(below) && below.length > 0 ? `Below it: ${pathsOf(below, n)}.` : 'It is empty.',
  }),
  'bad-value': ({ found }) => ({
    message: `“${found}” is not closed.`,
    hint: 'A value in text is written {{ path }} or {{ path | format }}.',
  }),
  'unknown-format': ({ found, known, near }) => ({
    message: `There is no format “${found}”.`,
    hint: didYouMean(near, known),
  }),
  'no-such-cell': ({ name, known, near }) => ({
    message: name === '' ? 'No cell is chosen yet.' : `There is no cell “${name}”.`,
    hint: didYouMean(near, known, 'The notebook has'),
  }),
  'wrong-cell-type': ({ name, found, expected }) => ({
    message: `“${name}” is a cell of type ${found}; a cell of type ${either(expected)} is needed here.`,
    hint: null,
  }),
  cycle: ({ path }) => ({
    message: `These cells wait for each other: ${path}.`,
    hint: 'Remove one of the references.',
  }),
  'bad-ref': ({ found }) => ({
    message: `${found} does not name a cell.`,
    hint: 'A reference is { "$ref": "name" } with nothing beside it.',
  }),
  'unknown-key': ({ name, known, near }) => ({
    message: `There is no setting “${name}” here.`,
    hint: didYouMean(near, known),
  }),
  'missing-key': ({ name, expected }) => ({
    message: `“${name}” is missing.`,
    hint: `It has to be ${kinds(expected)}.`,
  }),
  'wrong-value': ({ name, found, expected }) => ({
    message: `${name === '' ? 'The value' : `“${name}”`} is ${found}, but ${kinds(expected)} is expected.`,
    hint: null,
  }),
  'not-one-of': ({ name, found, known, near }) => ({
    message: `“${name}” cannot be ${found}.`,
    hint: didYouMean(near, known, 'It is one of'),
  }),
  'out-of-bounds': ({ name, found, bound, side, inclusive }) => ({
    message: `“${name}” is ${found}, but ${
      side === 'least'
        ? `must be ${inclusive ? 'at least' : 'more than'}`
        : `must be ${inclusive ? 'at most' : 'less than'}`
    } ${bound}.`,
    hint: null,
  }),
  'wrong-length': ({ name, found, bound, side, kind }) => ({
    message: `“${name}” has ${found} ${kind === 'array' ? (found === 1 ? 'entry' : 'entries') : found === 1 ? 'character' : 'characters'}; it needs ${side === 'least' ? 'at least' : 'at most'} ${bound}.`,
    hint: null,
  }),
  'wrong-pattern': ({ name, found }) => ({
    message: `“${name}” cannot be ${found}.`,
    hint: null,
  }),
  'wrong-roles': ({ found, known }) => ({
    message: `The roles ${Array.isArray(found) ? found.join(', ') : ''} do not make a table.`,
    hint: `A table has ${Array.isArray(known) ? known.join('; or ') : ''}.`,
  }),
  'file-or-files': ({ both }) => ({
    message: both ? 'A source has “file” or “files”, not both.' : 'The source names no file.',
    hint: 'Write "file": "data/events.csv".',
  }),
} satisfies Sentences;

function quoted(label: ProblemArgs[string] | undefined, otherwise: string): string {
  return label ? `“${label}”` : otherwise;
}

function kinds(expected: ProblemArgs[string] | undefined): string {
  const list = Array.isArray(expected) ? expected : [String(expected)];
  return list.map((kind) => KINDS[kind] ?? kind).join(' or ');
}

function either(expected: ProblemArgs[string] | undefined): string {
  return Array.isArray(expected) ? expected.join(' or ') : String(expected);
}

/** The names there are, unless they are too many to help, and the one that was probably meant. */
function didYouMean(
  near: ProblemArgs[string] | undefined,
  known: ProblemArgs[string] | undefined,
  start = 'There is',
): string | null {
  const names = Array.isArray(known) && known.length > 0 ? known : null;
  const list =
    names && (names.length <= 12 || !near)
      ? `${start}: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ' …' : ''}.`
      : '';
  const guess = near ? `Did you mean “${near}”?` : '';
  return [list, guess].filter(Boolean).join(' ') || null;
}

function pathsOf(below: readonly (string | number)[], n: Numbers): string {
  const { shown, more } = someOf(below);
  return n.list([...shown.map(String), ...(more > 0 ? [`${n.int(more)} more`] : [])]);
}
