import { z } from 'zod';
import { metric } from '../analyses/metric-params';
import { type Json, type JsonObject, isObject } from '../base/json';
import { cellSchemas } from '../notebook/schema';
import { checked } from './checked';

const named = z.object({ metrics: z.record(z.string(), metric) });

/**
 * The parameters of a `definitions` cell, its metrics checked as an analysis would check them and
 * called what their keys are.
 *
 * @throws {Problem} what is wrong with the cell or with a metric, at its JSON path
 */
export function checkedDefinitions(params: JsonObject): JsonObject {
  const given = checked(cellSchemas.definitions, params);
  const entries = Object.entries(given.metrics ?? {});
  const metrics = entries.map(([name, definition]) => [name, { name, ...definition }] as const);
  const read = checked(named, { metrics: Object.fromEntries(metrics) as JsonObject });
  return { ...given, metrics: read.metrics } as unknown as JsonObject;
}

/** Parameters in which each `{ "definition": metric, … }` is that metric with what stands beside it instead. */
export function withDefinitions(params: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (key === 'metric') return [key, merged(value)] as const;
      return [key, key === 'metrics' && Array.isArray(value) ? value.map(merged) : value] as const;
    }),
  );
}

function merged(metric: Json): Json {
  if (!isObject(metric) || !isObject(metric['definition'])) return metric;
  const { definition, ...own } = metric;
  return { ...(definition as JsonObject), ...own };
}
