import { expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { filesRead } from '../../src/workbench/files-read';

it('lists the files of all sources, one or many each, and passes over broken cells', () => {
  const text = `\`\`\`json lift:source one
{ "file": "../data/a.csv", "sha256": "f00d" }
\`\`\`
\`\`\`json lift:source many
{ "files": ["b.csv", "c.csv"] }
\`\`\`
\`\`\`json lift:source broken
{ "file":
\`\`\`
`;
  expect(filesRead(parseNotebook(text, 'x.lift.md'))).toEqual([
    { path: '../data/a.csv', sha256: 'f00d' },
    { path: 'b.csv', sha256: null },
    { path: 'c.csv', sha256: null },
  ]);
});
