import { expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { formatNotebook } from '../../src/notebook/write';
import { newNotebookText } from '../../src/workbench/new-notebook';

it('is canonical and without a problem, whatever its title', () => {
  for (const title of ['Untitled', '未命名', 'Say "hello"']) {
    const text = newNotebookText(title, 'Asia/Shanghai');
    const notebook = parseNotebook(text, 'x.lift.md');
    expect(notebook.problems).toEqual([]);
    expect(notebook.header).toMatchObject({ title, timezone: 'Asia/Shanghai' });
    expect(formatNotebook(notebook)).toBe(text);
  }
});
