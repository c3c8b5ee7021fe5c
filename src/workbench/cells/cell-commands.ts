import type { Language } from '../../locale/language';
import { type Act, type Command, titledCommands } from '../command';
import type { CellNavigation } from './cell-navigation';

type Titles = Language['interface']['cells']['commands'];

/**
 * What can be done with the selected cell.
 *
 * @param isHere   may they run: the cells of a notebook are on screen
 * @param inCells  do single keys mean cells: the focus is on a cell, not on a control in it
 */
export function cellCommands(
  titles: Titles,
  navigation: () => CellNavigation | null,
  isHere: () => boolean,
  inCells: () => boolean,
): readonly Command[] {
  const act = (run: (navigation: CellNavigation) => void | Promise<void>) => () => {
    const found = navigation();
    return found ? run(found) : undefined;
  };
  const single = { when: isHere, listens: inCells };
  const acts: Record<keyof Titles, Act> = {
    'cell.next': { keys: ['ArrowDown', 'J'], ...single, run: act((n) => n.step(1)) },
    'cell.previous': { keys: ['ArrowUp', 'K'], ...single, run: act((n) => n.step(-1)) },
    'cell.edit': { keys: ['Enter'], ...single, run: act((n) => n.edit()) },
    'cell.leave': {
      keys: ['Escape'],
      when: () => navigation()?.isOpen ?? false,
      run: act((n) => n.leave()),
    },
    'cell.insertAbove': { keys: ['A'], ...single, run: act((n) => n.offer(0)) },
    'cell.insertBelow': { keys: ['B'], ...single, run: act((n) => n.offer(1)) },
    'cell.delete': { keys: ['Delete'], ...single, run: act((n) => n.remove()) },
    'cell.duplicate': { when: isHere, run: act((n) => n.duplicate()) },
    'cell.moveUp': { keys: ['Alt+ArrowUp'], when: isHere, run: act((n) => n.move(-1)) },
    'cell.moveDown': { keys: ['Alt+ArrowDown'], when: isHere, run: act((n) => n.move(1)) },
    'cell.run': { keys: ['Mod+Enter'], when: isHere, run: act((n) => n.run()) },
    'cell.runAndNext': { keys: ['Shift+Enter'], when: isHere, run: act((n) => n.runAndNext()) },
    'cell.runAndInsert': { keys: ['Alt+Enter'], when: isHere, run: act((n) => n.runAndInsert()) },
  };
  return titledCommands(titles, acts);
}
