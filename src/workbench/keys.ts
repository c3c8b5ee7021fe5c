/** A combination of keys as written in the command list: `Mod+Shift+P`, `F8`, `Alt+ArrowUp`. `Mod` is Cmd on a Mac, Ctrl elsewhere. */
export interface Keys {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
}

/** The part of a keyboard event that says which keys are down. */
export type KeysDown = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'];
const SYMBOLS: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Delete',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  ' ': 'Space',
};

export function parseKeys(text: string): Keys {
  const parts = text.split('+');
  const key = parts.at(-1) || '+';
  const unknown = parts.slice(0, -1).find((part) => part && !MODIFIERS.includes(part));
  if (unknown !== undefined) throw new RangeError(`parseKeys: ${unknown} in ${text}`);
  return {
    mod: parts.includes('Mod'),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: key.toLowerCase(),
  };
}

/** The keys as people of the platform read them: `Ctrl+Shift+P`, on a Mac `⇧⌘P`. */
export function formatKeys(text: string, mac: boolean): string {
  const { mod, ctrl, alt, shift, key } = parseKeys(text);
  const name = SYMBOLS[key] ?? (key.length === 1 ? key.toUpperCase() : capital(key));
  if (!mac) {
    const held = [(mod || ctrl) && 'Ctrl', alt && 'Alt', shift && 'Shift'].filter(Boolean);
    return [...held, name].join('+');
  }
  return [ctrl && '⌃', alt && '⌥', shift && '⇧', mod && '⌘', name].filter(Boolean).join('');
}

/** Are exactly these keys down? A letter counts by its place on the keyboard when Alt has turned it into a sign. */
export function keysMatch(text: string, event: KeysDown, mac: boolean): boolean {
  const { mod, ctrl, alt, shift, key } = parseKeys(text);
  const wantsCtrl = ctrl || (mod && !mac);
  const wantsMeta = mod && mac;
  return (
    event.ctrlKey === wantsCtrl &&
    event.metaKey === wantsMeta &&
    event.altKey === alt &&
    event.shiftKey === shift &&
    (event.key.toLowerCase() === key || (alt && event.code.toLowerCase() === `key${key}`))
  );
}

/** Does a text field use these keys itself: to write, to move, to copy, to undo? Such keys are never taken from one. */
export function belongToText({ key, ctrlKey, metaKey, altKey }: KeysDown): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return 'acvxyz'.includes(key.toLowerCase()) || moves(key);
  return key.length === 1 || ['Enter', 'Backspace', 'Delete', 'Tab'].includes(key) || moves(key);
}

/** Is it one letter, held with nothing but Shift? */
export function isLetter({ key, ctrlKey, metaKey, altKey }: KeysDown): boolean {
  return !ctrlKey && !metaKey && !altKey && /^\p{L}$/u.test(key);
}

function moves(key: string): boolean {
  return key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(key);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
