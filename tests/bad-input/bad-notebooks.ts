import {
  type BadInput,
  EVENTS,
  EVENTS_CELL,
  GOOD_CELLS,
  HEADER,
  HERE,
  cell,
  notebook,
} from './bad-input';

type Expected = readonly [code: string, says: string, exit?: 0 | 1 | 2];

/** A notebook whose good cells are there and fine, with something wrong behind them. */
function wrong(name: string, more: string, [code, says, exit = 1]: Expected): BadInput {
  return { name, notebook: notebook(more), files: { 'events.csv': EVENTS }, code, says, exit };
}

/** A notebook that is wrong as a whole. */
function whole(
  name: string,
  text: string | Uint8Array,
  [code, says, exit = 1]: Expected,
  files: BadInput['files'] = {},
): BadInput {
  return { name, notebook: text, files, code, says, exit };
}

/** A cell of events, then one with something wrong in it. */
const onEvents = (more: string): string => EVENTS_CELL + more;

/** The first line of a cell, which is the one that is wrong. */
const here = (info: string, body: string | object): string =>
  cell(info, body).replace('```', `${HERE}\`\`\``);

/** A notebook with another first line in its header. */
const header = (line: string): string =>
  `\`\`\`json lift:notebook\n${HERE}{ ${line}, "timezone": "UTC" }\n\`\`\`\n${GOOD_CELLS}`;

/** A body of JSON whose second line is wrong. */
const json = (name: string, body: string, expected: Expected): BadInput =>
  wrong(
    `json-${name}`,
    `\n\`\`\`json lift:analysis bad\n{\n${body.includes(HERE) ? body : HERE + body}\n}\n\`\`\`\n`,
    expected,
  );

const EMPTY = '{}';

/** Notebooks with something wrong in their text. */
export const badNotebooks: readonly BadInput[] = [
  // files that are no notebooks
  whole('notebook-binary', Uint8Array.from({ length: 600 }, (_, i) => (i * 7919) % 256), ['not-text', 'is not text in UTF-8', 2]), // prettier-ignore
  whole('notebook-utf16', new Uint8Array(Buffer.from(`\uFEFF${HEADER}`, 'utf16le')), ['not-text', 'is not text in UTF-8', 2]), // prettier-ignore
  whole('notebook-latin-1', Uint8Array.from('# M\xfcnchen', (c) => c.charCodeAt(0)), ['not-text', 'is not text in UTF-8', 2]), // prettier-ignore
  whole('notebook-of-jupyter', '{ "cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }', ['not-a-notebook', 'is a Jupyter notebook, not a Liftbook notebook', 2]), // prettier-ignore
  whole('notebook-web-page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', ['not-a-notebook', 'is a web page, not a notebook', 2]), // prettier-ignore
  whole('notebook-empty', '', ['no-header', 'The notebook has no header', 0]),
  whole('notebook-without-header', GOOD_CELLS, ['no-header', 'The notebook has no header', 0]),
  // header
  whole('header-newer', header('"liftbook": 7'), ['newer-version', 'format is version 7']), // prettier-ignore
  whole('header-version-zero', header('"liftbook": 0'), ['bad-version', 'a whole number from 1, not 0']), // prettier-ignore
  whole('header-version-text', header('"liftbook": "one"'), ['bad-version', 'whole number from 1']), // prettier-ignore
  whole('header-without-version', header('"title": "No version"'), ['bad-version', 'does not say which version']), // prettier-ignore
  whole('header-unknown-key', `${HEADER.replace('"timezone"', '"timezoen"')}${GOOD_CELLS}`, ['unknown-key', 'There is no setting “timezoen” here.']), // prettier-ignore
  whole('header-time-zone', `${HEADER.replace('UTC', 'Mars/Olympus')}${GOOD_CELLS}`, ['not-a-time-zone', '“Mars/Olympus” is not a time zone']), // prettier-ignore
  whole('header-claims-trust', `${HEADER.replace('"timezone"', '"trusted": true, "timezone"')}${GOOD_CELLS}`, ['unknown-key', 'There is no setting “trusted” here.']), // prettier-ignore
  whole('header-smallest-group', `${HEADER.replace('"timezone"', '"smallestGroup": 0, "timezone"')}${GOOD_CELLS}`, ['out-of-bounds', '“smallestGroup” is 0']), // prettier-ignore
  wrong('header-twice', `\n${HERE}${HEADER}`, ['second-of-its-kind', 'A notebook has one lift:notebook block']), // prettier-ignore
  // merges
  wrong('conflict-in-prose', `\n${HERE}<<<<<<< ours\nGood.\n=======\nBad.\n>>>>>>> theirs\n`, ['conflict', 'Two versions of this part were merged']), // prettier-ignore
  wrong('conflict-in-cell', `\n${HERE}\`\`\`json lift:input bad\n{\n<<<<<<< ours\n  "kind": "number", "value": 1\n=======\n  "kind": "number", "value": 2\n>>>>>>> theirs\n}\n\`\`\`\n`, ['conflict', '“ours” and “theirs”']), // prettier-ignore
  wrong('conflict-swallows-name', `\n<<<<<<< a\n${cell('json lift:input k', { kind: 'number', value: 1 })}=======\n${cell('json lift:input k', { kind: 'number', value: 2 })}>>>>>>> b\n\nIs {{ k }}.\n`, ['conflict', '“a” and “b”']), // prettier-ignore
  // fences and names
  wrong('fence-open', `\n${HERE}\`\`\`json lift:input bad\n{ "kind": "number", "value": 1 }\n`, ['unclosed-fence', 'This block is never closed']), // prettier-ignore
  wrong('name-missing', here('json lift:input', { kind: 'number', value: 1 }), ['missing-id', 'This cell has no name']), // prettier-ignore
  wrong('name-with-dash', here('json lift:input my-input', { kind: 'number', value: 1 }), ['bad-id', '“my-input” cannot be the name of a cell']), // prettier-ignore
  wrong('name-reserved', here('json lift:input class', { kind: 'number', value: 1 }), ['reserved-id', 'already means something in JavaScript']), // prettier-ignore
  wrong('name-of-arquero', here('json lift:input aq', { kind: 'number', value: 1 }), ['reserved-id', '“aq” cannot be the name']), // prettier-ignore
  wrong('name-twice', here('json lift:input k', { kind: 'number', value: 1 }) + cell('json lift:input k', { kind: 'number', value: 2 }), ['duplicate-id', 'Two cells are called “k”']), // prettier-ignore
  wrong('attribute', here('json lift:input bad width=6 width=7', { kind: 'number', value: 1 }), ['bad-attribute', 'is not understood']), // prettier-ignore
  wrong('language', here('js lift:input bad', { kind: 'number', value: 1 }), ['wrong-language', 'A input cell is written in JSON']), // prettier-ignore
  wrong('type-misspelt', here('json lift:anaylsis bad', EMPTY), ['unknown-cell-type', 'Did you mean “analysis”?']), // prettier-ignore
  wrong('type-of-the-future', here('json lift:hologram bad', EMPTY), ['unknown-cell-type', 'no cells of type “hologram”']), // prettier-ignore
  wrong('type-of-object', here('json lift:constructor bad', EMPTY), ['unknown-cell-type', 'no cells of type “constructor”']), // prettier-ignore
  wrong('results-twice', cell('json lift:results', EMPTY).repeat(2), ['second-of-its-kind', 'one lift:results block']), // prettier-ignore
  // JSON
  json('comma-missing', `"kind": "funnel"\n${HERE}"source": "units"`, ['json-unexpected', 'where a comma or a closing } is expected']), // prettier-ignore
  json('two-commas', '"kind": "funnel",, "source": "units"', ['json-unexpected', 'The JSON has ,']),
  json('trailing-comma', `"a": {\n"b": 1,\n${HERE}}`, [
    'json-trailing-comma',
    'a comma before the closing }',
  ]),
  json('comment', '// a remark', ['json-comment', 'JSON has no comments']),
  json('single-quotes', "'kind': 'funnel'", ['json-quotes', 'stand in double quotes']),
  json('bare-name', 'kind: "funnel"', ['json-quotes', 'kind is not JSON']),
  json('leading-zero', '"alpha": 05', ['json-number', '05 is not a number in JSON']),
  json('not-a-number', '"alpha": NaN', ['json-number', 'NaN is not a number in JSON']),
  json('percent', '"alpha": 5%', ['json-unexpected', 'The JSON has %']),
  json('escape', '"title": "\\q"', ['json-escape', '\\q is not an escape']),
  json('tab-in-text', '"title": "a\tb"', ['json-control', 'invisible character']),
  json('text-open', '"title": "never closed', ['json-unclosed-text', 'has no closing quote on its line']), // prettier-ignore
  json('key-twice', '"kind": "funnel", "kind": "paths"', ['json-duplicate-key', '“kind” is given twice']), // prettier-ignore
  json('too-deep', `"a": ${'['.repeat(200)}${']'.repeat(200)}`, ['json-too-deep', 'nested more than 100 levels']), // prettier-ignore
  wrong('json-list', cell('json lift:analysis bad', `${HERE}[1, 2]`), ['json-not-object', 'A cell holds one object { }, not']), // prettier-ignore
  wrong('json-nothing', '\n```json lift:analysis bad\n```\n', ['json-unexpected', 'The JSON ends where a value is expected']), // prettier-ignore
  wrong('json-cut-off', cell('json lift:analysis bad', '{ "kind": "funnel"'), ['json-unexpected', 'The JSON ends where']), // prettier-ignore
  // references
  wrong('cycle-of-two', cell('json lift:input a', { kind: 'number', value: { $ref: 'b' } }) + cell('json lift:input b', { kind: 'number', value: { $ref: 'a' } }), ['cycle', 'These cells wait for each other: a → b → a']), // prettier-ignore
  wrong('cycle-of-one', cell('json lift:input a', { kind: 'number', value: { $ref: 'a' } }), ['cycle', 'a → a']), // prettier-ignore
  wrong('cell-unknown', cell('json lift:analysis bad', `{\n  "kind": "funnel",\n${HERE}  "source": "unit"\n}`), ['no-such-cell', 'There is no cell “unit”']), // prettier-ignore
  wrong('cell-of-wrong-type', cell('json lift:analysis bad', { kind: 'funnel', source: 'good' }), ['wrong-cell-type', 'is a cell of type analysis']), // prettier-ignore
  wrong('ref-to-a-number', cell('json lift:input bad', { kind: 'number', value: { $ref: 7 } }), ['bad-ref', 'does not name a cell']), // prettier-ignore
  wrong('ref-and-more', cell('json lift:input bad', { kind: 'number', value: { $ref: 'good', or: 1 } }), ['bad-ref', 'does not name a cell']), // prettier-ignore
  wrong('ref-past-the-end', cell('json lift:input bad', { kind: 'number', value: { $ref: 'good.arms[9].users' } }), ['not-at-path', 'has no “9”']), // prettier-ignore
  wrong('ref-to-proto', cell('json lift:input bad', { kind: 'number', value: { $ref: 'good.__proto__.x' } }), ['not-at-path', 'has no “__proto__”']), // prettier-ignore
  // sources
  wrong('file-missing', cell('json lift:source bad', { file: 'nowhere.csv' }), ['source-file-missing', 'The data file “nowhere.csv” is not there']), // prettier-ignore
  wrong('file-outside', cell('json lift:source bad', { file: '../../../../../../etc/passwd' }), ['outside-folder', 'lies outside the working directory']), // prettier-ignore
  wrong('file-absolute', cell('json lift:source bad', { file: '/etc/passwd' }), ['outside-folder', 'lies outside the working directory']), // prettier-ignore
  wrong('file-of-the-web', cell('json lift:source bad', { file: 'https://example.com/x.csv' }), ['source-file-missing', 'is not there']), // prettier-ignore
  wrong('file-of-ten-thousand-letters', cell('json lift:source bad', { file: 'x'.repeat(10_000) }), ['source-file-missing', `“${'x'.repeat(300)}…” is not there`]), // prettier-ignore
  wrong('kind-is-a-list', onEvents(cell('json lift:analysis bad', `{\n${HERE}  "kind": ["experiment"],\n  "source": "events"\n}`)), ['wrong-value', '“kind” is ["experiment"], but text is expected']), // prettier-ignore
  wrong('layout-is-a-list', cell('json lift:layout bad', { cells: ['good'] }), [
    'wrong-value',
    'an object { } is expected',
  ]),
  wrong('file-is-a-folder', cell('json lift:source bad', { file: '.' }), [
    'not-a-file',
    'is a folder',
  ]),
  wrong('file-unnamed', cell('json lift:source bad', EMPTY), ['file-or-files', 'The source names no file']), // prettier-ignore
  wrong('file-and-files', cell('json lift:source bad', { file: 'units.csv', files: ['units.csv'] }), ['file-or-files', 'not both']), // prettier-ignore
  wrong('files-that-differ', cell('json lift:source bad', { files: ['units.csv', 'events.csv'] }), ['files-differ', 'cannot be put together']), // prettier-ignore
  wrong('file-changed', cell('json lift:source bad', { file: 'events.csv', sha256: '0'.repeat(64) }), ['changed-file', 'its content differs', 0]), // prettier-ignore
  wrong('roles-odd', cell('json lift:source bad', { file: 'events.csv', roles: { time: 'ts' } }), ['wrong-roles', 'do not make a table']), // prettier-ignore
  wrong('role-of-no-column', cell('json lift:source bad', { file: 'events.csv', roles: { user: 'usr' } }), ['not-in-data', 'no column “usr”']), // prettier-ignore
  wrong('setting-of-no-column', cell('json lift:source bad', { file: 'events.csv', columns: { emial: { privacy: 'identifier' } } }), ['not-in-data', 'no column “emial”']), // prettier-ignore
  wrong('formula-cut-off', cell('json lift:source bad', { file: 'events.csv', columns: { x: { formula: 'amount * (2' } } }), ['bad-formula', 'ends too soon']), // prettier-ignore
  wrong('formula-is-code', cell('json lift:source bad', { file: 'events.csv', columns: { x: { formula: 'fetch("http://x")' } } }), ['bad-formula', 'cannot be read from']), // prettier-ignore
  wrong('formula-taken', cell('json lift:source bad', { file: 'events.csv', columns: { amount: { formula: '1 + 1' } } }), ['column-taken', 'has a column “amount” already']), // prettier-ignore
  wrong('definitions-of-itself', cell('json lift:definitions bad', { file: 'book.lift.md' }), ['definitions-cycle', 'book.lift.md → book.lift.md']), // prettier-ignore
  wrong('definitions-of-none', cell('json lift:definitions bad', { file: 'units.csv' }), ['no-definitions', 'units.csv']), // prettier-ignore
  // prose
  wrong('value-of-no-cell', `\n${HERE}Won by {{ goood.arms }}.\n`, ['no-such-cell', 'There is no cell “goood”']), // prettier-ignore
  wrong('value-of-many', `\n${HERE}Won by {{ good.arms }}.\n`, ['not-one-value', 'a list of 2']), // prettier-ignore
  wrong('value-not-there', `\n${HERE}Won by {{ good.lift }}.\n`, ['not-at-path', 'has no “lift”']),
  wrong('value-open', `\n${HERE}Won by {{ good.arms\n`, ['bad-value', 'is not closed']),
  wrong('value-format', `\n${HERE}Won by {{ good.alpha | bold }}.\n`, ['unknown-format', 'There is no format “bold”']), // prettier-ignore
  wrong('value-is-code', `\n${HERE}Won by {{ alert(1) }}.\n`, ['bad-path', 'is not a path']),
  wrong('prose-fence-open', `\n${HERE}\`\`\`sql\nselect 1\n`, ['unclosed-fence', 'This block is never closed']), // prettier-ignore
  // code
  wrong('code-syntax', cell('js lift:transform bad', `1 + 1\n${HERE}const = 3`), ['code-syntax', 'The code cannot be read here']), // prettier-ignore
  wrong('code-fetch', cell('js lift:transform bad', `${HERE}fetch('http://127.0.0.1')`), ['code-outside', 'cannot use “fetch”']), // prettier-ignore
  wrong('code-storage', cell('js lift:transform bad', `${HERE}localStorage.x`), ['code-outside', 'cannot use “localStorage”']), // prettier-ignore
  wrong('code-unknown-name', cell('js lift:transform bad', `${HERE}evnts.count()`), ['no-such-cell', 'There is no cell “evnts”']), // prettier-ignore
  wrong('code-throws', onEvents(cell('js lift:transform bad', `events.count();\n${HERE}throw new Error('no luck')`)), ['code-threw', 'stopped with an error: no luck']), // prettier-ignore
  wrong('code-throws-nothing', cell('js lift:transform bad', 'throw null'), ['code-threw', 'stopped with an error']), // prettier-ignore
  wrong('code-throws-a-trap', cell('js lift:transform bad', 'throw { toString() { throw 1 } }'), ['code-threw', 'stopped with an error']), // prettier-ignore
  wrong('code-no-value', cell('js lift:transform bad', 'const a = 1;'), ['code-no-value', 'The code gives no value']), // prettier-ignore
  wrong('code-function', cell('js lift:transform bad', '(() => 1)'), ['code-odd-value', 'The code gives function']), // prettier-ignore
  wrong('code-circle', cell('js lift:transform bad', 'const a = {}; a.a = a; a'), ['code-threw', 'stopped with an error']), // prettier-ignore
  wrong('code-getter', cell('js lift:transform bad', '({ get x() { throw new Error("trap") } })'), ['code-threw', 'trap']), // prettier-ignore
  wrong('code-column', onEvents(cell('js lift:transform bad', `${HERE}events.filter(d => d.amuont > 1)`)), ['code-column', 'no column “amuont”']), // prettier-ignore
  wrong('code-closure', onEvents(cell('js lift:transform bad', `const k = 1;\n${HERE}events.filter(d => d.amount > k)`)), ['code-closure', 'Inside a table verb “k”']), // prettier-ignore
  wrong('code-too-much', cell('js lift:transform bad', "'x'.repeat(2_000_000)"), ['code-too-much', 'characters; at most 1,000,000']), // prettier-ignore
  wrong('code-recursion', cell('js lift:transform bad', 'const f = () => f(); f()'), ['code-threw', 'call stack']), // prettier-ignore
  wrong('code-cycle', cell('js lift:transform a', 'b + 1') + cell('js lift:transform b', 'a + 1'), ['cycle', 'wait for each other']), // prettier-ignore
];
