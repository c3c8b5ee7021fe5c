import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseParts } from '../../src/notebook/prose-values';

const values = (body: string) =>
  proseParts(body).parts.flatMap((part) => (part.kind === 'value' ? [part] : []));

describe('proseParts(body)', () => {
  it('finds values with their path, their format and where their cell is named', () => {
    const body = 'Lift: {{ ab.metrics["a }} b"].lift | pct1 }} of {{n}}.';
    const [lift, n] = values(body);
    expect(lift).toMatchObject({ path: ['ab', 'metrics', 'a }} b', 'lift'], format: 'pct1' });
    expect(body.slice(lift!.name.start, lift!.name.end)).toBe('ab');
    expect(body.slice(lift!.start, lift!.end)).toBe('{{ ab.metrics["a }} b"].lift | pct1 }}');
    expect(n).toMatchObject({ path: ['n'], format: null });
  });

  it('gives pieces that are the whole text, in order', () => {
    const piece = fc.constantFrom(
      '{{ a.b }}',
      '{{',
      '}}',
      '`',
      '``',
      '\n',
      '\n\n',
      'text',
      '```',
      ' | ',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const body = pieces.join('');
        const { parts } = proseParts(body);
        expect(parts.map(({ start, end }) => body.slice(start, end)).join('')).toBe(body);
        for (const [index, part] of parts.entries()) {
          expect(part.start).toBe(index === 0 ? 0 : parts[index - 1]!.end);
          expect(part.end).toBeGreaterThan(part.start);
        }
      }),
    );
  });

  it('leaves code alone', () => {
    expect(values('`{{ a }}` and ``{{ a }} ` {{ b }}``')).toEqual([]);
    expect(values('```\n{{ a }}\n```\n')).toEqual([]);
    expect(values('- ```\n  {{ a }}\n  ```\n')).toEqual([]);
  });

  it('does not take back-ticks of two paragraphs, or escaped ones, for code', () => {
    expect(values('A ` here.\n\n{{ a }} and ` there.')).toHaveLength(1);
    expect(values('A \\` here, {{ a }} and ` there.')).toHaveLength(1);
    expect(values('A ` alone: {{ a }}')).toHaveLength(1);
  });

  it('takes the escaped bar of a Markdown table for the bar before a format', () => {
    expect(values('| {{ ab.p \\| p }} |')[0]).toMatchObject({ path: ['ab', 'p'], format: 'p' });
  });

  it.each([
    ['x {{ ab. }} y', 'bad-path', 9],
    ['x {{ }} y', 'bad-path', 6],
    ['x {{ ab.last-touch }} y', 'bad-path', 13],
    ['x {{ ab.p | }} y', 'unknown-format', 13],
    ['x {{ ab.p | pct9 }} y', 'unknown-format', 13],
    ['x {{ ab.p y', 'bad-value', 3],
  ])('leaves %j as text, with a located problem', (body, code, column) => {
    const { parts, problems } = proseParts(body, { line: 4, cell: 'intro' });
    expect(parts).toEqual([{ kind: 'text', start: 0, end: body.length }]);
    expect(problems).toMatchObject([{ code, at: { line: 4, column, cell: 'intro' } }]);
  });

  it('proposes the nearest format', () => {
    const [problem] = proseParts('{{ ab.p | pc1 }}').problems;
    expect(problem).toMatchObject({ args: { found: 'pc1', near: 'pct1' } });
  });
});
