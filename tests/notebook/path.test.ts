import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, lookup, parsePath, readPath } from '../../src/notebook/path';

const RESULT = {
  metrics: [
    { name: 'purchase', comparisons: [{ arm: 'treatment', lift: { estimate: 0.1, low: null } }] },
    { name: '1', value: 7 },
  ],
  models: [{ channel: 'last-non-direct', value: 3 }, { cohort: '2026-01-05' }],
  raw: null,
  lift: { estimate: null, problem: { code: 'control-is-zero', args: {} } },
  plain: [5, 6],
};

describe('parsePath(text)', () => {
  it('reads identifiers, numbers and quoted text', () => {
    expect(parsePath('ab.metrics.purchase')).toEqual(['ab', 'metrics', 'purchase']);
    expect(parsePath('ab.metrics[0].arms.1')).toEqual(['ab', 'metrics', 0, 'arms', 1]);
    expect(parsePath('credit.models["last \\"x\\" | y"].channels')).toEqual([
      'credit',
      'models',
      'last "x" | y',
      'channels',
    ]);
  });

  it('reads what formatPath writes', () => {
    const name = fc.stringMatching(/^[a-z_$][a-z0-9_$]*$/);
    const segment = fc.oneof(name, fc.nat(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(name, fc.array(segment), (first, rest) => {
        const path = [first, ...rest];
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
    );
  });

  it.each([
    ['', 1],
    ['0.a', 1],
    ['[0]', 1],
    ['a.', 3],
    ['a..b', 3],
    ['a b', 2],
    ['a.last-touch', 7],
    ['a[b]', 2],
    ['a["b]', 2],
    ['a[00]', 2],
    ['a.1b', 3],
  ])('refuses “%s” at column %i', (text, column) => {
    expect(() => parsePath(text)).toThrow(
      expect.objectContaining({ code: 'bad-path', at: { column } }) as Error,
    );
  });
});

describe('readPath(text, from)', () => {
  it('stops behind the longest path', () => {
    expect(readPath('{{ ab.p | pct1 }}', 3)).toEqual({ path: ['ab', 'p'], end: 7 });
  });
});

describe('lookup(value, path)', () => {
  const at = (text: string) => lookup(RESULT, parsePath(`ab.${text}`).slice(1));

  it('picks the element of a list whose name, arm, channel or cohort it is', () => {
    expect(at('metrics.purchase.comparisons.treatment.lift.estimate').value).toBe(0.1);
    expect(at('models["last-non-direct"].value').value).toBe(3);
    expect(at('models["2026-01-05"]').value).toEqual({ cohort: '2026-01-05' });
  });

  it('picks by index where no element has that name', () => {
    expect(at('metrics[0].name').value).toBe('purchase');
    expect(at('metrics[1].value').value).toBe(7);
    expect(at('plain.1').value).toBe(6);
  });

  it('prefers a name to an index', () => {
    expect(lookup([{ name: '1' }, { name: '0' }], [0]).value).toEqual({ name: '0' });
  });

  it('gives null below a null, and the reason that stands beside it', () => {
    expect(at('raw.lift.estimate')).toEqual({ value: null, problem: null });
    expect(at('lift.estimate')).toEqual({ value: null, problem: RESULT.lift.problem });
  });

  it.each([
    ['metrics.purchas', { name: 'purchas', around: 'metrics', near: 'purchase', count: 2 }],
    ['metrics[0].comparisons.treatment.lifts', { name: 'lifts', near: 'lift' }],
    ['plain[2]', { name: '2', around: 'plain', known: [], count: 2, near: null }],
    ['toString', { name: 'toString', around: '' }],
    ['plain[0].x', { name: 'x', around: 'plain[0]', known: [] }],
  ])('says of %s what there is instead', (path, args) => {
    expect(() => at(path)).toThrow(
      expect.objectContaining({
        code: 'not-at-path',
        args: expect.objectContaining(args) as object,
      }) as Error,
    );
  });
});
