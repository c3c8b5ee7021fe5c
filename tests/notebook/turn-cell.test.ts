import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { splitProse, turnToProse, turnToTransform } from '../../src/notebook/turn-cell';
import { writeNotebook } from '../../src/notebook/write';

const TEXT = `First words.

Second words.

\`\`\`\`js lift:transform buyers width=6
events.filter((d) => d.text !== '\`\`\`')
\`\`\`\`

<!-- lift:md end -->
The end.
`;
const notebook = parseNotebook(TEXT, 'a.lift.md');

describe('turnToProse and turnToTransform', () => {
  it('go there and back to the same bytes', () => {
    const prose = turnToProse(notebook, 'buyers');
    expect(prose.cells.map(({ type }) => type)).toEqual(['prose', 'prose', 'prose']);
    expect(prose.cells[1]).toMatchObject({ id: 'buyers', attributes: { width: '6' } });
    expect(writeNotebook(turnToTransform(prose, 'buyers'))).toBe(TEXT);
  });

  it('go there and back with no code at all', () => {
    const empty = parseNotebook('```js lift:transform t\n```\n', 'a');
    const back = turnToTransform(turnToProse(empty, 't'), 't');
    expect(writeNotebook(back)).toBe(writeNotebook(empty));
  });

  it('keep the words of a text that is more than code', () => {
    const turned = turnToTransform(notebook, 'text1');
    expect(turned.cells[0]).toMatchObject({
      ...{ type: 'transform', id: 'transform', body: 'First words.\n\nSecond words.' },
    });
  });
});

describe('splitProse', () => {
  const bodies = (text: string, id: string, offset: number) =>
    splitProse(parseNotebook(text, 'a'), id, offset).cells.map(({ body }) => body);

  it('makes two texts, without the blank lines between them', () => {
    expect(bodies(TEXT, 'text1', 12).slice(0, 2)).toEqual(['First words.', 'Second words.']);
    const { cells } = splitProse(notebook, 'text1', 13);
    expect(cells.map(({ id }) => id)).toEqual(['text1', 'text2', 'buyers', 'end']);
  });

  it('keeps the name and the attributes with the first', () => {
    const { cells } = splitProse(
      parseNotebook('<!-- lift:md intro width=6 -->\nab\n', 'a'),
      'intro',
      1,
    );
    expect(cells.map(({ written, body }) => [written, body])).toEqual([
      ['intro', 'a'],
      ['text1', 'b'],
    ]);
    expect(cells[0]!.attributes).toEqual({ width: '6' });
  });

  it('leaves an empty text where nothing stands before or behind the cut', () => {
    expect(bodies('ab\n', 'text1', 0)).toEqual(['', 'ab']);
    expect(bodies('ab\n', 'text1', 2)).toEqual(['ab', '']);
  });

  it('loses no cell when it cuts a piece of code in two', () => {
    const text = 'Look:\n\n```\none\ntwo\n```\n\n```json lift:source s\n{}\n```\n';
    const { cells } = splitProse(parseNotebook(text, 'a'), 'text1', 'Look:\n\n```\none'.length);
    expect(cells.map(({ type }) => type)).toEqual(['prose', 'prose', 'source']);
    expect(cells[1]!.body).toContain('two');
  });
});
