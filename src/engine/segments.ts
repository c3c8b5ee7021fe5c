import type { CommonParams } from '../analyses/common';
import { Problem } from '../base/problem';
import { timeZone } from '../base/time-zone';
import { rowMask } from '../data/where';
import type { EventIndex } from '../events/event-index';
import { usersWith } from '../events/event-mask';
import { type SegmentParams, cellSchemas } from '../notebook/schema';
import { checked } from './checked';
import type { CellRequest, SegmentOutput } from './engine';
import type { Sources } from './sources';

/** A segment cell that has run. */
interface Segment {
  readonly params: SegmentParams;
  /** Zone of times without one in its rules. */
  readonly timezone: string;
  /** 1 for each user of `index` who is in the segment. */
  readonly users: Uint8Array;
  readonly index: EventIndex;
}

/** The segments of all open notebooks: who is in each stays here. */
export class Segments {
  readonly #segments = new Map<string, Map<string, Segment>>();

  constructor(private readonly sources: Sources) {}

  /** Finds the users of a segment cell and keeps them under it. */
  define({ notebook, cell, params, setting }: CellRequest): SegmentOutput {
    const segment = this.#found(notebook, checked(cellSchemas.segment, params), setting.timezone);
    const ofNotebook = this.#segments.get(notebook) ?? new Map<string, Segment>();
    this.#segments.set(notebook, ofNotebook.set(cell, segment));
    const users = segment.users.reduce((count, each) => count + each, 0);
    return { type: 'segment', users, of: segment.index.users };
  }

  /**
   * 1 for each user of `index` whom an analysis may look at, null for all. The users of a segment
   * are found anew when its source has been read anew, or is read by other roles.
   *
   * @throws {Problem} `no-value-yet`, `population-elsewhere` or `nobody-in-population` at `population`
   */
  population(
    notebook: string,
    { population, source }: CommonParams,
    index: EventIndex,
  ): Uint8Array | null {
    if (population === undefined) return null;
    const at = { path: 'population' };
    const kept = this.#segments.get(notebook)?.get(population);
    if (!kept) throw new Problem('no-value-yet', { cell: population }, at);
    if (kept.params.source !== source) {
      const args = { segment: population, of: kept.params.source, source: source ?? '' };
      throw new Problem('population-elsewhere', args, at);
    }
    const users = () => usersOf(index, kept.params, kept.timezone);
    const segment = kept.index === index ? kept : { ...kept, index, users: users() };
    this.#segments.get(notebook)!.set(population, segment);
    if (segment.users.includes(1)) return segment.users;
    throw new Problem('nobody-in-population', { segment: population }, at);
  }

  close(notebook: string): void {
    this.#segments.delete(notebook);
  }

  #found(notebook: string, params: SegmentParams, timezone: string): Segment {
    const { dataset, roles } = this.sources.source(notebook, params.source);
    const index = this.sources.index(dataset, roles);
    return { params, timezone, index, users: usersOf(index, params, timezone) };
  }
}

/** Users with at least one row that passes; in a unit table, users who pass. */
function usersOf(index: EventIndex, { where }: SegmentParams, timezone: string): Uint8Array {
  if (where === undefined) return new Uint8Array(index.users).fill(1);
  const setting = { path: 'where', instant: timeZone(timezone).instant };
  return index.kind === 'units'
    ? rowMask(index.attributes, where, 0, index.users, setting)
    : usersWith(index, rowMask(index.columns, where, 0, index.time.length, setting));
}
