import { describe, expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { loadLanguage } from '../../src/locale/language';
import { parseNotebook } from '../../src/notebook/parse';
import type { Cell } from '../../src/notebook/notebook';
import type { CellState } from '../../src/session/cell-state';
import type { AnalysisOutput } from '../../src/engine/engine';
import { cellDiagnostics, fieldProblems } from '../../src/workbench/forms/cell-diagnostics';
import { cellTitle, metaText } from '../../src/workbench/cells/cell-head';
import { daysText, factsOf } from '../../src/share/facts';
import { profileBars, profileText } from '../../src/workbench/cells/profile-text';
import { stateText } from '../../src/workbench/cells/state-text';

const NOW = Date.parse('2026-03-16T12:00:00Z');
const text = '```json lift:analysis ab\n{\n  "kind": "experiment",\n  "source": "events"\n}\n```\n';
const [cell] = parseNotebook(text, 'a.lift.md').cells as readonly [Cell];
const output: AnalysisOutput = {
  ...{ type: 'analysis', kind: 'experiment', params: {}, result: {} },
  ...{ findings: [], tables: [], charts: [] },
  data: {
    ...{ source: 'events', sha256: '9f2c0e77', users: 48220 },
    ...{ from: '2026-03-02T08:00:00Z', to: '2026-03-15T08:00:00Z' },
  },
};
const done = (ago: number): CellState => ({ state: 'done', output, ms: 142, at: NOW - ago });

describe('the head of a cell', () => {
  it('is titled by what the analysis answers', () => {
    expect(cellTitle(cell, english)).toBe(english.words.analyses['experiment']!.title);
  });

  it('tells source, duration and age', () => {
    expect(metaText(cell, done(5_000), english, NOW)).toBe('events · 142 ms · just now');
    expect(metaText(cell, done(300_000), english, NOW)).toBe('events · 142 ms · 5 min. ago');
  });

  it('tells the day once a result is older than one', () => {
    const old = metaText(cell, done(72 * 3_600_000), english, NOW);
    expect(old).toBe('events · 142 ms · Mar 13, 2026');
    const saved: CellState = { state: 'snapshot', output, at: NOW };
    expect(metaText(cell, saved, english, NOW)).toBe('events · saved result of Mar 16, 2026');
  });

  it('gives the reason of a stale result, and how far a run has come', () => {
    const stale = (reason: Extract<CellState, { state: 'stale' }>['reason']) =>
      stateText({ state: 'stale', reason, output }, english);
    expect(stale({ why: 'source-changed', by: 'events' })).toBe('Stale: “events” changed');
    expect(stale({ why: 'edited' })).toBe('Stale: edited since it last ran');
    const running: CellState = { state: 'running', done: 2, total: 5, output: null };
    expect(stateText(running, english)).toBe('running, 40 %');
  });

  it('speaks Chinese', async () => {
    const chinese = await loadLanguage('zh-CN');
    expect(metaText(cell, done(5_000), chinese, NOW)).toBe('events · 142 毫秒 · 刚刚');
  });
});

describe('the foot of a cell', () => {
  it('tells users, days in the notebook’s zone, and the data', () => {
    const facts = factsOf(done(0), english, 'UTC');
    expect(facts.map((fact) => fact.replace(/\s+/g, ' '))).toEqual([
      '48,220 users',
      'Mar 2 – 15, 2026',
      'data 9f2c0e',
    ]);
  });

  it('counts days where the notebook is', () => {
    const late = '2026-03-01T23:30:00Z';
    expect(daysText(late, late, english, 'UTC')).toBe('Mar 1, 2026');
    expect(daysText(late, late, english, 'Asia/Shanghai')).toBe('Mar 2, 2026');
  });
});

describe('problems of a cell', () => {
  const problem = (at: object): CellState => ({
    ...{ state: 'problem', output: null },
    problem: { code: 'not-a-duration', args: { found: '7 days' }, at },
  });

  it('stand in the editor on the line they are about', () => {
    const state = problem({ line: 3, column: 11, path: 'metrics[0].window' });
    expect(cellDiagnostics(cell, state, english)).toMatchObject([{ line: 2, column: 11 }]);
  });

  it('stand at an end of the body when their line is not in it', () => {
    expect(cellDiagnostics(cell, problem({ line: 90 }), english)).toMatchObject([{ line: 4 }]);
    expect(cellDiagnostics(cell, problem({}), english)).toMatchObject([{ line: 1 }]);
  });

  it('stand at the field of their path', () => {
    const found = fieldProblems(cell, problem({ path: 'metrics[0].window' }), english);
    expect(found.get('metrics[0].window')).toContain('7 days');
    expect(fieldProblems(cell, problem({}), english).size).toBe(0);
  });
});

describe('the profile of a column', () => {
  const nothing = { missing: 0, unreadable: 0, emptyDays: null, private: null, distinct: 3 };
  const column = { ...nothing, name: 'a', min: null, max: null, top: null, histogram: null };

  it('is a range for numbers and times', () => {
    const amount = { ...column, kind: 'number', min: 0.5, max: 981.2 } as const;
    expect(profileText(amount, english, 'UTC')).toBe('0.500 – 981');
    const day = { ...column, kind: 'time', min: '2026-03-02', max: '2026-03-02' } as const;
    expect(profileText(day, english, 'UTC')).toBe('Mar 2, 2026');
  });

  it('is the most frequent values of a text, and that there are more', () => {
    const top = ['view', 'cart', 'purchase', 'refund'].map((value, i) => ({ value, rows: 9 - i }));
    const event = { ...column, kind: 'text', distinct: 4, top } as const;
    expect(profileText(event, english, 'UTC')).toBe('view, cart, purchase …');
    expect(profileText({ ...event, distinct: 2, top: top.slice(0, 2) }, english, 'UTC')).toBe(
      'view, cart',
    );
  });

  it('has bars up to the tallest', () => {
    expect(profileBars({ ...column, kind: 'number', histogram: [1, 4, 0] })).toEqual([0.25, 1, 0]);
    expect(profileBars({ ...column, kind: 'text' })).toEqual([]);
  });
});
