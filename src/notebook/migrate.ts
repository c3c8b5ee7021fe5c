import { FORMAT_VERSION, type Notebook } from './notebook';

/** Turns a notebook of one version of the format into the next; a pure function with a fixture among the tests. */
export type Migration = (notebook: Notebook) => Notebook;

/** By the version they start from. Version 1 is the first and the newest, so there are none. */
export const migrations: Readonly<Record<number, Migration>> = {};

/**
 * `notebook` in the version `to`. A notebook that is as new, or newer, is returned as it is.
 *
 * @throws {RangeError} when a version on the way has no migration: a bug
 */
export function migrate(
  notebook: Notebook,
  steps: Readonly<Record<number, Migration>> = migrations,
  to: number = FORMAT_VERSION,
): Notebook {
  let migrated = notebook;
  for (let version = notebook.header.liftbook; version < to; ++version) {
    const step = steps[version];
    if (!step) throw new RangeError(`no migration from version ${version}`);
    migrated = step(migrated);
  }
  return migrated;
}
