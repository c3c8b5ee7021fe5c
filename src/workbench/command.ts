/** Anything the user can do. Palette, menus, shortcuts and tests use one list of these. */
export interface Command {
  /** Stable; shortcuts and tests refer to it, e.g. `file.save`. */
  readonly id: string;
  /** In the reader's language. */
  readonly title: string;
  /** Written as in `keys.ts`; the first is the one shown. */
  readonly keys?: readonly string[];
  /** May it run now? Absent: always. */
  readonly when?: () => boolean;
  /** For a choice: is it the one taken? */
  readonly checked?: () => boolean;
  readonly run: () => void | Promise<void>;
}

export function canRun(command: Command): boolean {
  return command.when?.() ?? true;
}
