import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyOf } from '../../src/engine/protocol';

describe('replyOf', () => {
  it('lets the replies of an engine through as they are', () => {
    const problem = { code: 'not-in-data', args: { name: 'x' } };
    const replies = [
      { type: 'done', id: 1, value: undefined },
      { type: 'failed', id: 2, failure: { type: 'problem', problem } },
      { type: 'failed', id: 3, failure: { type: 'aborted' } },
      { type: 'failed', id: 4, failure: { type: 'bug', message: 'x', stack: '' } },
      { type: 'progress', id: 5, done: 1, total: 2 },
      { type: 'read', id: 6, file: 0, from: 0, to: 8 },
      { type: 'part', part: 'parquet' },
    ];
    for (const reply of replies) expect(replyOf(reply)).toBe(reply);
  });

  it('drops a reply with a part of another kind or none', () => {
    const others = [
      null,
      'done',
      { type: 'trust' },
      { type: 'done', id: '1', value: 1 },
      { type: 'done', id: 1 },
      { type: 'failed', id: 1, failure: { type: 'problem', problem: null } },
      { type: 'failed', id: 1, failure: { type: 'bug' } },
      { type: 'progress', id: 1, done: NaN, total: 2 },
      { type: 'read', id: 1, file: 0, from: 0 },
      { type: 'part', part: 7 },
    ];
    for (const other of others) expect(replyOf(other)).toBeNull();
  });

  it('never throws, whatever comes out of the sandbox', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (message) => {
        const reply = replyOf(message);
        expect(reply === null || reply === message).toBe(true);
      }),
    );
  });
});
