import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { slidesOf } from '../../src/notebook/slides';

const AB = '```json lift:analysis ab\n{ "kind": "experiment" }\n```\n';

function slides(text: string): readonly (readonly string[])[] {
  return slidesOf(parseNotebook(text, 'a.lift.md').cells).map(({ cells, notes }) => [
    ...cells.map(({ id }) => id),
    ...notes.map(({ id }) => `(${id})`),
  ]);
}

describe('slidesOf()', () => {
  it('begins a slide with each heading of the first two levels', () => {
    const text = `# Test\n\nWhy\n\n<!-- lift:md a -->\n## Result\n\n${AB}\n<!-- lift:md b -->\n### Detail\n\n<!-- lift:md c -->\n## Next\n`;
    expect(slides(text)).toEqual([['text1'], ['a', 'ab', 'b'], ['c']]);
  });

  it('leaves what makes the notebook work behind, unless it asks to be seen', () => {
    const source = (more: string) =>
      `\`\`\`json lift:source events${more}\n{ "file": "a.csv" }\n\`\`\`\n`;
    expect(slides(`# A\n\n${source('')}`)).toEqual([['text1']]);
    expect(slides(`# A\n\n${source(' slide=same')}`)).toEqual([['text1', 'events']]);
    expect(slides(`# A\n\n${source(' slide=new')}`)).toEqual([['text1'], ['events']]);
  });

  it('keeps speaker’s notes off the wall', () => {
    const text = `# A\n\n${AB}\n<!-- lift:md say slide=notes -->\nSpeak slowly.\n\n<!-- lift:md gone slide=skip -->\n## Not shown\n`;
    expect(slides(text)).toEqual([['text1', 'ab', '(say)']]);
  });

  it('has none for a notebook without anything to show', () => {
    expect(slides('')).toEqual([]);
  });
});
