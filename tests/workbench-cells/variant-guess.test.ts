import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../src/data/profile';
import { variantGuess } from '../../src/workbench/cells/variant-guess';
import { sourceOutput } from '../workbench/outputs';

const EMPTY = { missing: 0, unreadable: 0, distinct: null, min: null, max: null, top: null };

function output(values: Readonly<Record<string, readonly string[]>>) {
  const rest = { ...EMPTY, kind: 'text', histogram: null, emptyDays: null, private: null } as const;
  return sourceOutput({
    columns: Object.keys(values).map((name): ColumnProfile => ({ name, ...rest })),
    values: Object.fromEntries(
      Object.entries(values).map(([name, each]) => [
        name,
        each.map((value) => ({ value, rows: 1 })),
      ]),
    ),
  });
}

describe('variantGuess', () => {
  it('goes by the usual names, in whatever order the columns come', () => {
    const countries = ['CN', 'US', 'DE'];
    expect(variantGuess(output({ land: countries, grp: ['1', '2'] }))).toEqual({
      column: 'grp',
      reason: 'named',
    });
    expect(variantGuess(output({ land: countries, test_group: ['x', 'y'] }))?.column).toBe(
      'test_group',
    );
  });

  it('goes by values that look like arms where no name tells', () => {
    for (const arms of [
      ['B', 'A'],
      ['control', 'treatment'],
      ['test', 'holdout'],
      ['variant_1', 'variant_2'],
    ]) {
      const found = variantGuess(output({ segment: ['smb', 'enterprise'], seen: arms }));
      expect(found).toEqual({ column: 'seen', reason: 'arms' });
    }
  });

  it('takes no column of one value, of many values, or of anything else', () => {
    const many = Array.from({ length: 11 }, (_, at) => `v${at}`);
    expect(variantGuess(output({ group: ['A'], variant: many, land: ['CN', 'US'] }))).toBeNull();
  });
});
