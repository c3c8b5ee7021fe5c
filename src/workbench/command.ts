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
  /** Do its keys mean it where the focus is now? Absent: wherever it may run. */
  readonly listens?: () => boolean;
  /** For a choice: is it the one taken? */
  readonly checked?: () => boolean;
  readonly run: () => void | Promise<void>;
}

/** A command without what the reader calls it. */
export type Act = Omit<Command, 'id' | 'title'>;

/** Commands by their titles, in the order of these. */
export function titledCommands<Id extends string>(
  titles: Readonly<Record<Id, string>>,
  acts: Readonly<Record<Id, Act>>,
): readonly Command[] {
  return (Object.keys(titles) as Id[]).map((id) => ({ id, title: titles[id], ...acts[id] }));
}

export function canRun(command: Command): boolean {
  return command.when?.() ?? true;
}

/** Do its keys run it now? */
export function hearsKeys(command: Command): boolean {
  return canRun(command) && (command.listens?.() ?? true);
}
