import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/problem';
import { strongComponents } from '../../src/notebook/components';
import { dependants, graphOf } from '../../src/notebook/graph';
import { cellAt } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { references } from '../../src/notebook/references';
import { identifiersOf } from './identifiers-of-code';

const cell = (type: string, id: string, body: string) =>
  `\`\`\`${type === 'transform' ? 'js' : 'json'} lift:${type} ${id}\n${body}\n\`\`\`\n\n`;
const parse = (text: string) => parseNotebook(text, 'test.lift.md');
const graph = (text: string) => graphOf(parse(text), identifiersOf);
const named = (text: string, id: string) =>
  references(cellAt(parse(text), id), identifiersOf).references;

const SOURCE = cell('source', 'events', '{}');

describe('references(cell)', () => {
  it('of parameters are those under source, units, costs, aliases and population, and every $ref', () => {
    const found = named(
      cell(
        'analysis',
        'ab',
        '{ "source": "events", "population": "vip",\n  "units": "u", "costs": "c", "aliases": "a",\n  "alpha": { "$ref": "alpha" }, "metrics": [{ "margin": { "$ref": "old.metrics.x.mde" } }] }',
      ),
      'ab',
    );
    expect(found.map(({ name, by }) => `${name} ${by}`)).toEqual([
      'events source',
      'vip population',
      'u units',
      'c costs',
      'a aliases',
      'alpha ref',
      'old ref',
    ]);
    expect(found.at(-1)).toMatchObject({
      path: ['old', 'metrics', 'x', 'mde'],
      at: { line: 4, column: 67, cell: 'ab', path: 'metrics[0].margin' },
    });
  });

  it('of parameters are nowhere else: a column may be called source', () => {
    const params = '{ "where": { "source": "google", "units": 1 }, "metric": { "source": "x" } }';
    expect(named(cell('analysis', 'ab', params), 'ab')).toEqual([]);
  });

  it('of a chart are the tables whose rows it does not hold itself', () => {
    const spec = JSON.stringify({
      datasets: { own: [{ data: { name: 'no' } }] },
      data: { name: 'ab.segments' },
      layer: [
        { data: { name: 'own' } },
        { data: { name: 'inline', values: [{ data: { name: 'no' } }] } },
        { transform: [{ lookup: 'k', from: { data: { name: 'big' }, key: 'k' } }] },
        { mark: 'rule', encoding: { y: { datum: { $ref: 'alpha' } } } },
      ],
    });
    const found = named(cell('chart', 'c', spec), 'c');
    expect(found.map(({ path, by }) => [by, ...path].join(' '))).toEqual([
      'table ab segments',
      'table big',
      'ref alpha',
    ]);
  });

  it('of prose are its values, of code what it reads, of a layout its keys, of a note its cell', () => {
    const text =
      '<!-- lift:md intro -->\nLift {{ ab.lift | pct1 }}.\n\n' +
      cell('transform', 't', 'events.filter(x)') +
      cell('layout', 'board', '{ "cells": { "ab": {}, "t": {} } }') +
      cell('note', 'n', '{ "cell": "ab", "text": "?" }') +
      cell('notebook', '', '{ "liftbook": 1, "plan": { "cell": "ab" } }');
    const names = (id: string) => named(text, id).map(({ name, by }) => `${name} ${by}`);
    expect(names('intro')).toEqual(['ab value']);
    expect(names('t')).toEqual(['events code', 'x code']);
    expect(names('board')).toEqual(['ab layout', 't layout']);
    expect(names('n')).toEqual(['ab note']);
    expect(names('lift:notebook')).toEqual(['ab plan']);
  });

  it.each([
    ['{ "alpha": { "$ref": "a b" } }', 'bad-path'],
    ['{ "alpha": { "$ref": 5 } }', 'bad-ref'],
    ['{ "alpha": { "$ref": "a", "or": 1 } }', 'bad-ref'],
  ])('that cannot be read are problems: %s', (params, code) => {
    expect(graph(cell('analysis', 'ab', params)).problems).toMatchObject([
      { code, at: { file: 'test.lift.md', line: 2, cell: 'ab', path: 'alpha' } },
    ]);
  });

  it('of code that cannot be read are a problem at its line in the file', () => {
    const failing = () => {
      throw new Problem('bad-path', {}, { line: 2, column: 7 });
    };
    const { problems } = graphOf(parse(SOURCE + cell('transform', 't', 'a\nb c')), failing);
    expect(problems).toMatchObject([
      { at: { file: 'test.lift.md', line: 7, column: 7, cell: 't' } },
    ]);
  });
});

describe('graphOf(notebook)', () => {
  it('orders cells behind what they read, else as in the file', () => {
    const text =
      cell('metric', 'm', '{ "value": { "$ref": "ab.x" } }') +
      cell('analysis', 'ab', '{ "source": "t" }') +
      cell('transform', 't', 'events') +
      cell('input', 'alpha', '{}') +
      SOURCE;
    const { order, reads, readBy } = graph(text);
    expect(order).toEqual(['events', 't', 'ab', 'm', 'alpha']);
    expect(reads.get('ab')).toEqual(['t']);
    expect(readBy.get('events')).toEqual(['t']);
    expect(dependants(graph(text), 'events')).toEqual(['t', 'ab', 'm']);
    expect(dependants(graph(text), 'm')).toEqual([]);
  });

  it('does not wait for cells that are only talked about', () => {
    const text = cell('layout', 'board', '{ "cells": { "events": {} } }') + SOURCE;
    expect(graph(text)).toMatchObject({ order: ['board', 'events'], problems: [] });
    expect(graph(text).reads.get('board')).toEqual([]);
  });

  it('says which cell is missing, with the nearest name that would fit', () => {
    const text =
      SOURCE + cell('segment', 'event', '{}') + cell('analysis', 'ab', '{ "source": "evnts" }');
    expect(graph(text).problems).toMatchObject([
      {
        code: 'no-such-cell',
        args: { name: 'evnts', known: ['events'], near: 'events' },
        at: { file: 'test.lift.md', line: 10, column: 13, cell: 'ab', path: 'source' },
      },
    ]);
  });

  it('does not know prose by a name it has in memory only', () => {
    const text = 'Text.\n\n' + cell('layout', 'board', '{ "cells": { "text1": {} } }');
    expect(graph(text).problems.map(({ code }) => code)).toEqual(['no-such-cell']);
  });

  it('says when a cell is of a type that has no such value', () => {
    const text = SOURCE + cell('analysis', 'ab', '{ "population": "events" }');
    expect(graph(text).problems).toMatchObject([
      {
        code: 'wrong-cell-type',
        args: { name: 'events', found: 'source', expected: ['segment'] },
        at: { cell: 'ab', path: 'population' },
      },
    ]);
  });

  it('shows a cycle on each of its members and keeps the rest running', () => {
    const text =
      cell('transform', 'a', 'b') +
      cell('transform', 'b', 'c') +
      cell('transform', 'c', 'a') +
      cell('transform', 'after', 'c') +
      SOURCE;
    const { cycles, order, problems } = graph(text);
    expect(cycles).toEqual([['a', 'b', 'c']]);
    expect(order).toEqual(['after', 'events']);
    expect(problems).toMatchObject([
      { code: 'cycle', args: { path: 'a → b → c → a' }, at: { cell: 'a', line: 2, column: 1 } },
      { code: 'cycle', args: { path: 'b → c → a → b' }, at: { cell: 'b', line: 6 } },
      { code: 'cycle', args: { path: 'c → a → b → c' }, at: { cell: 'c', line: 10 } },
    ]);
  });

  it('takes a cell that reads itself for a cycle', () => {
    expect(graph(cell('transform', 'a', 'a + 1'))).toMatchObject({
      cycles: [['a']],
      order: [],
      problems: [{ code: 'cycle', args: { path: 'a → a' } }],
    });
  });

  it('blocks what reads a name inside a conflict by the conflict, and calls it neither missing nor wrong', () => {
    const side = (file: string) => cell('source', 'events', `{ "file": "${file}" }`);
    const conflict = `<<<<<<< a\n${side('a.csv')}=======\n${side('b.csv')}>>>>>>> b\n\n`;
    const { reads, problems } = graph(conflict + cell('analysis', 'ab', '{ "source": "events" }'));
    expect(reads.get('ab')).toEqual(['conflict1']);
    expect(problems).toEqual([]);
  });
});

describe('strongComponents(targets)', () => {
  const graphs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 }).map((pairs) => {
    const ids = [...'abcdefgh'];
    return new Map(
      ids.map((id, index) => [
        id,
        [...new Set(pairs.filter(([from]) => from === index).map(([, to]) => ids[to]!))],
      ]),
    );
  });

  it('puts nodes together exactly when they reach each other, and targets first', () => {
    fc.assert(
      fc.property(graphs, (targets) => {
        const components = strongComponents(targets);
        const rank = (id: string) => components.findIndex((members) => members.includes(id));
        expect(components.flat().sort()).toEqual([...targets.keys()]);
        for (const a of targets.keys()) {
          for (const b of targets.keys()) {
            const together = a === b || (reaches(targets, a, b) && reaches(targets, b, a));
            expect(rank(a) === rank(b)).toBe(together);
            if (reaches(targets, a, b)) expect(rank(b)).toBeLessThanOrEqual(rank(a));
          }
        }
      }),
    );
  });

  it('is not exhausted by a chain of 50,000', () => {
    const chain = new Map(
      Array.from({ length: 50_000 }, (_, i) => [`n${i}`, i < 49_999 ? [`n${i + 1}`] : []] as const),
    );
    expect(strongComponents(chain)[0]).toEqual(['n49999']);
  });
});

function reaches(
  targets: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
): boolean {
  const seen = new Set<string>();
  const waiting = [...targets.get(from)!];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    if (!seen.has(next)) waiting.push(...targets.get(next)!);
    seen.add(next);
  }
  return false;
}
