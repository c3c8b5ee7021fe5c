import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What a file is that is no table. */
const NOT_TABLES: Readonly<Record<string, string>> = {
  xls: 'a file of an old Excel (.xls)',
  zip: 'an archive of files',
  pdf: 'a PDF',
  image: 'an image',
  html: 'a web page',
  sqlite: 'a database file',
  feather: 'a file of the old Feather format',
  json: 'JSON without records (objects)',
  'utf-32': 'text in UTF-32',
};

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'delimited text',
  json: 'JSON',
  parquet: 'Parquet',
  arrow: 'Arrow',
  excel: 'Excel',
};

const ONE_OF: Readonly<Record<string, string>> = {
  number: 'a number',
  time: 'a time',
  flag: 'true or false',
};

const MANY_OF: Readonly<Record<string, string>> = {
  number: 'numbers',
  time: 'times',
  flag: 'true and false',
  text: 'text',
};

/** What there is to say of files that were read, or could not be. */
export const dataProblems = {
  'empty-file': () => ({
    message: 'The file is empty.',
    hint: 'Export it again, or choose another file.',
  }),
  'not-a-table': ({ found }) => ({
    message:
      found === 'binary'
        ? 'This is neither text nor a known data format, so no table can be read from it.'
        : `This is ${NOT_TABLES[String(found)] ?? 'something else'}, not a table that can be read.`,
    hint:
      found === 'xls'
        ? 'Save it as .xlsx or CSV in your spreadsheet program and open that.'
        : found === 'utf-32'
          ? 'Save it as UTF-8.'
          : 'CSV, JSON, Parquet, Arrow and Excel (.xlsx) files can be read, also packed with gzip or zstd.',
  }),
  'damaged-file': ({ format }) => ({
    message: `The ${FORMATS[String(format)] ?? format} file is damaged or cut off.`,
    hint: 'Copy or download it again.',
  }),
  'unpacks-too-large': ({ packed, unpacked }, n) => ({
    message: `The file unpacks from ${n.int(Number(packed))} bytes to more than ${n.int(Number(unpacked))}; no table does that.`,
    hint: 'Check where the file comes from. If it is right, unpack it yourself and open the result.',
  }),
  'unterminated-quote': () => ({
    message: 'A quote (") is opened here and never closed.',
    hint: 'Close it, or double it where it is part of the text ("").',
  }),
  'record-too-long': () => ({
    message: 'This record is longer than half a gigabyte.',
    hint: 'Check that the file has line ends.',
  }),
  'unknown-encoding': ({ encoding }) => ({
    message: `“${encoding}” is not an encoding of text.`,
    hint: 'Write a name such as "utf-8", "windows-1252" or "gb18030".',
  }),
  'named-otherwise': ({ promised, found }) => ({
    message: `The name says ${FORMATS[String(promised)]}, but the file holds ${FORMATS[String(found)]}; it was read as that.`,
    hint: null,
  }),
  'no-rows': ({ columns }) => ({
    message: columns ? 'The file has a header and no rows.' : 'The file has no rows of data.',
    hint: 'Check the filter of the export.',
  }),
  'comment-lines': ({ count }, n) => ({
    message:
      count === 1
        ? 'The first line begins with # and was passed over.'
        : `The first ${n.int(Number(count))} lines begin with # and were passed over.`,
    hint: null,
  }),
  'no-column-names': ({ name }) => ({
    message: `The first line holds values, not names; the columns were named “${name}” and so on.`,
    hint: 'Give the names in “format”: "names", or "header": true if they are names after all.',
  }),
  'renamed-columns': ({ names, count }, n) => ({
    message: `${count === 1 ? 'One column had' : `${n.int(Number(count))} columns had`} an empty or repeated name and got another: ${list(names)}.`,
    hint: null,
  }),
  'ragged-rows': ({ count, short, long, found, expected }, n) => ({
    message: `${count === 1 ? 'One row has' : `${n.int(Number(count))} rows have`} another number of cells than the ${n.int(Number(expected))} columns; the first has ${n.int(Number(found))}.`,
    hint: [
      Number(short) > 0 ? 'Cells that a row lacks are missing values.' : '',
      Number(long) > 0 ? 'Cells beyond the columns were left out.' : '',
      'Often a delimiter inside a text without quotes is the cause.',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  'broken-records': ({ count }, n) => ({
    message: `${count === 1 ? 'One record is' : `${n.int(Number(count))} records are`} broken or cut off and left out; this is the first.`,
    hint: null,
  }),
  'nul-bytes': ({ count }, n) => ({
    message: `${count === 1 ? 'One text holds' : `${n.int(Number(count))} different texts hold`} a NUL byte; this is the first.`,
    hint: 'The file may be damaged here.',
  }),
  'not-utf8': () => ({
    message: 'From here on there is text that is not UTF-8; its letters are shown as �.',
    hint: 'Name the encoding in “format”, such as "encoding": "windows-1252" or "gb18030".',
  }),
  'unreadable-cells': ({ column, count, kind, found }, n) => ({
    message: `${count === 1 ? 'One cell' : `${n.int(Number(count))} cells`} of “${column}” ${count === 1 ? 'is' : 'are'} not ${count === 1 ? ONE_OF[String(kind)] : MANY_OF[String(kind)]}: ${list(found)}. ${count === 1 ? 'It counts' : 'They count'} as missing.`,
    hint: null,
  }),
  'mixed-column': ({ column, kind, found }) => ({
    message: `“${column}” holds mostly ${MANY_OF[String(kind)]}, but also texts such as “${found}”; it was read as text.`,
    hint: 'Correct these cells if the column should be counted with.',
  }),
  'mixed-zones': ({ column }) => ({
    message: `“${column}” has times with a time zone and times without one.`,
    hint: 'Those without were taken to be in the time zone of the source.',
  }),
  'integers-as-text': ({ column }) => ({
    message: `“${column}” holds integers with too many digits for a number; it was read as text.`,
    hint: null,
  }),
  'ambiguous-numbers': ({ column, found }) => ({
    message: `“${found}” in “${column}” can be read with a decimal comma or with a thousands comma; the column was read as text.`,
    hint: 'Say which in “format”: "decimal": "," or "decimal": ".".',
  }),
  'ambiguous-dates': ({ column, found }) => ({
    message: `“${found}” in “${column}” can be read with the day or with the month first; the column was read as text.`,
    hint: 'Say which in “format”: "dates": "dmy" or "dates": "mdy".',
  }),
  'bad-formula': ({ formula, found }) => ({
    message:
      found === null
        ? `The formula “${formula}” ends too soon.`
        : `The formula “${formula}” cannot be read from “${found}” on.`,
    hint: 'Write numbers, names of columns, + - * / and parentheses; a name that is not one word stands in double quotes.',
  }),
  'column-taken': ({ name }) => ({
    message: `The table has a column “${name}” already, so no formula can have that name.`,
    hint: 'Give the formula another name.',
  }),
  'companion-without-role': ({ source, role }) => ({
    message: `The source “${source}” does not say which column is its ${role}.`,
    hint: `Name the column in its “roles”: "${role}".`,
  }),
  'wrong-comparison': ({ name, expected, found }) => ({
    message: `“${name}” holds ${MANY_OF[String(expected)] ?? expected}, so it cannot be compared with ${found}.`,
    hint: expected === 'time' ? 'Write a time as "2026-03-02" or "2026-03-02T09:00".' : null,
  }),
} satisfies Sentences;

function list(items: ProblemArgs[string] | undefined): string {
  return Array.isArray(items) ? items.map((item) => `“${item}”`).join(', ') : `“${items}”`;
}
