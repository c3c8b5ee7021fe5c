import { describe, expect, it } from 'vitest';
import { readsOfCode } from '../../src/notebook/code-reads';
import { graphOf } from '../../src/notebook/graph';
import { parseNotebook } from '../../src/notebook/parse';
import { graphLayout, neighbour } from '../../src/workbench/graph/graph-layout';

/** Transforms by name, each with the names that its code reads. */
function graphWith(cells: Readonly<Record<string, string>>) {
  const text = Object.entries(cells).map(
    ([id, reads]) => `\`\`\`js lift:transform ${id}\n[${reads}]\n\`\`\`\n`,
  );
  return graphOf(parseNotebook(text.join('\n'), 'a'), readsOfCode);
}

const laidOut = (cells: Readonly<Record<string, string>>) =>
  graphLayout(Object.keys(cells), graphWith(cells)).map(({ id, layer, row }) => [id, layer, row]);

describe('graphLayout', () => {
  it('puts a cell one layer behind the last that it reads, however it stands in the file', () => {
    expect(laidOut({ d: 'a, c', c: 'b', b: 'a', a: '', e: 'a' })).toEqual([
      ['d', 3, 0],
      ['c', 2, 0],
      ['b', 1, 0],
      ['a', 0, 0],
      ['e', 1, 1],
    ]);
  });

  it('puts a cycle into one layer, marks it, and goes on behind it', () => {
    const cells = { a: '', b: 'a, d', c: 'b', d: 'c', e: 'd' };
    const spots = graphLayout(Object.keys(cells), graphWith(cells));
    expect(spots.map(({ layer }) => layer)).toEqual([0, 1, 1, 1, 2]);
    expect(spots.filter(({ inCycle }) => inCycle).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('lays out a chain of 2,000 cells', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`c${i}`, i === 0 ? '' : `c${i - 1}`]),
    );
    expect(laidOut(chain).at(-1)).toEqual(['c1999', 1999, 0]);
  });
});

describe('neighbour', () => {
  it('follows what reads and what is read, and goes up and down in a layer', () => {
    const cells = { a: '', b: 'a', c: 'a', d: 'c' };
    const graph = graphWith(cells);
    const spots = graphLayout(Object.keys(cells), graph);
    const from = (id: string, key: string) => neighbour(spots, graph, id, key);
    expect(from('a', 'ArrowRight')).toBe('b');
    expect(from('b', 'ArrowDown')).toBe('c');
    expect(from('c', 'ArrowUp')).toBe('b');
    expect(from('c', 'ArrowRight')).toBe('d');
    expect(from('d', 'ArrowLeft')).toBe('c');
    expect(from('d', 'ArrowRight')).toBeNull();
    expect(from('a', 'Enter')).toBeNull();
  });
});
