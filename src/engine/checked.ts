import type { z } from 'zod';
import type { JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import { parseJson } from '../notebook/json-source';
import { validated } from '../notebook/schema-problems';

/**
 * Parameters as `schema` reads them, defaults filled in.
 *
 * @throws {Problem} the first thing that is wrong, at its JSON path; lines and columns are the notebook's to know
 */
export function checked<Params>(schema: z.ZodType<Params>, params: JsonObject): Params {
  const read = validated(schema, params, parseJson(JSON.stringify(params)));
  if (read.params !== null) return read.params;
  const [{ code, args, at }] = read.problems as [Problem];
  throw new Problem(code, args, at.path === undefined ? {} : { path: at.path });
}
