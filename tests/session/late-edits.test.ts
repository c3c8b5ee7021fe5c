import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseNotebook } from '../../src/notebook/parse';
import { type Edit, LateEdits } from '../../src/session/late-edits';

describe('LateEdits', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = parseNotebook('', 'a.lift.md');
  const named =
    (file: string): Edit =>
    (notebook) => ({ ...notebook, file });

  function follow() {
    const passed: { readonly file: string; readonly burst: object }[] = [];
    const late = new LateEdits(
      (edit, burst) => passed.push({ file: edit(start).file, burst }),
      () => Date.now(),
    );
    return { late, passed, files: () => passed.map(({ file }) => file) };
  }

  it('passes on the last of several quick edits', () => {
    const { late, files } = follow();
    late.put(late, named('a'));
    vi.advanceTimersByTime(200);
    late.put(late, named('ab'));
    vi.advanceTimersByTime(200);
    expect([files(), late.any]).toEqual([[], true]);
    vi.advanceTimersByTime(200);
    expect([files(), late.any]).toEqual([['ab'], false]);
  });

  it('loses nothing when the editor is left, and passes nothing on twice', () => {
    const { late, files } = follow();
    late.put(late, named('a'));
    late.flush();
    vi.advanceTimersByTime(1000);
    late.flush();
    expect(files()).toEqual(['a']);
  });

  it('keeps writers apart', () => {
    const { late, files } = follow();
    const [one, other] = [{}, {}];
    late.put(one, named('one'));
    late.put(other, named('other'));
    late.flush(other);
    expect([files(), late.any]).toEqual([['other'], true]);
    late.flush();
    expect(files()).toEqual(['other', 'one']);
  });

  it('passes on what is typed without a pause every two seconds, as one burst', () => {
    const { late, passed } = follow();
    for (let key = 0; key < 50; ++key) {
      late.put(late, named(String(key)));
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(300);
    late.put(late, named('later'));
    late.flush();
    const [first, second, last, later] = passed;
    expect(passed.map(({ file }) => file)).toEqual(['19', '39', '49', 'later']);
    expect([second!.burst, last!.burst]).toEqual([first!.burst, first!.burst]);
    expect(later!.burst).not.toBe(first!.burst);
  });
});
