import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { writeNotebook } from '../../src/notebook/write';
import { type Query, matchesIn, withReplaced } from '../../src/workbench/search/notebook-search';

const TEXT = `# Sales in Spring

Sales went up.

\`\`\`json lift:input least
{ "kind": "text", "value": "sales" }
\`\`\`
`;
const notebook = parseNotebook(TEXT, 'a.lift.md');
const query = (part: Partial<Query>): Query => ({
  text: 'sales',
  matchCase: false,
  scope: 'all',
  cell: null,
  ...part,
});
const lines = (part: Partial<Query>) => matchesIn(notebook, query(part)).map(({ line }) => line);

describe('the search of a notebook', () => {
  it('finds every place with its line in the file', () => {
    expect(lines({})).toEqual([1, 3, 6]);
    expect(matchesIn(notebook, query({}))[1]!.parts).toEqual(['', 'Sales', ' went up.']);
  });

  it('looks in its scope only', () => {
    expect(lines({ scope: 'text' })).toEqual([1, 3]);
    expect(lines({ scope: 'code' })).toEqual([6]);
    expect(lines({ scope: 'cell', cell: 'least' })).toEqual([6]);
    expect(lines({ matchCase: true })).toEqual([6]);
    expect(lines({ text: '' })).toEqual([]);
  });

  it('takes signs for what they are', () => {
    expect(lines({ text: 'up.' })).toEqual([3]);
    expect(lines({ text: '.*' })).toEqual([]);
  });

  it('replaces all places and nothing else', () => {
    const found = matchesIn(notebook, query({}));
    const text = writeNotebook(withReplaced(notebook, found, 'Orders'));
    expect(text).toBe(TEXT.replaceAll(/sales/gi, 'Orders'));
  });

  it('replaces one place', () => {
    const [first] = matchesIn(notebook, query({}));
    const text = writeNotebook(withReplaced(notebook, [first!], 'Orders'));
    expect(text).toBe(TEXT.replace('Sales', 'Orders'));
  });

  it('finds as many places as the text splits into', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    fc.assert(
      fc.property(letters, fc.constantFrom('a', 'ab', 'aa'), (body, text) => {
        const one = parseNotebook(`x${body}x\n`, 'a.lift.md');
        const found = matchesIn(one, query({ text, matchCase: true }));
        expect(found).toHaveLength(`x${body}x`.split(text).length - 1);
      }),
    );
  });
});
