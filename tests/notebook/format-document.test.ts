import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { graphOf } from '../../src/notebook/graph';
import { cellAt } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { resolveRefs } from '../../src/notebook/resolve-refs';
import { cellSchemas, header } from '../../src/notebook/schema';
import { validated } from '../../src/notebook/schema-problems';
import { writeNotebook } from '../../src/notebook/write';
import { identifiersOf } from './identifiers-of-code';

const FILE = 'docs/notebook-format.md';
const text = readFileSync(FILE, 'utf8');
const notebook = parseNotebook(text, FILE);

describe('docs/notebook-format.md', () => {
  it('is itself a notebook without a problem', () => {
    expect(notebook.problems).toEqual([]);
    expect(notebook.warnings).toEqual([]);
    expect(writeNotebook(notebook)).toBe(text);
  });

  it('has an example of every cell type', () => {
    const types = new Set(notebook.cells.map(({ type }) => type));
    for (const type of [
      'header',
      'source',
      'input',
      'definitions',
      'transform',
      'analysis',
      'segment',
      'chart',
      'metric',
      'layout',
      'note',
      'prose',
    ] as const) {
      expect(types).toContain(type);
    }
  });

  it('names only cells that it has, and none in a circle', () => {
    expect(graphOf(notebook, identifiersOf).problems).toEqual([]);
  });

  it('has a header that its schema accepts', () => {
    const { json } = notebook.cells.find((cell) => cell.type === 'header')!;
    expect(validated(header, json!.value, json!).problems).toEqual([]);
  });

  const examples = notebook.cells.flatMap((cell) =>
    cell.type in cellSchemas ? [[cell.type as keyof typeof cellSchemas, cell.id] as const] : [],
  );

  it.each(examples)('has a %s %s that its schema accepts', (type, id) => {
    const cell = cellAt(notebook, id);
    const json = 'json' in cell ? cell.json! : null;
    const { value } = resolveRefs(json!, () => 0.1);
    const schema: z.ZodType<unknown> = cellSchemas[type];
    expect(validated(schema, value, json!).problems).toEqual([]);
  });
});
