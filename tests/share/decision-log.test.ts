import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { loadLanguage } from '../../src/locale/language';
import { parseNotebook } from '../../src/notebook/parse';
import { writeNotebook } from '../../src/notebook/write';
import { type Decision, decisionDraft } from '../../src/share/decision';
import { type Recorded, decisionsIn, recorded } from '../../src/share/decision-log';
import { listExperiments } from '../../src/share/experiment-list';
import { decidedCells } from '../../src/share/verdict';
import { runningWinRate } from '../../src/share/win-rate';
import { NOTEBOOK, sessionOf } from '../session/tools';

const EMPTY =
  '```json lift:notebook\n{ "liftbook": 1, "title": "Experiments" }\n```\n\n# Experiments\n';

const DECISION: Decision = {
  on: '2026-03-20',
  name: 'Checkout | one page',
  file: 'check out.lift.md',
  cell: 'ab',
  question: 'Does one page sell more?',
  hypothesis: 'Fewer steps, *more* orders.',
  owner: 'Ana',
  ran: '2026-02-02 – 2026-02-22',
  result: 'Ship treatment. Purchase is up 16.8 % (5.8 % to 29.0 %).',
  decision: 'ship',
  why: '',
  sha256: 'a47d90879094328040e48c7081caceffe8c12d3054596078c940b186faefdf28',
};

const logOf = (text: string) => parseNotebook(text, 'experiments.lift.md');
const row = ({
  on,
  name,
  file,
  cell,
  owner,
  ran,
  result,
  decision,
  sha256,
}: Decision): Recorded => ({
  ...{ on, name, file, cell, owner, ran, result, decision },
  fingerprint: sha256.slice(0, 12),
});

describe('recorded()', () => {
  it('adds a row and a section, and what was there stays', () => {
    const once = recorded(logOf(EMPTY), DECISION, english);
    const text = writeNotebook(once);
    expect(text.startsWith(EMPTY.trimEnd())).toBe(true);
    expect(text).toContain('| Date | Experiment | Owner | Ran | Result | Decision | Data |');
    expect(text).toContain('[Checkout \\| one page](<check%20out.lift.md#ab>)');
    expect(text).toContain('## Checkout \\| one page, 2026-03-20');
    expect(text).toContain('- Decision: **ship**');
    expect(text).toContain(`- Data (sha256): ${DECISION.sha256}`);
    expect(text).not.toContain('- Why:');
    expect(once.problems).toEqual([]);

    const other = { ...DECISION, name: 'Prices', decision: 'no-effect', on: '2026-04-02' };
    const twice = recorded(logOf(text), other, english);
    const lines = writeNotebook(twice).split('\n');
    for (const line of text.split('\n')) expect(lines).toContain(line);
    const rows = lines.filter((line) => /^\| 2026/.test(line));
    expect(rows).toHaveLength(2);
    expect(lines.indexOf(rows[1]!)).toBe(lines.indexOf(rows[0]!) + 1);
    expect(decisionsIn(twice, english)).toEqual([row(DECISION), row(other)]);
  });

  it('is read back as it was written, whatever people write', () => {
    const text = fc.string({ unit: 'grapheme' }).map((each) => each.trim().replace(/\s+/g, ' '));
    const decision = fc.constantFrom('ship', 'do-not-ship', 'no-effect');
    const any = fc.record({ name: text, owner: text, result: text, question: text, decision });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), (all) => {
        const decisions = all.map((each) => ({ ...DECISION, ...each }));
        let log = logOf(EMPTY);
        for (const each of decisions) log = recorded(logOf(writeNotebook(log)), each, english);
        expect(decisionsIn(logOf(writeNotebook(log)), english)).toEqual(decisions.map(row));
      }),
    );
  });

  it('speaks Chinese, and is understood in it', async () => {
    const chinese = await loadLanguage('zh-CN');
    const log = recorded(logOf(EMPTY), DECISION, chinese);
    expect(writeNotebook(log)).toContain('| 上线 |');
    expect(decisionsIn(log, chinese)[0]!.decision).toBe('ship');
  });
});

describe('decisionDraft()', () => {
  it('fills in what the notebook knows', async () => {
    const session = sessionOf(
      NOTEBOOK.replace(
        'Of the treated',
        'The new\npage is out. Does it sell?\n\nOf the treated',
      ).replace('"looks": "fixed"', '"looks": "fixed", "owner": "Ana", "hypothesis": "It does."'),
    );
    expect(decisionDraft(session, 'ab', english, 0)).toBeNull();
    await session.run();
    expect(decidedCells(session)).toEqual(['ab']);
    const draft = decisionDraft(session, 'ab', english, Date.UTC(2026, 2, 6, 23, 30))!;
    expect(draft).toMatchObject({
      on: '2026-03-06',
      question: 'Does it sell?',
      owner: 'Ana',
      hypothesis: 'It does.',
      ran: '2026-03-02 – 2026-03-02',
      file: 'story.lift.md',
    });
    const state = session.state('ab');
    const output = state.state === 'done' && state.output.type === 'analysis' ? state.output : null;
    expect(draft.decision).toBe(
      (output!.result as { verdict: { decision: string } }).verdict.decision,
    );
    expect(draft.sha256).toBe(output!.data!.sha256);
    expect(draft.result.length).toBeGreaterThan(10);
  });
});

describe('runningWinRate()', () => {
  it('counts each experiment once, as it was decided last, and only what is decided', () => {
    const of = (cell: string, decision: string): Recorded => ({ ...row(DECISION), cell, decision });
    const rates = runningWinRate([
      of('a', 'keep-running'),
      of('b', 'ship'),
      of('a', 'no-effect'),
      of('c', 'not-trusted'),
      of('a', 'ship'),
    ]);
    expect(rates).toEqual([
      { wins: 0, of: 0 },
      { wins: 1, of: 1 },
      { wins: 1, of: 2 },
      { wins: 1, of: 2 },
      { wins: 2, of: 2 },
    ]);
  });
});

describe('listExperiments()', () => {
  it('has each experiment with its saved verdict and what was recorded about it', async () => {
    const session = sessionOf(NOTEBOOK);
    await session.run();
    session.saveResults();
    const other = parseNotebook(NOTEBOOK, 'shop/other.lift.md');
    const log = recorded(logOf(EMPTY), { ...DECISION, file: 'story.lift.md' }, english);
    const list = listExperiments([session.notebook, other, log], english);
    expect(list.map(({ file, cell, recorded: last }) => [file, cell, last?.decision])).toEqual([
      ['story.lift.md', 'ab', 'ship'],
      ['shop/other.lift.md', 'ab', undefined],
    ]);
    expect(list[0]!.verdict).not.toBeNull();
    expect(list[0]!.savedAt).toMatch(/^1970/);
    expect(list[1]!.verdict).toBeNull();
  });
});
