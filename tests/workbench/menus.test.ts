import { expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { MENUS, ONE_MENU, SETTINGS_MENU, SHARE_MENU } from '../../src/workbench/menus';

it('offers nothing but commands that exist, each once', () => {
  const { commands, cells, sharing } = english.interface;
  const known = new Set(
    [commands, cells.commands, cells.severalCommands, sharing.commands].flatMap((titles) =>
      Object.keys(titles),
    ),
  );
  for (const items of [...MENUS.map((menu) => menu.items), SETTINGS_MENU, SHARE_MENU]) {
    const ids = items.filter((id) => id !== null);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it('holds every entry in the one menu of a small screen', () => {
  const items = MENUS.flatMap((menu) => menu.items.filter((id) => id !== null));
  expect(ONE_MENU.items.filter((id) => id !== null)).toEqual(items);
});
