import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Json, JsonObject } from '../../src/base/json';
import {
  alternativeOf,
  controlOf,
  discriminator,
  startValue,
} from '../../src/workbench/forms/control';
import {
  moved,
  partAt,
  schemaKeyOrder,
  unlessDefault,
  withPart,
} from '../../src/workbench/forms/edit-value';
import { readSchema } from '../../src/workbench/forms/schema';

const proportion = z.strictObject({
  name: z.string(),
  type: z.literal('proportion'),
  event: z.union([z.string(), z.array(z.string())]).meta({ title: 'Event', input: 'event' }),
  role: z.enum(['goal', 'guardrail']).optional(),
});
const mean = z.strictObject({
  name: z.string(),
  type: z.literal('mean'),
  column: z.string().meta({ input: 'number-column' }),
  cap: z.strictObject({ upper: z.number() }).optional(),
});
const shape = {
  source: z.string().meta({ title: 'Data', input: 'cell' }),
  where: z.record(z.string(), z.json()).optional(),
  split: z.record(z.string(), z.number()).optional(),
  metrics: z.array(z.discriminatedUnion('type', [proportion, mean])).min(1),
  alpha: z.number().gt(0).lt(1).default(0.05),
  looks: z
    .union([z.enum(['fixed', 'hybrid']), z.strictObject({ plan: z.string() })])
    .default('fixed'),
  segments: z.array(z.string()).optional(),
  late: z.boolean().default(false),
  seed: z.int().default(1),
};
const schema = readSchema(
  z.toJSONSchema(z.strictObject(shape), { io: 'input' }) as unknown as JsonObject,
);
const property = (name: keyof typeof shape) => schema.properties![name]!;
const metric = property('metrics').items!;

describe('readSchema', () => {
  it('keeps titles, defaults and kinds of input', () => {
    expect(property('source')).toMatchObject({ title: 'Data', input: 'cell', type: 'string' });
    expect(property('alpha')).toMatchObject({ default: 0.05, type: 'number' });
  });

  it('drops limits that only say “a whole number”', () => {
    expect(property('seed')).not.toHaveProperty('minimum');
  });

  it('ends a definition that contains itself', () => {
    expect(JSON.stringify(property('where')).length).toBeLessThan(20_000);
  });
});

describe('controlOf', () => {
  it.each([
    ['source', 'cell'],
    ['split', 'record'],
    ['metrics', 'list'],
    ['alpha', 'number'],
    ['looks', 'union'],
    ['segments', 'names'],
    ['late', 'switch'],
    ['seed', 'number'],
  ] as const)('edits %s with a %s', (name, control) => {
    expect(controlOf(property(name), undefined)).toBe(control);
  });

  it('shows a reference as one, whatever it stands for', () => {
    expect(controlOf(property('alpha'), { $ref: 'alpha' })).toBe('reference');
  });

  it('takes a union of fixed words for a choice', () => {
    const words = readSchema(
      z.toJSONSchema(z.union([z.literal('a'), z.enum(['b', 'c'])])) as unknown as JsonObject,
    );
    expect(controlOf(words, 'a')).toBe('choice');
  });

  it('lets the analysis name the picker, also for one or many', () => {
    expect(controlOf(metric.alternatives![0]!.properties!['event']!, ['a', 'b'])).toBe('event');
  });
});

describe('alternativeOf', () => {
  const alternatives = metric.alternatives!;

  it('goes by the constant that tells them apart', () => {
    expect(discriminator(alternatives)).toBe('type');
    expect(alternativeOf(alternatives, { name: 'a', type: 'mean' })).toBe(1);
    expect(alternativeOf(alternatives, { type: 'mean', event: 'a', role: 'goal' })).toBe(1);
  });

  it('goes by the type where there is no constant', () => {
    const looks = property('looks').alternatives!;
    expect(alternativeOf(looks, 'hybrid')).toBe(0);
    expect(alternativeOf(looks, { plan: 'pocock' })).toBe(1);
  });

  it('falls back to the first', () => {
    expect(alternativeOf(alternatives, undefined)).toBe(0);
    expect(alternativeOf(alternatives, 7)).toBe(0);
  });
});

describe('startValue', () => {
  it('holds what is required and nothing else', () => {
    expect(startValue(metric)).toEqual({ name: '', type: 'proportion', event: '' });
    expect(startValue(property('metrics'))).toHaveLength(1);
  });

  it('is the default where there is one', () => {
    expect(startValue(property('looks'))).toBe('fixed');
  });
});

describe('withPart', () => {
  it('sets a value deep inside and leaves the rest alone', () => {
    const value: Json = { a: [{ b: 1 }, { b: 2 }], c: 3 };
    expect(withPart(value, ['a', 1, 'b'], 9)).toEqual({ a: [{ b: 1 }, { b: 9 }], c: 3 });
    expect(value).toEqual({ a: [{ b: 1 }, { b: 2 }], c: 3 });
  });

  it('makes the objects and lists on the way', () => {
    expect(withPart({}, ['exposure', 'event'], 'seen')).toEqual({ exposure: { event: 'seen' } });
    expect(withPart({}, ['metrics', 0, 'name'], 'a')).toEqual({ metrics: [{ name: 'a' }] });
  });

  it('takes a key or an element out', () => {
    expect(withPart({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
    expect(withPart([1, 2, 3], [1], undefined)).toEqual([1, 3]);
  });

  it('is read back by the same path', () => {
    const segment = fc.oneof(fc.string({ minLength: 1 }), fc.nat(3));
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((each) => [...each]);
    fc.assert(
      fc.property(path, fc.jsonValue(), (at, part) => {
        const first = at.map((each) => (typeof each === 'number' ? 0 : each));
        const made = withPart({}, ['root', ...first], part as Json);
        expect(partAt(made, ['root', ...first])).toEqual(part);
      }),
    );
  });
});

describe('unlessDefault', () => {
  it('leaves out what is the default anyway', () => {
    expect(unlessDefault(0.05, property('alpha'))).toBeUndefined();
    expect(unlessDefault(0.01, property('alpha'))).toBe(0.01);
    expect(unlessDefault('a', property('source'))).toBe('a');
  });
});

describe('moved', () => {
  it('keeps every element', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });
});

describe('schemaKeyOrder', () => {
  const order = schemaKeyOrder(schema);

  it('is that of the schema', () => {
    expect(order('')).toEqual(Object.keys(shape));
  });

  it('looks into lists and alternatives', () => {
    expect(order('metrics[3]')).toEqual(['name', 'type', 'event', 'role', 'column', 'cap']);
    expect(order('metrics[0].cap')).toEqual(['upper']);
    expect(order('looks')).toEqual(['plan']);
  });

  it('says nothing about objects the schema does not know', () => {
    expect(order('split')).toEqual([]);
    expect(order('nowhere[2].x')).toEqual([]);
  });
});
