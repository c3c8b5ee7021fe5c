import { z } from 'zod';
import type { JsonObject } from '../base/json';
import { cellSchemas, header } from '../notebook/schema';
import { analyses } from '../analyses/index';

/** JSON Schema of everything a notebook file may hold: the header, the cells by type, the analyses by kind. */
export async function formatSchema(): Promise<JsonObject> {
  const cells = Object.entries(cellSchemas).map(([type, schema]) => [type, written(schema)]);
  const kinds = await Promise.all(
    Object.entries(analyses).map(async ([kind, fetched]) => {
      const { params } = await fetched();
      return [kind, ofKind(kind, written(params))] as const;
    }),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: {
      header: written(header),
      cells: Object.fromEntries(cells),
      analyses: Object.fromEntries(kinds),
    },
  };
}

function written(schema: z.ZodType): JsonObject {
  const entries = Object.entries(z.toJSONSchema(schema, { io: 'input' }) as JsonObject);
  return Object.fromEntries(entries.filter(([key]) => key !== '$schema'));
}

/** The parameters of an analysis as its cell has them: with its kind. */
function ofKind(kind: string, schema: JsonObject): JsonObject {
  const properties = schema['properties'] as JsonObject;
  const required = (schema['required'] ?? []) as readonly string[];
  return {
    ...schema,
    properties: { kind: { const: kind }, ...properties },
    required: ['kind', ...required],
  };
}
