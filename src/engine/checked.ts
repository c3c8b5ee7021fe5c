import type { z } from 'zod';
import type { JsonObject } from '../base/json';
import { Problem, type ProblemData } from '../base/problem';
import { parseJson } from '../notebook/json-source';
import { validated } from '../notebook/schema-problems';

/**
 * Parameters as `schema` reads them, defaults filled in.
 *
 * @throws {Problem} the first thing that is wrong, at its JSON path; lines and columns are the notebook's to know
 */
export function checked<Params>(schema: z.ZodType<Params>, params: JsonObject): Params {
  const read = validated(schema, params, parseJson(JSON.stringify(params)));
  if (read.params === null) throw withoutLines(read.problems[0]!);
  return read.params;
}

/** Everything that is wrong with `params`, as `checked` would say it. */
export function problemsWith(schema: z.ZodType, params: JsonObject): readonly ProblemData[] {
  const { problems } = validated(schema, params, parseJson(JSON.stringify(params)));
  return problems.map((problem) => withoutLines(problem).toJSON());
}

function withoutLines({ code, args, at }: Problem): Problem {
  return new Problem(code, args, at.path === undefined ? {} : { path: at.path });
}
