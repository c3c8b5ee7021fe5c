import { expect, it } from 'vitest';
import type { Command } from '../../src/workbench/command';
import { commandFor } from '../../src/workbench/shortcuts';

const ctrl = (key: string) => ({
  key,
  code: '',
  ctrlKey: true,
  metaKey: false,
  altKey: false,
  shiftKey: false,
});
const run = () => undefined;
const commands: readonly Command[] = [
  { id: 'edit.undo', title: 'Undo', keys: ['Mod+Z'], run },
  { id: 'file.save', title: 'Save', keys: ['Mod+S'], when: () => false, run },
  { id: 'page.save', title: 'Save page', keys: ['Mod+S'], run },
];
const elsewhere = { typing: false, mac: false };

it('finds the command of the keys pressed', () => {
  expect(commandFor(commands, ctrl('z'), elsewhere)?.id).toBe('edit.undo');
});

it('passes over a command that may not run now', () => {
  expect(commandFor(commands, ctrl('s'), elsewhere)?.id).toBe('page.save');
});

it('leaves undo to the text field one is typing in, but saves from it', () => {
  const typing = { typing: true, mac: false };
  expect(commandFor(commands, ctrl('z'), typing)).toBeUndefined();
  expect(commandFor(commands, ctrl('s'), typing)?.id).toBe('page.save');
});
