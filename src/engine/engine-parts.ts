import type { FormatParts } from '../data/read';
import type { CodeRoom } from './code';
import type { RowPages } from './row-pages';

/** What of the engine is fetched when it is first needed: readers of some formats, and the tables on screen. */
export interface EngineParts extends FormatParts {
  table(): Promise<{ readonly RowPages: new () => RowPages }>;
  /** Opens a room for one run of a notebook's code. */
  room(): Promise<CodeRoom>;
}
