import { describe, expect, it } from 'vitest';
import { nodeEngine } from '../../src/engine/node-engine';
import { CHART_SCHEMA } from '../../src/workbench/forms/chart-schema';
import { jsonCompletions } from '../../src/workbench/forms/json-completions';
import { type Schema, readSchema } from '../../src/workbench/forms/schema';

const NAMES = {
  columns: ['user_id', 'amount'],
  events: ['view', 'purchase'],
  cells: ['events'],
  segments: ['germans'],
  paths: ['ab.alpha'],
};

async function experiment(): Promise<Schema> {
  return readSchema(await nodeEngine().form('experiment', 'en'));
}

/** The labels offered at the `|`, and what they replace. */
function offered(json: string, schema: Schema) {
  const at = json.indexOf('|');
  const text = json.replace('|', '');
  const found = jsonCompletions(text, at, schema, NAMES);
  if (!found) return null;
  const labels = found.options.map(({ label }) => label);
  return { labels, over: text.slice(found.from, found.to) };
}

describe('jsonCompletions(text, at, schema, names)', () => {
  it('offers the keys that are not there yet, also while quotes are open', async () => {
    const schema = await experiment();
    const found = offered('{ "source": "events", "con|" }', schema)!;
    expect(found.over).toBe('"con"');
    expect(found.labels).toContain('"control"');
    expect(found.labels).not.toContain('"source"');
    expect(offered('{ | }', schema)!.labels).toContain('"metrics"');
  });

  it('offers keys inside objects of lists', async () => {
    const text = '{ "metrics": [{ "name": "a", "type": "mean", | }] }';
    expect(offered(text, await experiment())!.labels).toEqual(
      expect.arrayContaining(['"event"', '"window"', '"value"']),
    );
  });

  it.each([
    ['{ "source": "|" }', '"events"'],
    ['{ "population": "g|', '"germans"'],
    ['{ "metrics": [{ "event": "|" }] }', '"purchase"'],
    ['{ "exposure": { "event": "view", "variant": | } }', '"amount"'],
    ['{ "contamination": "|" }', '"exclude"'],
    ['{ "alpha": { "$ref": "|" } }', '"ab.alpha"'],
  ])('offers values that are known: %s', async (text, label) => {
    expect(offered(text, await experiment())!.labels).toContain(label);
  });

  it('offers what a chart is made of', () => {
    expect(offered('{ "mark": "|" }', CHART_SCHEMA)!.labels).toContain('"bar"');
    expect(offered('{ "encoding": { "x": { "field": "|" } } }', CHART_SCHEMA)!.labels).toEqual([
      '"user_id"',
      '"amount"',
    ]);
    expect(offered('{ "data": { "name": "|" } }', CHART_SCHEMA)!.labels).toEqual(['"events"']);
  });

  it('offers nothing outside of an object', () => {
    expect(offered('|', CHART_SCHEMA)).toBeNull();
  });
});
