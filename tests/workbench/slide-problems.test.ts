import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { slidesOf } from '../../src/notebook/slides';
import { slideProblems } from '../../src/workbench/present/slide-problems';

const TEXT = '# One\n\n<!-- lift:md two -->\n\n## Two\n\n<!-- lift:md three -->\n\n## Three\n';
const slides = slidesOf(parseNotebook(TEXT, 'a.lift.md').cells);

describe('slideProblems()', () => {
  it('names the slides that cannot be read, at their first cells', () => {
    expect(slides).toHaveLength(3);
    expect(slideProblems(slides, [1, 0.59, 0.6], 'a.lift.md')).toEqual([
      {
        code: 'slide-overflows',
        args: { slide: 2, scale: 0.59 },
        at: { file: 'a.lift.md', cell: 'two', line: 3 },
      },
    ]);
  });

  it('says nothing of slides that were not measured', () => {
    expect(slideProblems(slides, [], 'a.lift.md')).toEqual([]);
  });
});
