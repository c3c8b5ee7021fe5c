import type { Dataset } from '../data/dataset';
import type { Roles } from '../events/roles';
import type { SourceParams } from '../notebook/schema';
import type { RoleGuess } from './engine';

/** A source cell whose files have been read, or a transform that gave a table. */
export interface Source {
  readonly notebook: string;
  readonly cell: string;
  readonly params: SourceParams;
  /** Zone of times without one. */
  readonly timezone: string;
  /** Of all files together. */
  readonly bytes: number;
  /** What was read, one table a file. */
  readonly parts: readonly Dataset[];
  /** All tables that `dataset` was made of, and how. */
  readonly from: readonly (Dataset | undefined)[];
  readonly how: string;
  readonly dataset: Dataset;
  /** Those of the cell, else those its columns seem to have. */
  readonly roles: Roles;
  /** False of costs, and of what was made from nothing else. */
  readonly isAboutPeople: boolean;
  /** Empty where the cell says its roles. */
  readonly guesses: readonly RoleGuess[];
}
