import { Problem } from '../base/problem';
import { timeZone } from '../base/time-zone';
import type { Dataset } from '../data/dataset';
import type { FormatOptions } from '../data/format';
import { type ColumnProfile, profile } from '../data/profile';
import { buildIndex } from '../events/build-index';
import type { EventIndex } from '../events/event-index';
import type { Roles } from '../events/roles';
import { type SourceParams, cellSchemas } from '../notebook/schema';
import { checked } from './checked';
import type { DataFile, Progress, SourceRequest } from './engine';
import { type Companions, completed, unitMeanings } from './completed';
import { joined } from './joined';
import { Readings } from './readings';
import { roleGuesses } from './role-guesses';
import type { Source } from './source';

/** The sources of all open notebooks. */
export class Sources {
  readonly #readings = new Readings();
  readonly #sources = new Map<string, Source>();
  readonly #indexes = new WeakMap<Dataset, Map<string, EventIndex>>();
  readonly #profiles = new WeakMap<Dataset, Map<string, readonly ColumnProfile[]>>();

  /** Reads what `request` names, or takes what has been read, and keeps it under its cell. */
  async load(request: SourceRequest, progress: Progress, signal: AbortSignal): Promise<Source> {
    const { notebook, cell, files, setting } = request;
    const params = checked(cellSchemas.source, request.params);
    const spelling = {
      format: (params.format ?? {}) as FormatOptions,
      timezone: params.timezone ?? setting.timezone,
    };
    const parts: Dataset[] = [];
    const total = files.reduce((size, file) => size + file.size, 0);
    let before = 0;
    for (const file of requiredFiles(params, files)) {
      const done = before;
      const part = await this.#readings.dataset(
        file,
        spelling,
        (bytes) => progress(done + bytes, total),
        signal,
      );
      parts.push(part);
      before += file.size;
    }
    signal.throwIfAborted();
    const companions = {
      aliases: params.aliases === undefined ? null : this.source(notebook, params.aliases),
      units: params.units === undefined ? null : this.source(notebook, params.units),
    };
    const from = [...parts, companions.aliases?.dataset, companions.units?.dataset];
    const table = this.#joined(parts);
    const guesses = params.roles ? [] : roleGuesses(table);
    const guessed = Object.fromEntries(guesses.map((each) => [each.role, each.column]));
    const roles = (params.roles ?? guessed) as Roles;
    const source = {
      notebook,
      cell,
      timezone: spelling.timezone,
      bytes: total,
      parts,
      from,
      ...this.#completed(table, roles, params, companions, from),
      roles,
      isAboutPeople: roles.cost === undefined || roles.user !== undefined,
      guesses,
    };
    this.#sources.set(key(notebook, cell), source);
    this.#forgetUnused();
    return source;
  }

  /** Keeps a table that did not come from a file under its cell. */
  keep(source: Source): void {
    this.#sources.set(key(source.notebook, source.cell), source);
  }

  /** @throws {Problem} `source-not-read` */
  source(notebook: string, cell: string): Source {
    const source = this.#sources.get(key(notebook, cell));
    if (source) return source;
    throw new Problem('source-not-read', { source: cell }, { path: 'source' });
  }

  /** The table as users over time; made once for its roles. */
  index(dataset: Dataset, { user, time, event }: Roles): EventIndex {
    const roles = { user, time, event } as Roles;
    return once(this.#indexes, dataset, JSON.stringify(roles), () => buildIndex(dataset, roles));
  }

  /** What its columns hold, on the wall clock of a zone; made once for the zone. */
  profile(dataset: Dataset, timezone: string): readonly ColumnProfile[] {
    return once(this.#profiles, dataset, timezone, () => {
      const zone = timeZone(timezone);
      return profile(dataset, (instant) => instant + zone.offset(instant));
    });
  }

  close(notebook: string): void {
    for (const [name, source] of this.#sources) {
      if (source.notebook === notebook) this.#sources.delete(name);
    }
    this.#forgetUnused();
  }

  /** The same tables are joined once, so that their indexes are found again. */
  #joined(parts: readonly Dataset[]): Dataset {
    const same = [...this.#sources.values()].find(
      (source) =>
        source.parts.length === parts.length &&
        source.parts.every((part, index) => part === parts[index]),
    );
    return same?.dataset ?? joined(parts);
  }

  /** The table of a cell with what the cell adds to it; the same additions are made once. */
  #completed(
    table: Dataset,
    roles: Roles,
    params: SourceParams,
    companions: Companions,
    from: Source['from'],
  ): Pick<Source, 'dataset' | 'params' | 'how'> {
    const how = JSON.stringify([roles.user, params.aliases, params.units, params.columns]);
    const same = [...this.#sources.values()].find(
      (source) =>
        source.from.length === from.length &&
        source.from.every((each, index) => each === from[index]) &&
        source.how === how,
    );
    const dataset = same?.dataset ?? completed(table, roles, params, companions);
    const columns = { ...unitMeanings(companions.units, table, dataset), ...params.columns };
    return { dataset, params: { ...params, columns }, how };
  }

  #forgetUnused(): void {
    this.#readings.keepOnly(new Set([...this.#sources.values()].flatMap(({ parts }) => parts)));
  }
}

function key(notebook: string, cell: string): string {
  return JSON.stringify([notebook, cell]);
}

/** What `make` gives for a dataset under a name, made the first time and kept as long as the dataset. */
function once<T>(
  kept: WeakMap<Dataset, Map<string, T>>,
  dataset: Dataset,
  name: string,
  make: () => T,
): T {
  const named = kept.get(dataset) ?? new Map<string, T>();
  kept.set(dataset, named);
  const value = named.get(name) ?? make();
  named.set(name, value);
  return value;
}

/** @throws {Problem} `data-file-missing` */
function requiredFiles(
  { file, files }: SourceParams,
  atHand: readonly DataFile[],
): readonly DataFile[] {
  const names = files ?? [file!];
  if (atHand.length >= names.length) return atHand;
  const missing = names.find((name) => !atHand.some((each) => name.endsWith(each.name)));
  const path = files === undefined ? 'file' : 'files';
  throw new Problem('data-file-missing', { file: missing ?? names[0]! }, { path });
}
