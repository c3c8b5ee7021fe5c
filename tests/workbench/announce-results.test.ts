import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/problem';
import { english } from '../../src/locale/english';
import { resultSentence } from '../../src/workbench/announce-results';
import { sourceOutput } from './outputs';

describe('resultSentence', () => {
  it('says how many rows a source has', () => {
    const state = { state: 'done', output: sourceOutput(), ms: 1, at: 0 } as const;
    expect(resultSentence('events', state, english)).toBe('events is read: 1,234 rows.');
  });

  it('says the problem of a cell that failed', () => {
    const problem = new Problem('not-a-duration', { found: 'soon' }).toJSON();
    const state = { state: 'problem', problem, output: null } as const;
    expect(resultSentence('ab', state, english)).toBe('ab: “soon” is not a duration.');
  });

  it('has nothing to say of a cell that waits', () => {
    expect(resultSentence('ab', { state: 'waiting' }, english)).toBeNull();
  });
});
