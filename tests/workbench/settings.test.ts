import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/problem';
import type { Command } from '../../src/workbench/command';
import { isKeys, keysOf, withChosenKeys } from '../../src/workbench/configured-keys';
import {
  type Settings,
  readSettings,
  settingsText,
} from '../../src/workbench/settings/settings-json';

const NOW: Settings = { theme: 'system', language: 'en', timezone: null, keys: {} };
const IDS = ['file.save', 'edit.undo'];

function problemOf(text: string): Problem {
  try {
    readSettings(text, NOW, IDS);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem');
}

describe('settings as JSON', () => {
  it('are read back as they were written', () => {
    const settings: Settings = {
      theme: 'contrast',
      language: 'zh-CN',
      timezone: 'Asia/Shanghai',
      keys: { 'file.save': ['Mod+Alt+S'] },
    };
    expect(readSettings(settingsText(settings), NOW, IDS)).toEqual(settings);
  });

  it('keep what they do not say', () => {
    expect(readSettings('{ "theme": "dark" }', NOW, IDS)).toEqual({ ...NOW, theme: 'dark' });
  });

  it.each([
    ['{ "themes": "dark" }', 'unknown-key', 'theme'],
    ['{ "theme": "drak" }', 'not-one-of', 'dark'],
    ['{ "keys": { "file.saves": [] } }', 'unknown-key', 'file.save'],
  ])('%s is a problem that knows what was meant', (text, code, near) => {
    const problem = problemOf(text);
    expect(problem.code).toBe(code);
    expect(problem.args['near']).toBe(near);
    expect(problem.at.line).toBe(1);
  });

  it.each(['{ "timezone": "Europe/Berlim" }', '{ "keys": { "file.save": ["Strg+S"] } }', '{'])(
    '%s is a problem',
    (text) => {
      expect(problemOf(text)).toBeInstanceOf(Problem);
    },
  );
});

describe('chosen keys', () => {
  const run = (): void => {};
  const commands: readonly Command[] = [
    { id: 'file.save', title: 'Save', keys: ['Mod+S'], run },
    { id: 'edit.undo', title: 'Undo', keys: ['Mod+Z', 'Alt+Backspace'], run },
  ];
  const keys = (chosen: Record<string, readonly string[]>) =>
    withChosenKeys(commands, chosen).map((command) => command.keys);

  it('take the place of a command’s own', () => {
    expect(keys({ 'file.save': ['Mod+E'] })).toEqual([['Mod+E'], ['Mod+Z', 'Alt+Backspace']]);
  });

  it('belong to one command: another one loses them', () => {
    expect(keys({ 'file.save': ['Mod+Z'] })).toEqual([['Mod+Z'], ['Alt+Backspace']]);
  });

  it('may be none', () => {
    expect(keys({ 'file.save': [] })).toEqual([[], ['Mod+Z', 'Alt+Backspace']]);
  });

  it('are read off the keyboard as they are written', () => {
    const down = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    const press = (event: object, mac = false) =>
      keysOf({ ...down, ...event } as KeyboardEvent, mac);
    expect(press({ key: 's', code: 'KeyS', ctrlKey: true })).toBe('Mod+S');
    expect(press({ key: 's', code: 'KeyS', metaKey: true }, true)).toBe('Mod+S');
    expect(press({ key: 'ß', code: 'KeyS', altKey: true })).toBe('Alt+S');
    expect(press({ key: 'F8', code: 'F8', shiftKey: true })).toBe('Shift+F8');
    expect(press({ key: 'Shift', code: 'ShiftLeft', shiftKey: true })).toBeNull();
    expect(isKeys('Mod+S') && !isKeys('Strg+S') && !isKeys('')).toBe(true);
  });
});
