import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LateEdit } from '../../src/workbench/cells/late-edit';

describe('LateEdit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes on the last of several quick edits', () => {
    const edits: string[] = [];
    const late = new LateEdit((text) => edits.push(text));
    late.put('a');
    vi.advanceTimersByTime(300);
    late.put('ab');
    vi.advanceTimersByTime(300);
    expect(edits).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(edits).toEqual(['ab']);
  });

  it('loses nothing when the editor is left, and passes nothing on twice', () => {
    const edits: string[] = [];
    const late = new LateEdit((text) => edits.push(text));
    late.put('a');
    late.flush();
    vi.advanceTimersByTime(1000);
    late.flush();
    expect(edits).toEqual(['a']);
  });
});
