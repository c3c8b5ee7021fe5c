import type { Command } from './command';
import { parseKeys } from './keys';

/** Keys somebody has chosen, by the id of the command; an empty list takes them all away. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

/** The commands with the keys that were chosen for them. Keys belong to the command they were chosen for, and to no other any more. */
export function withChosenKeys(
  commands: readonly Command[],
  chosen: ChosenKeys,
): readonly Command[] {
  const taken = new Set(Object.values(chosen).flat().map(normal));
  return commands.map((command) => {
    const own = chosen[command.id];
    if (own) return { ...command, keys: own };
    if (!command.keys?.some((keys) => taken.has(normal(keys)))) return command;
    return { ...command, keys: command.keys.filter((keys) => !taken.has(normal(keys))) };
  });
}

/** The part of a keyboard event, as it is written in the command list; null while only Shift and the like are down. */
export function keysOf(event: KeyboardEvent, mac: boolean): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(event.key)) return null;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = event.altKey && letter ? letter : event.key;
  const held = [
    (mac ? event.metaKey : event.ctrlKey) && 'Mod',
    mac && event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ];
  return [...held.filter(Boolean), key.length === 1 ? key.toUpperCase() : key].join('+');
}

/** Can these keys be read? */
export function isKeys(text: string): boolean {
  try {
    parseKeys(text);
    return text.trim() !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function normal(keys: string): string {
  return JSON.stringify(parseKeys(keys));
}
