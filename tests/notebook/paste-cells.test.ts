import { describe, expect, it } from 'vitest';
import { readsOfCode } from '../../src/notebook/code-reads';
import { graphOf } from '../../src/notebook/graph';
import { parseNotebook } from '../../src/notebook/parse';
import { cellsText, pasteCells } from '../../src/notebook/paste-cells';
import { writeNotebook } from '../../src/notebook/write';

const TEXT = `\`\`\`json lift:notebook
{ "liftbook": 1 }
\`\`\`

# Story

\`\`\`json lift:source events
{ "file": "a.csv" }
\`\`\`

\`\`\`js lift:transform buyers width=6
events.filter((d) => d.paid)
\`\`\`

There are {{ buyers.rows }} of them.
`;
const notebook = parseNotebook(TEXT, 'a.lift.md');
const ids = (...chosen: string[]) => new Set(chosen);
const pasted = (index: number, text: string, into = notebook) =>
  pasteCells(into, index, text, readsOfCode);

describe('cellsText', () => {
  it('is the text of those cells in the file, in its order', () => {
    expect(cellsText(notebook, ids('buyers', 'events'))).toBe(
      TEXT.slice(TEXT.indexOf('```json lift:source'), TEXT.indexOf('\nThere are')),
    );
  });

  it('keeps two texts apart that stood apart', () => {
    const text = cellsText(notebook, ids('text1', 'text2'));
    expect(parseNotebook(text, 'b').cells.map(({ type }) => type)).toEqual(['prose', 'prose']);
  });
});

describe('pasteCells', () => {
  it('puts the cells into an empty notebook as they were', () => {
    const text = cellsText(notebook, ids('events', 'buyers', 'text2'));
    expect(writeNotebook(pasted(0, text, parseNotebook('', 'b')))).toBe(text);
  });

  it('gives taken names anew, and what the pasted cells say of each other follows', () => {
    const text = cellsText(notebook, ids('events', 'buyers', 'text2'));
    const after = pasted(notebook.cells.length, text);
    expect(after.cells.map(({ id }) => id).slice(5)).toEqual(['events2', 'buyers2', 'text3']);
    expect(after.cells.at(-2)!.body).toBe('events2.filter((d) => d.paid)');
    expect(after.cells.at(-1)!.body).toContain('{{ buyers2.rows }}');
    expect(graphOf(after, readsOfCode).problems).toEqual([]);
  });

  it('leaves what is read of cells that were not copied as it is', () => {
    const after = pasted(4, cellsText(notebook, ids('buyers')));
    expect(after.cells[4]!.id).toBe('buyers2');
    expect(after.cells[4]!.body).toBe('events.filter((d) => d.paid)');
  });

  it('changes nothing of the cells that were there', () => {
    const after = pasted(2, cellsText(notebook, ids('text1', 'buyers', 'text2')));
    const there = after.cells.filter(({ id }) => notebook.cells.some((cell) => cell.id === id));
    expect(there.map(({ id }) => id)).toEqual(notebook.cells.map(({ id }) => id));
    expect(there.map(({ body }) => body)).toEqual(notebook.cells.map(({ body }) => body));
  });

  it('leaves out a header and a snapshot, so that a whole file can be pasted', () => {
    const after = pasted(0, TEXT, parseNotebook('# Mine\n', 'b'));
    expect(after.cells.map(({ type }) => type)).not.toContain('header');
    expect(after.cells).toHaveLength(5);
  });

  it('takes any other text as prose, and nothing as nothing', () => {
    expect(pasted(5, 'Said in a chat.').cells.at(-1)).toMatchObject({
      ...{ type: 'prose', body: 'Said in a chat.' },
    });
    expect(pasted(5, ' \n')).toBe(notebook);
  });

  it('stays in front of the snapshot, and takes over the line ends of the file', () => {
    const crlf = parseNotebook(
      `${TEXT}\n\`\`\`json lift:results\n{}\n\`\`\`\n`.replaceAll('\n', '\r\n'),
      'b',
    );
    const after = pasted(99, 'One.\nTwo.', crlf);
    expect(after.cells.at(-1)!.type).toBe('results');
    expect(after.cells.at(-2)!.raw).toBe('<!-- lift:md text3 -->\r\nOne.\r\nTwo.');
  });

  it('says that cells of a newer format cannot be pasted', () => {
    const newer = TEXT.replace('"liftbook": 1', '"liftbook": 99');
    const code = { code: 'newer-version' };
    expect(() => pasted(0, newer)).toThrow(expect.objectContaining(code));
    expect(() => pasted(0, 'x', parseNotebook(newer, 'b'))).toThrow(expect.objectContaining(code));
  });
});
