import { expect, it } from 'vitest';
import { english } from '../../src/locale/language';
import { MENUS, ONE_MENU, SETTINGS_MENU } from '../../src/workbench/menus';

it('offers nothing but commands that exist, each once', () => {
  const { commands, cells } = english.interface;
  const known = new Set([...Object.keys(commands), ...Object.keys(cells.commands)]);
  for (const items of [...MENUS.map((menu) => menu.items), SETTINGS_MENU]) {
    const ids = items.filter((id) => id !== null);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it('holds every entry in the one menu of a small screen', () => {
  const items = MENUS.flatMap((menu) => menu.items.filter((id) => id !== null));
  expect(ONE_MENU.items.filter((id) => id !== null)).toEqual(items);
});
