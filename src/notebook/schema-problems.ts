import type { z } from 'zod';
import type { Json } from '../base/json';
import { nearest } from '../base/nearest';
import { Problem, type ProblemArgs, type ProblemCode, type ProblemData } from '../base/problem';
import { type JsonSource, placeOf } from './json-source';
import type { Path } from './path';

type Issue = z.core.$ZodIssue;

/** Parameters that fit their schema, defaults filled in, or everything that is wrong with them. */
export type Validated<Params> =
  | { readonly params: Params; readonly problems: readonly [] }
  | { readonly params: null; readonly problems: readonly Problem[] };

/**
 * `value` read by `schema`.
 *
 * @param json  the JSON that `value` was made of, its refs resolved: where problems are placed
 */
export function validated<Params>(
  schema: z.ZodType<Params>,
  value: Json,
  json: JsonSource,
): Validated<Params> {
  const read = schema.safeParse(value, { error: knownKeys });
  if (read.success) return { params: read.data, problems: [] };
  return { params: null, problems: problemsOf(read.error, value, json) };
}

/**
 * What zod found wrong with `value`, each placed at the part of `json` that has to change: an
 * unknown key with the nearest known one, a missing key, a value of another kind, a choice there is
 * not. Unknown keys come first; a key that is missing because it is mistyped is reported once.
 */
function problemsOf(error: z.core.$ZodError, value: Json, json: JsonSource): readonly Problem[] {
  const found = plainIssues(error.issues, value, []).flatMap((issue) =>
    issueProblems(issue, value),
  );
  const renamed = new Set(found.map(({ code, args }) => code === 'unknown-key' && args['near']));
  return found
    .filter(({ code, args }) => code !== 'missing-key' || !renamed.has(String(args['name'])))
    .sort((a, b) => Number(b.code === 'unknown-key') - Number(a.code === 'unknown-key'))
    .map(({ code, args, path, part }) => new Problem(code, args, placeOf(json, path, part)));
}

/** Tells with each unknown key which keys its object has: zod's issue does not hold them. */
const knownKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const def = issue.inst?._zod.def as { readonly shape?: object } | undefined;
  return Object.keys(def?.shape ?? {}).join('\n');
};

interface Found {
  readonly code: ProblemCode;
  readonly args: ProblemArgs;
  readonly path: Path;
  readonly part: 'key' | 'value';
}

/** Issues with whole paths, each union replaced by what is wrong with the alternative that was probably meant. */
function plainIssues(issues: readonly Issue[], value: Json, above: Path): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    const path = [...above, ...(issue.path as (string | number)[])];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const merged = mergedKinds(issue.errors);
      if (merged) return [{ ...merged, path }];
      return plainIssues(likeliest(issue.errors), value, path);
    }
    if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
      return plainIssues(issue.issues, value, path);
    }
    return [{ ...issue, path }];
  });
}

/** One issue in place of alternatives that all fail at the value itself: `text or a number`. */
function mergedKinds(alternatives: readonly (readonly Issue[])[]): Issue | null {
  const issues = alternatives.flat();
  if (issues.length !== alternatives.length || issues.some(({ path }) => path.length > 0))
    return null;
  if (issues.every((issue) => issue.code === 'invalid_value')) {
    return { ...issues[0]!, values: issues.flatMap((issue) => issue.values) } as Issue;
  }
  const kinds = issues.map((issue) => (issue.code === 'invalid_type' ? issue.expected : null));
  if (kinds.includes(null)) return null;
  return { ...issues[0]!, code: 'invalid_type', expected: [...new Set(kinds)].join('|') } as Issue;
}

/** The alternative of the right kind whose constants fit and with the least that is wrong. */
function likeliest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + issueCost(issue), 0);
  return [...alternatives].sort((a, b) => cost(a) - cost(b))[0]!;
}

function issueCost(issue: Issue): number {
  if (issue.path.length === 0 && issue.code === 'invalid_type') return 1000;
  if (issue.path.length === 0 && issue.code === 'invalid_value') return 900;
  if (issue.code === 'invalid_value' && issue.values.length === 1) return 100;
  return issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
}

function issueProblems(issue: Issue, value: Json): readonly Found[] {
  const path = issue.path as (string | number)[];
  const name = String(path.findLast((segment) => typeof segment === 'string') ?? '');
  const found = valueAt(value, path);
  const at = { path, part: 'value' } as const;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key): Found => {
        const known = issue.message.split('\n').filter(Boolean);
        const args = { name: key, known, near: nearest(key, known) };
        return { code: 'unknown-key', args, path: [...path, key], part: 'key' };
      });
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union': {
      const known = choices(issue);
      const expected = issue.code === 'invalid_type' ? issue.expected.split('|') : known;
      if (found === undefined) return [{ code: 'missing-key', args: { name, expected }, ...at }];
      if (issue.code === 'invalid_type') {
        return [{ code: 'wrong-value', args: { name, found: shortJson(found), expected }, ...at }];
      }
      const near = typeof found === 'string' ? nearest(found, known) : null;
      return [{ code: 'not-one-of', args: { name, found: shortJson(found), known, near }, ...at }];
    }
    case 'too_small':
    case 'too_big':
      return [{ ...boundProblem(issue, found, name), ...at }];
    case 'custom': {
      const problem = issue.params?.['problem'] as ProblemData | undefined;
      if (problem) return [{ code: problem.code, args: problem.args, ...at }];
    }
  }
  return [{ code: 'wrong-pattern', args: { name, found: shortJson(found ?? null) }, ...at }];
}

function choices(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue
    ? (issue.options ?? []).map(String)
    : [];
}

function boundProblem(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  found: Json | undefined,
  name: string,
): Pick<Found, 'code' | 'args'> {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  const args = { name, bound, side: small ? 'least' : 'most', inclusive: issue.inclusive ?? true };
  if (typeof found === 'string' || Array.isArray(found)) {
    const kind = typeof found === 'string' ? 'string' : 'array';
    return { code: 'wrong-length', args: { ...args, found: found.length, kind } };
  }
  return { code: 'out-of-bounds', args: { ...args, found: shortJson(found ?? null) } };
}

function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, segment) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, segment))
      return undefined;
    return (inner as { readonly [key: string | number]: Json })[segment];
  }, value);
}

function shortJson(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
