import type { NamedSegment } from '../analyses/analysis';
import type { CommonParams } from '../analyses/common';
import { Problem } from '../base/problem';
import type { EventIndex } from '../events/event-index';
import { segmentMask } from '../events/segment-mask';
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

/** What of an analysis's parameters may name what divides users. */
interface Dividing {
  readonly source?: string | undefined;
  readonly breakdown?: unknown;
  readonly segments?: unknown;
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
    const users = this.#users(notebook, population, kept, index);
    if (users.includes(1)) return users;
    throw new Problem('nobody-in-population', { segment: population }, at);
  }

  /**
   * The segments of `source` among the names, for what divides users: 1 for each user of `index` who is in
   * it. Names that are no segments are columns, and left out.
   *
   * @throws {Problem} `population-elsewhere` at `breakdown` or `segments`
   */
  dividing(
    notebook: string,
    { source, breakdown, segments }: Dividing,
    index: EventIndex,
  ): ReadonlyMap<string, NamedSegment> {
    const found = new Map<string, NamedSegment>();
    const add = (name: unknown, path: string) => {
      const kept = this.#segments.get(notebook)?.get(String(name));
      if (!kept || typeof name !== 'string') return;
      if (kept.params.source !== source) {
        if (index.columns.names.includes(name) || index.attributes.names.includes(name)) return;
        const args = { segment: name, of: kept.params.source, source: source ?? '' };
        throw new Problem('population-elsewhere', args, { path });
      }
      const { params, timezone } = kept;
      found.set(name, { params, timezone, users: this.#users(notebook, name, kept, index) });
    };
    add(breakdown, 'breakdown');
    if (Array.isArray(segments)) segments.forEach((name, i) => add(name, `segments[${i}]`));
    return found;
  }

  /** Found anew when the source has been read anew, or is read by other roles. */
  #users(notebook: string, name: string, kept: Segment, index: EventIndex): Uint8Array {
    if (kept.index === index) return kept.users;
    const users = segmentMask(index, kept.params, kept.timezone);
    this.#segments.get(notebook)!.set(name, { ...kept, index, users });
    return users;
  }

  close(notebook: string): void {
    this.#segments.delete(notebook);
  }

  #found(notebook: string, params: SegmentParams, timezone: string): Segment {
    const { dataset, roles } = this.sources.source(notebook, params.source);
    const index = this.sources.index(dataset, roles);
    return { params, timezone, index, users: segmentMask(index, params, timezone) };
  }
}
