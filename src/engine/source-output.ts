import { nearest } from '../base/nearest';
import { Problem, type ProblemData } from '../base/problem';
import type { EventIndex } from '../events/event-index';
import { formatPath } from '../notebook/path';
import { columnValues } from './column-values';
import type { SourceOutput, TableFacts } from './engine';
import { eventsWith } from './events-with';
import { extentOf } from './extent';
import { isPrivate } from './identifiers';
import type { Source } from './source';
import type { Sources } from './sources';

/**
 * What the page gets to know of a source.
 *
 * @throws {Problem} `not-in-data` when a role or a setting names no column, and what `buildIndex` finds
 */
export function sourceOutput(source: Source, sources: Sources): SourceOutput {
  const { dataset, roles, guesses, bytes } = source;
  requireColumns(source);
  requireRows(dataset);
  const index = hasUsers(source) ? sources.index(dataset, roles) : null;
  return {
    type: 'source',
    file: dataset.name,
    bytes,
    warnings: [...changedFiles(source), ...dataset.warnings, ...leftOut(index)],
    guesses,
    ...tableFacts(source, sources),
    ...(index ? extentOf(index) : { users: null, from: null, to: null }),
    duplicates: index?.counts.duplicates ?? 0,
  };
}

/** What the page gets to know of any table. */
export function tableFacts(source: Source, sources: Sources): TableFacts {
  const { dataset, roles, timezone } = source;
  const values = columnValues(dataset, roles, (name) => isPrivate(name, source));
  return {
    sha256: dataset.fingerprint,
    rows: dataset.rows,
    columns: sources.profile(dataset, timezone),
    roles,
    values,
    eventsWith: eventsWith(dataset, roles, Object.keys(values)),
  };
}

/** Paths, counts, costs and aliases are tables of something else than users. */
function hasUsers({ roles, guesses, params }: Source): boolean {
  if ('path' in roles || 'users' in roles || 'channel' in roles || 'alias' in roles) return false;
  return params.roles !== undefined || guesses.length > 0;
}

function requireColumns({ dataset, params, roles }: Source): void {
  const known = dataset.columns.map(({ name }) => name);
  const named = [
    ...Object.entries(roles).map(([role, name]) => [`roles.${role}`, name] as const),
    ...Object.keys(params.columns ?? {}).map(
      (name) => [formatPath(['columns', name]), name] as const,
    ),
  ];
  for (const [path, name] of named) {
    if (known.includes(name)) continue;
    const args = { what: 'column', name, known, near: nearest(name, known) };
    throw new Problem('not-in-data', args, { path });
  }
}

function requireRows({ name, rows, columns }: Source['dataset']): void {
  if (rows > 0) return;
  throw new Problem('no-rows', { columns: columns.length }, { file: name });
}

function changedFiles({ params, parts }: Source): readonly ProblemData[] {
  const recorded = [params.sha256 ?? []].flat();
  return parts.flatMap(({ name, fingerprint }, at): readonly ProblemData[] => {
    const expected = recorded[at];
    if (expected === undefined || expected === fingerprint) return [];
    const args = { file: name, expected, found: fingerprint };
    return [{ code: 'changed-file', args, at: { path: 'sha256' } }];
  });
}

/** Rows that nobody can be counted by. */
function leftOut(index: EventIndex | null): readonly ProblemData[] {
  if (!index) return [];
  const { withoutUser, withoutTime, repeated, rows } = index.counts;
  const found: readonly (readonly [ProblemData['code'], number])[] = [
    ['rows-without-user', withoutUser],
    ['rows-without-time', withoutTime],
    ['users-repeated', repeated],
  ];
  return found
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, args: { count, rows } }));
}
