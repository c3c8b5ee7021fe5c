import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/problem';
import { formulaValues, parseFormula } from '../../src/data/formula';
import { read } from './reading';

const ORDERS = `quantity,price,shipping costs,paid,started,ended,note
2,10.5,4,true,2026-03-01T09:00:00Z,2026-03-01T09:00:30Z,a
3,,4,false,2026-03-01T09:00:00Z,2026-03-01T10:00:00Z,b
0,7,0,,2026-03-01T09:00:00Z,,c
`;

async function values(formula: string): Promise<readonly (number | null)[]> {
  const { columns, rows } = await read(ORDERS);
  const found = formulaValues(parseFormula(formula), columns, rows);
  return Array.from(found, (value) => (Number.isNaN(value) ? null : value));
}

describe('a formula', () => {
  it.each([
    ['quantity * price', [21, null, 0]],
    ['quantity * price + "shipping costs"', [25, null, 0]],
    ['(quantity + 1) * 2 - -quantity', [8, 11, 2]],
    ['12 / 2 / 3', [2, 2, 2]],
    ['10 - 4 - 3', [3, 3, 3]],
    ['price / quantity', [5.25, null, null]],
    ['paid * quantity', [2, 0, null]],
    ['(ended - started) / 1000', [30, 3600, null]],
    ['1.5e1 + .5', [15.5, 15.5, 15.5]],
  ])('%s is counted row by row, what is missing staying so', async (formula, expected) => {
    expect(await values(formula)).toEqual(expected);
  });

  it.each([
    ['quantity *', null],
    ['quantity * * price', '* price'],
    ['(quantity', null],
    ['quantity price', 'price'],
    ['quantity % 2', '% 2'],
    ['', null],
    ['fetch("x")', '("x")'],
  ])('%j says where it goes wrong', (formula, found) => {
    expect(() => parseFormula(formula)).toThrow(
      expect.objectContaining({ code: 'bad-formula', args: { formula, found } }),
    );
  });

  it('offers the nearest column, and refuses text', async () => {
    await expect(values('quantty * 2')).rejects.toMatchObject({
      code: 'not-in-data',
      args: { near: 'quantity' },
    });
    await expect(values('note + 1')).rejects.toMatchObject({ code: 'wrong-type' });
  });

  it('refuses nests that nobody wrote', () => {
    expect(() => parseFormula('('.repeat(5000) + '1' + ')'.repeat(5000))).toThrow(Problem);
    expect(() => parseFormula('-'.repeat(5000) + '1')).toThrow(Problem);
  });

  it('counts as JavaScript does', () => {
    const leaf = fc.oneof(fc.integer({ min: 0, max: 99 }).map(String), fc.constantFrom('a', 'b'));
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), leaf)
          .map(([left, sign, right]) => `${left} ${sign} ${right}`),
      ),
    }));
    const column = (name: string, value: number) =>
      ({
        name,
        kind: 'number',
        values: Float64Array.of(value),
        missing: 0,
        unreadable: 0,
      }) as const;
    fc.assert(
      fc.property(tree, (formula) => {
        const [found] = formulaValues(parseFormula(formula), [column('a', 7), column('b', 2.5)], 1);
        const expected = new Function('a', 'b', `return ${formula}`)(7, 2.5) as number;
        expect(found).toBe(Number.isFinite(expected) ? expected : NaN);
      }),
    );
  });
});
