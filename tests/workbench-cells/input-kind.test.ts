import { describe, expect, it } from 'vitest';
import { cellSchemas } from '../../src/notebook/schema';
import { INPUT_KINDS, asKind, withOptions } from '../../src/workbench/forms/written/input-kind';

const DAYS = { from: '2026-01-05', to: '2026-03-29' };

describe('asKind(input, kind, days)', () => {
  it.each(INPUT_KINDS.flatMap((from) => INPUT_KINDS.map((to) => [from, to] as const)))(
    'makes of a %s a %s that the format takes',
    (from, to) => {
      const first = asKind({ kind: 'number', label: 'At least', value: 5 }, from, DAYS);
      const next = asKind(first, to, DAYS);
      expect(cellSchemas.input.safeParse(next).error).toBeUndefined();
      expect(next).toMatchObject({ kind: to, label: 'At least' });
    },
  );

  it('keeps a number that is still one', () => {
    const slider = asKind({ kind: 'number', value: 250, min: 0 }, 'slider', DAYS);
    expect(slider).toEqual({ kind: 'slider', value: 250, min: 0, max: 250 });
    expect(asKind(slider, 'text', DAYS)).toEqual({ kind: 'text', value: '250' });
  });
});

describe('withOptions(input, options)', () => {
  it('keeps the value among its choices', () => {
    const input = { kind: 'choice', value: 'DE', options: ['DE', 'FR'] };
    expect(withOptions(input, ['DE', 'US'])).toMatchObject({ value: 'DE' });
    expect(withOptions(input, ['FR'])).toMatchObject({ value: 'FR', options: ['FR'] });
  });
});
