import { expect, it } from 'vitest';
import { type Command, canRun } from '../../src/workbench/command';
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
  { id: 'edit.undo', title: 'Undo', keys: ['Mod+Z', 'Z'], run },
  { id: 'file.save', title: 'Save', keys: ['Mod+S'], when: () => false, run },
  { id: 'page.save', title: 'Save page', keys: ['Mod+S'], run },
];
const elsewhere = { typing: false, inControl: false, mac: false };

it('finds the command of the keys pressed', () => {
  expect(commandFor(commands, ctrl('z'), elsewhere)?.id).toBe('edit.undo');
});

it('passes over a command that may not run now', () => {
  expect(commandFor(commands, ctrl('s'), elsewhere)?.id).toBe('page.save');
});

it('leaves undo to the text field one is typing in, but saves from it', () => {
  const typing = { typing: true, inControl: true, mac: false };
  expect(commandFor(commands, ctrl('z'), typing)).toBeUndefined();
  expect(commandFor(commands, ctrl('s'), typing)?.id).toBe('page.save');
});

it('takes a letter alone on the page and on a cell, but not on a button or in a list', () => {
  const z = { ...ctrl('z'), ctrlKey: false };
  const onButton = { typing: false, inControl: true, mac: false };
  expect(commandFor(commands, z, elsewhere)?.id).toBe('edit.undo');
  expect(commandFor(commands, z, onButton)).toBeUndefined();
  expect(commandFor(commands, ctrl('z'), onButton)?.id).toBe('edit.undo');
});

it('hears keys only where their command listens, though the command may run', () => {
  let isOnCell = false;
  const copy: Command = { id: 'c', title: 'Copy', keys: ['C'], listens: () => isOnCell, run };
  const c = { ...ctrl('c'), ctrlKey: false };
  expect([canRun(copy), commandFor([copy], c, elsewhere)]).toEqual([true, undefined]);
  isOnCell = true;
  expect(commandFor([copy], c, elsewhere)).toBe(copy);
});
