import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/problem';
import { parseJson, placeOf } from '../../src/notebook/json-source';
import { lookup } from '../../src/notebook/path';
import { resolveRefs } from '../../src/notebook/resolve-refs';

const VALUES = { alpha: 0.01, ab: { metrics: [{ name: 'x', mde: 0.1 }] } };
const source = parseJson(
  '{\n  "alpha": { "$ref": "alpha" },\n  "metrics": [{ "margin": { "$ref": "ab.metrics.x" } }]\n}',
  { file: 'a.lift.md', line: 3, cell: 'ab2' },
);

describe('resolveRefs(json, valueOf)', () => {
  it('puts values in the place of refs and remembers where they were', () => {
    const { value, refs } = resolveRefs(source, (path) => lookup(VALUES, path).value);
    expect(value).toEqual({ alpha: 0.01, metrics: [{ margin: { name: 'x', mde: 0.1 } }] });
    expect([...refs]).toEqual([
      ['alpha', ['alpha']],
      ['metrics[0].margin', ['ab', 'metrics', 'x']],
    ]);
  });

  it('leaves problems inside a value that stood for a ref pointing at the ref', () => {
    expect(placeOf(source, ['metrics', 0, 'margin', 'mde'])).toMatchObject({ line: 5, column: 27 });
  });

  it('places what is wrong with a value at its ref', () => {
    expect(() =>
      resolveRefs(source, () => {
        throw new Problem('not-at-path', { name: 'x' });
      }),
    ).toThrow(
      expect.objectContaining({
        code: 'not-at-path',
        at: { file: 'a.lift.md', cell: 'ab2', line: 4, column: 12, path: 'alpha' },
      }) as Error,
    );
  });

  it.each(['{ "$ref": 1 }', '{ "$ref": "a", "b": 2 }'])('refuses %s', (ref) => {
    const json = parseJson(`{ "alpha": ${ref} }`);
    expect(() => resolveRefs(json, () => 0)).toThrow('bad-ref');
  });
});
