import { describe, expect, it } from 'vitest';
import { readsOfCode } from '../../src/notebook/code-reads';

const names = (code: string): readonly string[] => readsOfCode(code).map(({ name }) => name);

describe('readsOfCode(code)', () => {
  it.each([
    ['a table and its columns', 'events.filter((d) => d.amount > 100)', ['events']],
    ['Arquero and JavaScript itself', 'aq.table({ a: [Math.PI] }).derive({ b: op.abs(1) })', []],
    [
      'what it declares',
      'const a = x; let { b, c: [e] } = a; function f(g) { return g + f; } b',
      ['x'],
    ],
    ['a parameter with a default', '((a, b = y) => a + b)(1)', ['y']],
    ['a variable of a block outside of it', '{ const a = 1; } a', ['a']],
    ['a var of a block everywhere', '{ var a = 1; } a', []],
    [
      'loops',
      'for (const row of rows) { total(row); } for (let i = 0; i < n; ++i);',
      ['rows', 'total', 'n'],
    ],
    ['an error that is caught', 'try { t } catch (e) { e; }', ['t']],
    ['keys and labels', 'out: for (;;) { break out; } ({ key: value }).key', ['value']],
    ['computed keys', '({ [key]: 1 })[name]', ['key', 'name']],
    ['classes', 'class A { x = y; m() { return A; } } new A()', ['y']],
    ['templates', '`${a} b ${c.d}`', ['a', 'c']],
    ['what verbs see as $', 'events.filter((d, $) => d.x > $.alpha)', ['events', 'alpha']],
    ['what it sets itself', 'events.params({ k: 1 }).filter((d, $) => d.x > $.k)', ['events']],
  ])('finds %s', (_, code, expected) => {
    expect(names(code)).toEqual(expected);
  });

  it('tells where each name stands, and which would have to be written twice', () => {
    expect(readsOfCode('f({ alpha })')).toEqual([
      { name: 'f', start: 0, end: 1, shorthand: false },
      { name: 'alpha', start: 4, end: 9, shorthand: true },
    ]);
  });

  it('says where code cannot be read', () => {
    expect(() => readsOfCode('a\n  +* b')).toThrowError(
      expect.objectContaining({ code: 'code-syntax', at: { line: 2, column: 4 } }),
    );
  });

  it.each(['fetch("/")', 'a; globalThis', 'new XMLHttpRequest()', '[].map(eval)'])(
    'refuses what lies outside the sandbox: %s',
    (code) => {
      expect(() => readsOfCode(code)).toThrowError(
        expect.objectContaining({ code: 'code-outside' }),
      );
    },
  );
});
