import { describe, expect, it } from 'vitest';
import { historyStep } from '../../src/workbench/forms/history-keys';

function down(key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey', true>>) {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, code: `Key${key.toUpperCase()}`, ...none, ...held };
}

describe('historyStep', () => {
  it('goes back with Ctrl+Z and forward with Ctrl+Y or Ctrl+Shift+Z', () => {
    expect(historyStep(down('z', { ctrlKey: true }), false)).toBe('undo');
    expect(historyStep(down('y', { ctrlKey: true }), false)).toBe('redo');
    expect(historyStep(down('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo');
  });

  it('means Cmd on a Mac', () => {
    expect(historyStep(down('z', { metaKey: true }), true)).toBe('undo');
    expect(historyStep(down('z', { ctrlKey: true }), true)).toBeNull();
  });

  it('leaves a typed z alone', () => {
    expect(historyStep(down('z', {}), false)).toBeNull();
  });
});
