import { type Command, hearsKeys } from './command';
import { type KeysDown, belongToText, isLetter, keysMatch } from './keys';

interface Where {
  /** Does a text field have the focus? */
  readonly typing: boolean;
  /** Does a control have it: anything but the page, a cell or a tile? */
  readonly inControl: boolean;
  readonly mac: boolean;
}

/**
 * The command that these keys ask for. Keys that the text field they are pressed in uses itself ask
 * for nothing, nor does a letter alone while a control has the focus.
 */
export function commandFor(
  commands: readonly Command[],
  event: KeysDown,
  { typing, inControl, mac }: Where,
): Command | undefined {
  if (typing && belongToText(event)) return undefined;
  if (inControl && isLetter(event)) return undefined;
  return commands.find(
    (command) => command.keys?.some((keys) => keysMatch(keys, event, mac)) && hearsKeys(command),
  );
}

/** Is this an element people type into? */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Is this anything but the page itself, a cell or a tile, which stand for what they hold? */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && !target.matches('body, [data-cell], [data-tile]');
}
