import { type Command, canRun } from './command';
import { type KeysDown, belongToText, keysMatch } from './keys';

/** The command that these keys ask for. Keys that the text field they are pressed in uses itself ask for nothing. */
export function commandFor(
  commands: readonly Command[],
  event: KeysDown,
  { typing, mac }: { readonly typing: boolean; readonly mac: boolean },
): Command | undefined {
  if (typing && belongToText(event)) return undefined;
  return commands.find(
    (command) => command.keys?.some((keys) => keysMatch(keys, event, mac)) && canRun(command),
  );
}

/** Is this an element people type into? */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
