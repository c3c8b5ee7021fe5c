import { type KeysDown, keysMatch } from '../keys';

/** The step through the document's history that these keys ask for; null for any others. */
export function historyStep(event: KeysDown, mac: boolean): 'undo' | 'redo' | null {
  if (keysMatch('Mod+Z', event, mac)) return 'undo';
  return ['Mod+Y', 'Mod+Shift+Z'].some((keys) => keysMatch(keys, event, mac)) ? 'redo' : null;
}
