import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { english } from '../../src/locale/english';
import { parseNotebook } from '../../src/notebook/parse';
import type { CellState } from '../../src/session/cell-state';
import { cellSummary } from '../../src/workbench/side/cell-summary';
import { analysisOutput, sourceOutput } from './outputs';

const { cells } = parseNotebook(
  '```json lift:source events\n{ "file": "a.csv" }\n```\n```json lift:analysis ab\n{ "kind": "funnel" }\n```\n',
  'x.lift.md',
);
const [source, analysis] = [cells[0]!, cells[1]!];
const done = (result: Json): CellState => ({
  state: 'done',
  output: analysisOutput({ result }),
  ms: 1,
  at: 0,
});

describe('cellSummary', () => {
  it('says what an experiment decided', () => {
    const state = done({ verdict: { decision: 'do-not-ship' } });
    expect(cellSummary(analysis, state, english)).toEqual({ tone: 'bad', word: 'do not ship' });
  });

  it('says the kind of a result without a decision', () => {
    expect(cellSummary(analysis, done({}), english)).toEqual({ tone: 'neutral', word: 'funnel' });
  });

  it('says the state of a cell that is not up to date, whatever it decided before', () => {
    const { output } = done({ verdict: { decision: 'ship' } }) as {
      output: ReturnType<typeof analysisOutput>;
    };
    const stale: CellState = { state: 'stale', reason: { why: 'edited' }, output };
    expect(cellSummary(analysis, stale, english)).toEqual({ tone: 'warn', word: 'stale' });
    expect(cellSummary(analysis, { state: 'bug', message: '' }, english).tone).toBe('bad');
  });

  it('marks a source that has been read', () => {
    const read: CellState = { state: 'done', output: sourceOutput(), ms: 1, at: 0 };
    expect(cellSummary(source, read, english)).toEqual({ tone: 'good', word: 'data' });
  });
});
