import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { renameCell } from '../../src/notebook/rename';
import { writeNotebook } from '../../src/notebook/write';
import { identifiersOf } from './identifiers-of-code';

const parse = (text: string) => parseNotebook(text, 'test.lift.md');
const rename = (text: string, id: string, to: string) =>
  writeNotebook(renameCell(parse(text), id, to, identifiersOf));

const TEXT = `\`\`\`json lift:notebook
{ "liftbook": 1, "plan": { "cell": "ab", "at": "2026-02-20T09:00:00Z", "sha256": "x" } }
\`\`\`

Lift {{ ab.lift | pct1 }}, \`ab\` and {{ab}}.

\`\`\`json lift:analysis ab width=6
{"source":"events",   "where": { "ab": "ab" }}
\`\`\`

\`\`\`js lift:transform t
f({ ab, x: ab.lift, ab: 1 }, y.ab)
\`\`\`

\`\`\`json lift:chart c
{ "data": { "name": "ab.segments" }, "mark": { "$ref": "ab" } }
\`\`\`

\`\`\`json lift:layout board
{ "cells": { "ab": {}, "t": {} } }
\`\`\`

\`\`\`json lift:results
{ "engine": "1", "at": "", "sources": {}, "cells": { "ab": { "params": "ab", "result": "ab" } } }
\`\`\`
`;

describe('renameCell(notebook, id, to)', () => {
  it('renames the cell wherever it is named, and nothing else', () => {
    const renamed = rename(TEXT, 'ab', 'test');
    expect(renamed).toBe(
      TEXT.replace('"cell": "ab"', '"cell": "test"')
        .replace('{{ ab.lift', '{{ test.lift')
        .replace('{{ab}}', '{{test}}')
        .replace('lift:analysis ab', 'lift:analysis test')
        .replace('f({ ab, x: ab.lift', 'f({ ab: test, x: test.lift')
        .replace('"ab.segments"', '"test.segments"')
        .replace('"$ref": "ab"', '"$ref": "test"')
        .replace('"cells": { "ab": {}, "t"', '"cells": { "test": {}, "t"')
        .replace('"cells": { "ab": { "params"', '"cells": { "test": { "params"'),
    );
    expect(rename(renamed, 'test', 'ab')).toBe(TEXT.replace('f({ ab,', 'f({ ab: ab,'));
  });

  it('gives prose that had no name a marker', () => {
    expect(rename('Text.\n', 'text1', 'intro')).toBe('<!-- lift:md intro -->\nText.\n');
    expect(rename('Text.\n', 'text1', 'text1')).toBe('<!-- lift:md text1 -->\nText.\n');
  });

  it('mends a name that is taken without touching references to the other cell', () => {
    const twice = '```json lift:metric m\n{}\n```\n\n```json lift:metric m\n{}\n```\n\n{{ m }}\n';
    expect(rename(twice, 'm2', 'n')).toBe(twice.replace(/m\n(?=\{\}\n```\n\n\{\{)/, 'n\n'));
  });

  it.each([
    ['t', 'name-taken'],
    ['a b', 'bad-id'],
    ['op', 'reserved-id'],
  ])('refuses %s', (to, code) => {
    expect(() => rename(TEXT, 'ab', to)).toThrow(code);
  });
});
