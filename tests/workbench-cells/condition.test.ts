import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionsOf, whereOf } from '../../src/workbench/forms/condition';

const noText = () => false;

describe('conditionsOf', () => {
  it('reads a value, a list and tests', () => {
    const where = {
      country: 'DE',
      plan: ['free', 'pro'],
      amount: { '>=': 10, '<': 20 },
      note: { contains: 'gift' },
      email: { exists: false },
    };
    expect(conditionsOf(where)).toEqual([
      { column: 'country', comparison: 'is', text: 'DE' },
      { column: 'plan', comparison: 'in', text: 'free, pro' },
      { column: 'amount', comparison: '>=', text: '10' },
      { column: 'amount', comparison: '<', text: '20' },
      { column: 'note', comparison: 'contains', text: 'gift' },
      { column: 'email', comparison: 'missing', text: '' },
    ]);
  });
});

describe('whereOf', () => {
  it('says the same as what was read', () => {
    const value = fc.oneof(
      fc.stringMatching(/^[a-z]{1,6}$/).filter((text) => !['true', 'false', 'null'].includes(text)),
      fc.integer(),
      fc.boolean(),
    );
    const test = fc.record({ '>=': fc.integer(), '<': fc.integer() });
    const where = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }), test),
    );
    fc.assert(
      fc.property(where, (each) => {
        expect(whereOf(conditionsOf(each), noText)).toEqual({ ...each });
      }),
    );
  });

  it('keeps a number a text where the column holds texts', () => {
    const conditions = [{ column: 'version', comparison: 'is', text: '40' }] as const;
    expect(whereOf(conditions, () => true)).toEqual({ version: '40' });
    expect(whereOf(conditions, noText)).toEqual({ version: 40 });
  });

  it('joins two tests of one column', () => {
    expect(
      whereOf(
        [
          { column: 'a', comparison: '>=', text: '1' },
          { column: 'a', comparison: '<', text: '2' },
        ],
        noText,
      ),
    ).toEqual({ a: { '>=': 1, '<': 2 } });
  });
});
