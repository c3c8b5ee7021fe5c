import { describe, expect, it } from 'vitest';
import { type KeysDown, belongToText, formatKeys, keysMatch } from '../../src/workbench/keys';

function down(key: string, held: Partial<KeysDown> = {}): KeysDown {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, code: '', ...none, ...held };
}

describe('keys', () => {
  it('are Ctrl on most machines and Cmd on a Mac', () => {
    const ctrl = down('s', { ctrlKey: true });
    const cmd = down('s', { metaKey: true });
    expect(keysMatch('Mod+S', ctrl, false)).toBe(true);
    expect(keysMatch('Mod+S', cmd, false)).toBe(false);
    expect(keysMatch('Mod+S', cmd, true)).toBe(true);
    expect(keysMatch('Mod+S', ctrl, true)).toBe(false);
  });

  it('match only when nothing else is held', () => {
    expect(keysMatch('Mod+P', down('P', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(keysMatch('Mod+Shift+P', down('P', { ctrlKey: true, shiftKey: true }), false)).toBe(
      true,
    );
    expect(keysMatch('F8', down('F8', { shiftKey: true }), false)).toBe(false);
  });

  it('find a letter that Alt has turned into a sign by its place', () => {
    const pressed = down('∫', { code: 'KeyB', altKey: true, metaKey: true });
    expect(keysMatch('Mod+Alt+B', pressed, true)).toBe(true);
  });

  it('are written as each platform writes them', () => {
    expect(formatKeys('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
    expect(formatKeys('Mod+Shift+P', true)).toBe('⇧⌘P');
    expect(formatKeys('Alt+ArrowUp', false)).toBe('Alt+↑');
    expect(formatKeys('Mod+,', false)).toBe('Ctrl+,');
    expect(formatKeys('Shift+F8', false)).toBe('Shift+F8');
  });

  it('refuse a modifier that does not exist', () => {
    expect(() => formatKeys('Hyper+X', false)).toThrow(RangeError);
  });

  it('are left to a text field when they write, move, copy or undo in it', () => {
    expect(belongToText(down('a'))).toBe(true);
    expect(belongToText(down('Enter'))).toBe(true);
    expect(belongToText(down('ArrowUp'))).toBe(true);
    expect(belongToText(down('z', { ctrlKey: true }))).toBe(true);
    expect(belongToText(down('V', { metaKey: true, shiftKey: true }))).toBe(true);
    expect(belongToText(down('s', { ctrlKey: true }))).toBe(false);
    expect(belongToText(down('F8'))).toBe(false);
    expect(belongToText(down('Escape'))).toBe(false);
  });
});
