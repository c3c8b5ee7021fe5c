import { expect, it } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import type { CellState } from '../../src/session/cell-state';
import { sourceMatches } from '../../src/workbench/source-matches';
import { sourceOutput } from './outputs';

const source = (id: string, json: object) =>
  `\`\`\`json lift:source ${id}\n${JSON.stringify(json)}\n\`\`\`\n`;
const notebook = parseNotebook(
  source('same', { file: 'a.csv', sha256: 'f00d' }) +
    source('other', { file: 'a.csv', sha256: 'beef' }) +
    source('unsaid', { file: 'a.csv' }) +
    source('unread', { file: 'a.csv', sha256: 'f00d' }),
  'x.lift.md',
);
const read: CellState = { state: 'done', output: sourceOutput(), ms: 1, at: 0 };

it('says of every source that was read whether it is the file the notebook was made with', () => {
  const state = (id: string): CellState => (id === 'unread' ? { state: 'waiting' } : read);
  const found = sourceMatches(notebook, state).map(({ id, same }) => [id, same]);
  expect(found).toEqual([
    ['same', true],
    ['other', false],
    ['unsaid', null],
  ]);
});
